import type { Estimate } from '../../simulation/statistics/estimate.ts';

/** A share as a percentage: `0.4567` as `45.7 %`. */
export function percent(share: number | null, digits = 1): string {
  return share === null || Number.isNaN(share) ? '–' : `${(share * 100).toFixed(digits)} %`;
}

/** A number with thousands apart and a few digits: `12345.678` as `12,345.7`. */
export function amount(value: number | null, digits = 1): string {
  if (value === null || Number.isNaN(value)) return '–';
  return value.toLocaleString('en-US', { maximumFractionDigits: digits });
}

/** An estimate with its interval: `45.7 % (44.9 % to 46.5 %)`. */
export function withInterval(
  estimate: { readonly [K in keyof Estimate]: number | null } | null,
  show: (value: number | null) => string,
): string {
  if (estimate === null || estimate.value === null || Number.isNaN(estimate.value)) return '–';
  const { value, low, high } = estimate;
  return low === null && high === null ? show(value) : `${show(value)} (${show(low)} to ${show(high)})`;
}

/** A kebab-case name in words: `dropped-out` as `dropped out`. */
export function inWords(name: string): string {
  return name.replaceAll('-', ' ');
}
