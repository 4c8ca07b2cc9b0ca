import { toDayNumber } from '../../src/curriculum/calendar-date.ts';
import type { Fact } from '../../src/program/episode-event.ts';
import { type Fold, foldAsOf, tellAll } from '../../src/program/fold.ts';
import type { Plan } from '../../src/program/plan.ts';
import { SMALL_PLAN } from './small-curriculum.ts';

/** A fact as a test writes it down: whoever recorded it does not matter. */
export type Loose = { readonly type: Fact['type']; readonly on: string; readonly [field: string]: unknown };

/** The admission of the patient of the small curriculum, on Monday 5 January 2026. */
const ADMITTED: Loose = {
  type: 'Admitted',
  on: '2026-01-05',
  patient: 'p',
  curriculum: 'small-iop',
  version: '1.0.0',
};

/** Where a patient admitted on Monday 5 January 2026 stands as of a day. */
export function stand(asOf: string, facts: readonly Loose[], plan: Plan = SMALL_PLAN): Fold {
  const standing = [ADMITTED, ...facts].map((fact, i) => ({
    version: i + 1,
    fact: { by: 'c', ...fact } as Fact,
  }));
  return foldAsOf(plan, tellAll(plan, standing), toDayNumber(asOf));
}
