const format = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: 'UTC' });

/** A date with its weekday before it. `withWeekday('2026-03-02') //=> 'Mon 2026-03-02'` */
export function withWeekday(date: string): string {
  return `${format.format(new Date(`${date}T00:00:00Z`))} ${date}`;
}
