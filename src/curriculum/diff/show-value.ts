import { Duration, durationDays } from '../duration.ts';

/** A value of a curriculum in a few words: `7 days`, `monday, friday`, `none`. */
export function showValue(value: unknown): string {
  if (value === undefined || value === null) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(showValue).join(', ');
  if (typeof value !== 'object') return String(value);
  const duration = Duration.safeParse(value);
  if (duration.success) {
    const { clock } = duration.data;
    return `${durationDays(duration.data)} ${clock === undefined ? '' : `${clock} `}days`;
  }
  return Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .map(([key, part]) => `${key} ${showValue(part)}`)
    .join(', ');
}
