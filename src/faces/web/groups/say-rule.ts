const DAYS: Readonly<Record<string, string>> = {
  MO: 'Mondays',
  TU: 'Tuesdays',
  WE: 'Wednesdays',
  TH: 'Thursdays',
  FR: 'Fridays',
  SA: 'Saturdays',
  SU: 'Sundays',
};

/** A rule of iCalendar in words where it is a plain weekly one: `Mondays, Fridays`; else the rule itself. Pure. */
export function sayRule(rule: string): string {
  const days = /^FREQ=WEEKLY;BYDAY=([A-Z,]+)$/.exec(rule)?.[1]?.split(',') ?? [];
  return days.length > 0 && days.every((day) => day in DAYS) ? days.map((day) => DAYS[day]).join(', ') : rule;
}
