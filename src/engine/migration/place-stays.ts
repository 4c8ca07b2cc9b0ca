import { fromDayNumber } from '../../curriculum/calendar-date.ts';
import type { CurriculumMapping, PhaseTarget } from '../../curriculum/migration-mapping.ts';
import { programWeek } from '../../program/clock-days.ts';
import type { EpisodeContext } from '../../program/episode-context.ts';
import type { Fold } from '../../program/fold.ts';
import type { StandingFact } from '../../program/order-facts.ts';
import type { PhasePlaced } from '../../program/phase-placed.ts';
import type { Plan } from '../../program/plan.ts';
import type { Unplaced } from './map-fact.ts';

/** A placement with the number of the fact that decided it, 0 where time did. */
export type Placement = { readonly version: number; readonly fact: PhasePlaced };

/** The phase of the new version for a day in a phase of the old one, or null where the mapping does not say. */
export function phaseOn(
  target: PhaseTarget | undefined,
  episode: string,
  context: EpisodeContext,
  day: number,
): string | null {
  if (target === undefined) return null;
  if (typeof target === 'string') return target;
  if (target.splitBy === 'patient') return target.episodes[episode] ?? target.otherwise ?? null;
  const week = programWeek(context, day) ?? 1;
  return target.parts.findLast((part) => part.fromWeek <= week)?.phase ?? null;
}

/**
 * Where the stays of an episode under its old version, up to a day, place the patient in the new one. Pure.
 *
 * Moves between phases that were merged disappear; a stay in a phase that was split becomes several. Nothing is placed
 * where the patient is already, such as in the new version's first phase from admission on.
 */
export function placeStays(
  from: { readonly plan: Plan; readonly fold: Fold },
  to: Plan,
  mapping: CurriculumMapping,
  episode: string,
  until: number,
): { placements: Placement[]; unplaced: (Unplaced & { version: number })[] } {
  const context = from.fold.snapshot.context;
  const stays = context.stays.filter((stay) => stay.from < until);
  const placements: Placement[] = [];
  const unplaced: (Unplaced & { version: number })[] = [];
  let present = to.phases[0]?.id ?? '';
  let turn = 0;
  stays.forEach((stay, index) => {
    const id = from.plan.phases[stay.phase]?.id ?? '';
    const version = decidedBy(from.fold, id, stay.from);
    const target = mapping.phases?.[id];
    const end = Math.max(
      stay.from + 1,
      stays[index + 1]?.from ?? Math.min(until, context.ended?.on ?? until),
    );
    const last = typeof target === 'object' && target.splitBy === 'program-week' ? end : stay.from + 1;
    for (let day = stay.from; day < last; day += 1) {
      const phase = phaseOn(target, episode, context, day);
      if (phase === null) {
        unplaced.push({ kind: 'phase', id, version });
        return;
      }
      if (phase !== present) {
        const returned = stay.returned && day === stay.from;
        const fact = placedIn(phase, day, returned, index === 0 && day === stay.from ? 0 : turn + 1);
        placements.push({ version: day === stay.from ? version : 0, fact });
        turn += 1;
        present = phase;
      }
    }
  });
  return { placements, unplaced };
}

/** A decision on a phase that is already on the record but takes effect only under the new version. */
export function placeDecision(standing: StandingFact, phase: string, turn: number): Placement {
  const { fact } = standing;
  const returned = fact.type === 'ReturnedToPhase' || (fact.type === 'PhasePlaced' && fact.returned);
  return {
    version: standing.version,
    fact: { type: 'PhasePlaced', on: fact.on, by: fact.by, to: phase, returned, turn },
  };
}

function placedIn(to: string, day: number, returned: boolean, turn: number): PhasePlaced {
  return { type: 'PhasePlaced', on: fromDayNumber(day), by: 'stepwell', to, returned, turn };
}

/** The number of the fact that led into a phase on a day, 0 where time did. */
function decidedBy(fold: Fold, phase: string, day: number): number {
  const entry = fold.journal.find(
    ({ day: on, kind, to }) =>
      on === day &&
      ((kind === 'phase' && to === phase) ||
        (kind === 'lifecycle' && (to === 'graduated' || to === 'transferred'))),
  );
  return entry?.fact ?? 0;
}
