import { fromDayNumber } from '../../curriculum/calendar-date.ts';
import type { EpisodeContext } from '../episode-context.ts';
import type { Fact } from '../episode-event.ts';
import { emptyFold, type Fold, foldAsOf } from '../fold.ts';
import { gateTruth } from '../phase-gate.ts';
import type { Plan } from '../plan.ts';
import { type Advance, liveDay } from './live-day.ts';
import { programLength } from './program-length.ts';
import { publishedEnd } from './published-end.ts';

/** A gate that a perfect patient did not get through in time. `openedOn` is the day on which it opened after all, or null. */
export type BlockedGate = {
  readonly phase: number;
  readonly enteredOn: number;
  /** The first day after the published weeks; null for a phase without weeks. */
  readonly limit: number | null;
  readonly openedOn: number | null;
  /** The patient at the end of each week in the phase, and on the day that decided. */
  readonly weeks: readonly EpisodeContext[];
  readonly decisive: EpisodeContext;
};

/** A perfect patient's way through a plan. Phases whose gate blocked him are left by an override, so that the later ones are tried too. */
export type Trial = {
  readonly admittedOn: number;
  readonly fold: Fold;
  readonly blocked: readonly BlockedGate[];
  /** The fold at the end of the day on which each phase was entered. */
  readonly entries: ReadonlyMap<number, { readonly fold: Fold; readonly day: number }>;
};

const WITHOUT_WEEKS = 28;

/** Admits a perfect patient on a day and lets him live until he leaves the program. `route` names the next phase where there is a choice. */
export function runTrial(
  plan: Plan,
  admittedOn: number,
  route: ReadonlyMap<number, number> = new Map(),
  alreadyBlocked: ReadonlySet<number> = new Set(),
): Trial {
  const entries = new Map<number, { fold: Fold; day: number }>();
  const blocked: BlockedGate[] = [];
  const seen = new Set<number>();
  const advance: Advance = (phase) => {
    seen.add(phase);
    const next = plan.phases[phase]?.next ?? [];
    return route.get(phase) ?? next.find((to) => !seen.has(to)) ?? null;
  };
  const admission: Fact = {
    type: 'Admitted',
    on: fromDayNumber(admittedOn),
    by: 'perfect patient',
    patient: 'perfect patient',
    curriculum: plan.curriculum.id,
    version: plan.curriculum.version,
    lastUseOn: fromDayNumber(admittedOn),
  };
  let fold = liveDay(plan, emptyFold(plan), admittedOn, advance, [admission]);
  let weeks: EpisodeContext[] = [];
  let decided: Fact[] = [];
  for (let day = admittedOn + 1; ; day += 1) {
    const context = fold.snapshot.context;
    for (const stay of context.stays)
      if (!entries.has(stay.phase)) entries.set(stay.phase, { fold, day: day - 1 });
    if (context.ended !== null) break;
    const phase = context.phase;
    const enteredOn = context.phaseEnteredOn ?? admittedOn;
    if (enteredOn === day - 1) weeks = [];
    if ((day - admittedOn) % 7 === 0) weeks.push(context);
    const limit = publishedEnd(plan, admittedOn, phase, enteredOn);
    const to = advance(phase);
    if (to === null) break;
    if (day === (limit ?? enteredOn + WITHOUT_WEEKS) && !opensBy(plan, fold, phase, day)) {
      const known = alreadyBlocked.has(phase);
      const late = known ? null : waitForGate(plan, fold, day, weeks);
      const open = late !== null && late.openedOn !== null && limit === null;
      if (late && !open) blocked.push({ phase, enteredOn, limit, ...late });
      if (known || !open) {
        const envelope = { on: fromDayNumber(day), by: 'perfect patient', reason: 'the proof goes on' };
        decided = [
          { type: 'GateOverridden', ...envelope, phase: plan.phases[phase]!.id },
          { type: 'PhaseAdvanced', ...envelope, to: plan.phases[to]!.id },
        ];
      }
    }
    fold = liveDay(plan, fold, day, advance, decided);
    decided = [];
  }
  return { admittedOn, fold, blocked, entries };
}

/** Whether the gate is open at the beginning of a day. */
function opensBy(plan: Plan, fold: Fold, phase: number, day: number): boolean {
  const { context } = foldAsOf(plan, fold, day).snapshot;
  return context.ended !== null || context.phase !== phase || gateTruth(plan, context) === 'satisfied';
}

/** Keeps a patient in his phase until its gate opens, at most three times as long as the program. */
export function waitForGate(
  plan: Plan,
  before: Fold,
  from: number,
  earlier: readonly EpisodeContext[] = [],
): Pick<BlockedGate, 'openedOn' | 'weeks' | 'decisive'> {
  const cap = from + 3 * 7 * programLength(plan);
  const { phase, admittedOn } = before.snapshot.context;
  const weeks = [...earlier];
  const stay = before.snapshot.context.stays.length;
  let fold = before;
  for (let day = from; day <= cap; day += 1) {
    const last = fold.snapshot.context;
    fold = liveDay(plan, fold, day, () => null);
    const context = fold.snapshot.context;
    if (context.ended !== null && !context.ended.graduated) return { openedOn: null, weeks, decisive: last };
    if (context.stays.length > stay || context.phase !== phase || gateTruth(plan, context) === 'satisfied')
      return { openedOn: day, weeks, decisive: foldAsOf(plan, before, from).snapshot.context };
    if ((day + 1 - (admittedOn ?? from)) % 7 === 0) weeks.push(context);
  }
  return { openedOn: null, weeks, decisive: fold.snapshot.context };
}
