import type { CalendarDate } from '../curriculum/calendar-date.ts';
import type { Eligibility } from '../curriculum/eligibility.ts';
import { explainEligibility } from '../program/explain-eligibility.ts';
import type { Explanation } from '../program/explanation.ts';
import type { StandingFact } from '../program/order-facts.ts';
import { knownUpTo } from './known-up-to.ts';

/** Whether a patient may be admitted on a day by what is known up to another, explained. Pure. */
export function eligibilityOf(
  eligibility: Eligibility,
  facts: readonly StandingFact[],
  { admittedOn, upTo }: { readonly admittedOn: CalendarDate; readonly upTo: CalendarDate },
): Explanation {
  return explainEligibility(eligibility, { ...knownUpTo(facts, upTo), asOf: admittedOn });
}
