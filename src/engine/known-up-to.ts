import type { CalendarDate } from '../curriculum/calendar-date.ts';
import type { KnownBefore } from '../program/known-before.ts';
import type { StandingFact } from '../program/order-facts.ts';

/** The latest intake and the latest score of each instrument up to the end of a day. Pure. */
export function knownUpTo(facts: readonly StandingFact[], upTo: CalendarDate): KnownBefore {
  let intake: KnownBefore['intake'] = null;
  const scores = new Map<string, { score: number; fact: number; on: CalendarDate }>();
  for (const { version, fact } of facts) {
    if (fact.on > upTo) continue;
    if (fact.type === 'IntakeRecorded') intake = { value: fact.intake, fact: version, on: fact.on };
    if (fact.type === 'AssessmentRecorded')
      scores.set(fact.instrument, { score: fact.score, fact: version, on: fact.on });
  }
  return { asOf: upTo, intake, scores };
}
