import type { CalendarDate } from '../curriculum/calendar-date.ts';
import type { Eligibility } from '../curriculum/eligibility.ts';
import { explainEligibility, type KnownBefore } from '../program/explain-eligibility.ts';
import type { Explanation } from '../program/explanation.ts';
import type { StandingFact } from '../program/order-facts.ts';

/** Whether a patient may be admitted by what is known up to a day, explained. Pure. */
export function eligibilityOf(
  eligibility: Eligibility,
  facts: readonly StandingFact[],
  upTo: CalendarDate,
): Explanation {
  let intake: KnownBefore['intake'] = null;
  const scores = new Map<string, { score: number; fact: number }>();
  for (const { version, fact } of facts) {
    if (fact.on > upTo) continue;
    if (fact.type === 'IntakeRecorded') intake = { value: fact.intake, fact: version };
    if (fact.type === 'AssessmentRecorded') scores.set(fact.instrument, { score: fact.score, fact: version });
  }
  return explainEligibility(eligibility, { intake, scores });
}
