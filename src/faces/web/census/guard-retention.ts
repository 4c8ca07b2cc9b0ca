import type { SurvivalStep } from '../../../simulation/statistics/kaplan-meier.ts';
import { SMALLEST_TOLD } from '../../http/told-counts.ts';
import type { Retention } from './retention.ts';

/** The retention of a curriculum version as it is told; `counted` is whether its numbers of patients are told, too. */
export type ToldRetention = Retention & { readonly counted: boolean };

/**
 * What of the retention is told to those who may know no count of patients from 1 to 10: versions whose every count is 0 or at least 11, with
 * steps at which at least 11 left, so that no share is that of a few. Numbers are told where they are told of all versions of a curriculum:
 * otherwise those of the version that is missing would follow from the census. Pure.
 */
export function guardRetention(all: readonly Retention[]): ToldRetention[] {
  const small = new Set(all.filter((one) => !isLarge(one)).map(({ curriculum }) => curriculum));
  return all
    .filter(isLarge)
    .map((one) => ({ ...one, steps: coarse(one.steps), counted: !small.has(one.curriculum) }));
}

function isLarge({ patients, completed, left }: Retention): boolean {
  const counts = [patients, completed, left, patients - completed - left];
  return counts.every((count) => count === 0 || count >= SMALLEST_TOLD);
}

/** Steps of at least 11 each, the last one with what remains. */
function coarse(steps: readonly SurvivalStep[]): SurvivalStep[] {
  const told: SurvivalStep[] = [];
  let events = 0;
  for (const step of steps) {
    events += step.events;
    if (events < SMALLEST_TOLD) continue;
    told.push({ ...step, events });
    events = 0;
  }
  const [last, held] = [steps.at(-1), told.pop()];
  return last === undefined || held === undefined ? [] : [...told, { ...last, events: held.events + events }];
}
