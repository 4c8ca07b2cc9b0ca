import { toDayNumber } from '../../curriculum/calendar-date.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A date for people: `Fri 6 Mar`, with the year where it is not that of `today`. Pure. */
export function sayDate(date: string, today?: string): string {
  const weekday = DAYS[(toDayNumber(date) + 3) % 7];
  const year = today !== undefined && today.slice(0, 4) === date.slice(0, 4) ? '' : ` ${date.slice(0, 4)}`;
  return `${weekday} ${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]}${year}`;
}
