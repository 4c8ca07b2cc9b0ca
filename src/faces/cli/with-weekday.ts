import { TZDate } from '@date-fns/tz/date';
import { format } from 'date-fns/format';

/** A date with its weekday before it. `withWeekday('2026-03-02') //=> 'Mon 2026-03-02'` */
export function withWeekday(date: string): string {
  return format(new TZDate(`${date}T00:00:00Z`, 'UTC'), 'EEE yyyy-MM-dd');
}
