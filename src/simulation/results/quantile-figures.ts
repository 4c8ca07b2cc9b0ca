import { ENDS } from '../ends.ts';
import { Histogram } from '../statistics/histogram.ts';
import { AMOUNTS } from './amounts.ts';
import type { Figures } from './figures.ts';
import { isCompletion, type Tally } from './tally.ts';

const PATTERN = /^(.+)\.(?:q(\d{1,2})|(median))$/;

/**
 * The quantiles of a cohort that are asked for by name, as `stay.completed.q25`, `stay.discharged.q75` and
 * `sessions-attended.median`: days of those who ended so, and amounts of all patients. Null of nobody; other names are left out.
 */
export function quantileFigures(tally: Tally, names: readonly string[]): Figures {
  const found: Record<string, number | null> = {};
  for (const name of names) {
    const asked = quantileOf(name);
    if (asked === null) continue;
    const histogram = histogramOf(tally, asked.of);
    if (histogram.total === 0) found[name] = null;
    else if (asked.percent === 50) found[name] = histogram.median().value;
    else found[name] = histogram.quantile(asked.percent / 100);
  }
  return found;
}

/** Whether a figure is a quantile that any cohort has, though it is told only where it is asked for. */
export function isQuantileFigure(name: string): boolean {
  return quantileOf(name) !== null;
}

function quantileOf(name: string): { readonly of: string; readonly percent: number } | null {
  const [, of = '', percent = '50', median] = PATTERN.exec(name) ?? [];
  const isAmount = AMOUNTS.some((amount) => amount.name === of);
  const isStay = /^stay\./.test(of) && ['discharged', ...ENDS.slice(0, -1)].includes(of.slice(5));
  if (Number(percent) < 1 || (median === undefined ? !isAmount && !isStay : !isAmount)) return null;
  return { of, percent: Number(percent) };
}

function histogramOf(tally: Tally, of: string): Histogram {
  const amount = AMOUNTS.findIndex(({ name }) => name === of);
  if (amount !== -1) return tally.amounts[amount]!;
  const end = of.slice(5);
  const wanted = (index: number) =>
    end === 'discharged'
      ? ENDS[index] !== 'in-treatment'
      : end === 'completed'
        ? isCompletion(index)
        : ENDS[index] === end;
  const found = new Histogram();
  for (const [index, days] of tally.ends.entries()) if (wanted(index)) found.merge(days);
  return found;
}
