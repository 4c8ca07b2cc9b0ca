import type { CalendarDate } from '../../curriculum/calendar-date.ts';
import type { SiteEvent } from './group-event.ts';

/** Days on which nothing meets at a site, both included, and why: a holiday, a snow day. */
export type Closure = { readonly from: CalendarDate; readonly to: CalendarDate; readonly reason: string };

/** A site that is never closed. */
export const NO_CLOSURES: readonly Closure[] = [];

/** The closures that stand after the events of a site. Pure. A reopening takes away all closures that lie wholly within its days. */
export function closuresOf(events: readonly SiteEvent[]): Closure[] {
  let closures: Closure[] = [];
  for (const event of events) {
    const { from, to } = event;
    if (event.type === 'SiteClosed') closures.push({ from, to, reason: event.reason });
    else closures = closures.filter((closure) => closure.from < from || closure.to > to);
  }
  return closures;
}
