import { toDayNumber } from '../../curriculum/calendar-date.ts';
import { type CurriculumMapping, DROP } from '../../curriculum/migration-mapping.ts';
import { explainCriterion } from '../../program/explain-criterion.ts';
import { exitGate } from '../../program/phase-gate.ts';
import type { Plan } from '../../program/plan.ts';
import { readState } from '../../program/read-state.ts';
import { type DueItem, dueItems } from '../due-items.ts';
import { peopleOf } from '../people.ts';
import type { Stand } from '../preview.ts';
import { sessionTarget } from './map-fact.ts';

/** Where a patient comes out under the new version, and what that means for him. */
export type Landing = {
  readonly episode: string;
  readonly patient: string | null;
  readonly phase: { readonly before: string | null; readonly after: string | null };
  /** Sessions done, by track, where they are not the same: `before` are those that the old tracks bring along. */
  readonly credit: readonly CreditChange[];
  /** Work that is due by now under the new version and was not under the old one. */
  readonly overdue: readonly DueItem[];
  /** What the gate out of the phase lacks where no date can be named on which it could hold; `newly` where the old one had one. */
  readonly stuck: { readonly missing: string; readonly newly: boolean } | null;
  /** What a person has to review under the new version and had not under the old one. */
  readonly reviews: readonly string[];
};

/** The sessions done of one track: of the new version, or of the old one where the track was dropped. */
export type CreditChange = { readonly track: string; readonly before: number; readonly after: number };

/** Compares an episode under two versions as of the same day. Pure. */
export function describeLanding(before: Stand, after: Stand, mapping: CurriculumMapping): Landing {
  const phaseOf = ({ episode, fold }: Stand) => readState(episode.plan, fold.snapshot.value).phase;
  const due = ({ episode, fold, asOf }: Stand) =>
    dueItems(episode, fold).filter((item) => item.work && item.dueOn <= asOf);
  const known = new Set(due(before).map(({ item }) => item));
  const flagged = new Set(before.fold.snapshot.context.flags.map(({ code, fact }) => `${code}/${fact}`));
  const missing = missingForGood(after);
  return {
    episode: after.episode.id,
    patient: peopleOf(after.episode, after.asOf).patient,
    phase: { before: phaseOf(before), after: phaseOf(after) },
    credit: creditChanges(before, after, mapping),
    overdue: due(after).filter(({ item, kind }) => kind !== 'review' && !known.has(item)),
    stuck: missing === null ? null : { missing, newly: missingForGood(before) === null },
    reviews: after.fold.snapshot.context.flags
      .filter(({ code, fact }) => !flagged.has(`${code}/${fact}`))
      .map(({ fact, message }) => `Event ${fact}: ${message}`),
  };
}

function creditChanges(before: Stand, after: Stand, mapping: CurriculumMapping): CreditChange[] {
  const brought = new Map<string, Set<string>>();
  for (const track of before.episode.plan.tracks) {
    for (const session of sessionsDone(before, track)) {
      const target = sessionTarget(mapping, track.id, session);
      const to =
        target === null || target === DROP ? lostTo(after.episode.plan, mapping, track.id) : target.track;
      brought.set(to, (brought.get(to) ?? new Set()).add(`${track.id}/${session}`));
    }
  }
  const changes: CreditChange[] = [];
  for (const track of after.episode.plan.tracks) {
    const was = brought.get(track.id)?.size ?? 0;
    const is = sessionsDone(after, track).length;
    brought.delete(track.id);
    if (was !== is) changes.push({ track: track.id, before: was, after: is });
  }
  return [...changes, ...[...brought].map(([track, done]) => ({ track, before: done.size, after: 0 }))];
}

/** Under which name dropped sessions are counted: the track's new one, or its old one where the track went too. */
function lostTo(to: Plan, mapping: CurriculumMapping, track: string): string {
  const target = mapping.tracks?.[track];
  return target !== undefined && to.tracks.some(({ id }) => id === target) ? target : track;
}

function sessionsDone({ fold }: Stand, track: Plan['tracks'][number]): readonly number[] {
  return fold.snapshot.context.counters[track.counters.sessions] as readonly number[];
}

/** What the gate lacks where no date can be named for it; null for who is not in treatment, is on leave, or gets there. */
function missingForGood({ episode, fold, asOf }: Stand): string | null {
  const { plan } = episode;
  const context = fold.snapshot.context;
  const gate = exitGate(plan, context);
  if (readState(plan, fold.snapshot.value).lifecycle !== 'active' || gate === null) return null;
  if ((context.today ?? 0) > toDayNumber(asOf)) return null;
  const { truth, earliest, missing } = explainCriterion(plan, fold, [], gate);
  return truth !== 'satisfied' && earliest === null ? (missing ?? 'the gate') : null;
}
