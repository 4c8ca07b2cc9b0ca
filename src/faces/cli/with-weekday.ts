import { toDayNumber } from '../../curriculum/calendar-date.ts';
import { weekdayOf } from '../../curriculum/weekday.ts';

/** A date with its weekday before it. `withWeekday('2026-03-02') //=> 'Mon 2026-03-02'` */
export function withWeekday(date: string): string {
  const name = weekdayOf(toDayNumber(date));
  return `${name.charAt(0).toUpperCase()}${name.slice(1, 3)} ${date}`;
}
