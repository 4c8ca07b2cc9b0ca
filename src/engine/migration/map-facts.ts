import { type CalendarDate, fromDayNumber, toDayNumber } from '../../curriculum/calendar-date.ts';
import type { CurriculumMapping } from '../../curriculum/migration-mapping.ts';
import type { Fold } from '../../program/fold.ts';
import type { StandingFact } from '../../program/order-facts.ts';
import type { Plan } from '../../program/plan.ts';
import { mapFact, type Unplaced } from './map-fact.ts';
import { phaseOn, placeDecision, placeStays } from './place-stays.ts';

/** A fact that has no place in another version, by its number in the episode. */
export type UnplacedFact = Unplaced & { readonly version: number };

/** An episode under its old version: its facts in order, and what they come to at the beginning of the day of the migration. */
export type OldEpisode = {
  readonly id: string;
  readonly plan: Plan;
  readonly facts: readonly StandingFact[];
  readonly fold: Fold;
};

/**
 * The facts of an episode in the words of another version, and those that have no place in it. Pure.
 *
 * Phases go by the stays that the old version led to, also those that it moved to by itself, so that nothing that was
 * decided under it is decided again. An end that the old version itself had brought about becomes a discharge.
 */
export function mapFacts(
  old: OldEpisode,
  to: Plan,
  mapping: CurriculumMapping,
  on: CalendarDate,
): { facts: StandingFact[]; unplaced: UnplacedFact[] } {
  const context = old.fold.snapshot.context;
  const { placements, unplaced } = placeStays(old, to, mapping, old.id, toDayNumber(on));
  const facts: StandingFact[] = [...placements];
  let turn = context.stays.length + placements.length;
  for (const standing of old.facts) {
    const { fact, version } = standing;
    switch (fact.type) {
      case 'StagePlaced':
        break;
      case 'PhaseAdvanced':
      case 'ReturnedToPhase':
      case 'PhasePlaced':
      case 'GateOverridden': {
        if (fact.type !== 'GateOverridden' && fact.on < on) break;
        const id = fact.type === 'GateOverridden' ? fact.phase : fact.to;
        const phase = phaseOn(mapping.phases?.[id], old.id, context, toDayNumber(fact.on));
        turn += 1;
        if (phase === null) unplaced.push({ kind: 'phase', id, version });
        else if (fact.type === 'GateOverridden') facts.push({ version, fact: { ...fact, phase } });
        else facts.push(placeDecision(standing, phase, turn));
        break;
      }
      default: {
        const mapped = mapFact(mapping, old.plan, fact);
        if ('unplaced' in mapped) unplaced.push(...mapped.unplaced.map((lost) => ({ ...lost, version })));
        else facts.push(...mapped.facts.map((said) => ({ version, fact: said })));
      }
    }
  }
  return { facts: [...facts, ...endedByItself(old, on)], unplaced };
}

/** The discharge that the old version carried out by itself before the migration, as a fact. */
function endedByItself({ fold, facts }: OldEpisode, on: CalendarDate): StandingFact[] {
  const { ended } = fold.snapshot.context;
  if (ended === null || ended.graduated) return [];
  const day = fromDayNumber(ended.on);
  if (day >= on || facts.some(({ fact }) => fact.type === 'Discharged' && fact.on === day)) return [];
  const entry = fold.journal.findLast(({ kind }) => kind === 'lifecycle');
  const fact = { type: 'Discharged', on: day, by: 'stepwell', discharge: ended.reason } as const;
  return [{ version: entry?.fact ?? 0, fact }];
}
