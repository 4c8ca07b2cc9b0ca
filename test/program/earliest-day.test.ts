import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDayNumber, toDayNumber } from '../../src/curriculum/calendar-date.ts';
import { describeAgenda } from '../../src/engine/agenda.ts';
import type { Fact } from '../../src/program/episode-event.ts';
import { evaluateCriterion } from '../../src/program/evaluate-criterion.ts';
import { explainCriterion } from '../../src/program/explain-criterion.ts';
import { type Fold, foldAsOf, tellFact } from '../../src/program/fold.ts';
import type { Plan, PlanCriterion } from '../../src/program/plan.ts';
import { readState } from '../../src/program/read-state.ts';
import { history } from '../generators/history.ts';
import type { Step } from '../generators/history-step.ts';
import { lead } from '../generators/life.ts';

const DAYS = 70;
const INTERVAL = 4;

/** The criteria under a gate, the gate itself included. */
function under(plan: Plan, index: number): number[] {
  const node = plan.criteria[index]!;
  if (node.node === 'compare') return [index];
  const children = node.node === 'not' ? [node.of] : node.of;
  return [index, ...children.flatMap((child) => under(plan, child))];
}

/** What a patient who does everything adds to a day: the meetings left, the test that is due, signatures and papers. */
function perfectDay(plan: Plan, fold: Fold, day: number): Fact[] {
  const on = fromDayNumber(day);
  const { context } = fold.snapshot;
  const last = context.counters[plan.common.lastTest] as number | null;
  const open = describeAgenda(plan, fold, on, 1).filter((meeting) => !meeting.recorded);
  const met = open.map(({ track, session, start }) => ({
    type: 'AttendanceRecorded',
    on,
    at: start,
    by: 'c',
    track,
    session: session ?? 1,
    status: 'attended',
  }));
  const tested =
    last === null || day >= last + INTERVAL
      ? [{ type: 'DrugTestRecorded', on, by: 'c', result: 'negative' }]
      : [];
  const signed = [
    { type: 'SignedOff', on, by: 'c', role: 'counselor', subject: 'plan-reviewed' },
    { type: 'MutualHelpRecorded', on, by: 'c' },
    { type: 'MutualHelpRecorded', on, by: 'c' },
  ];
  return [...met, ...tested, ...signed] as Fact[];
}

/** The first day from today on which each criterion holds for the perfect patient who stays in his phase, and the day on which a deadline ends the episode, if one does. */
function drive(
  plan: Plan,
  start: Fold,
  day: number,
  criteria: readonly number[],
): { first: Map<number, number>; endedOn: number | null } {
  const holds = (fold: Fold, index: number) =>
    evaluateCriterion(plan, fold.snapshot.context, index) === 'satisfied';
  const first = new Map(criteria.filter((index) => holds(start, index)).map((index) => [index, day]));
  let fold = start;
  let version = 100_000;
  for (let d = day; d < day + DAYS; d += 1) {
    fold = foldAsOf(plan, fold, d);
    const { phase, stays } = fold.snapshot.context;
    if (stays.length !== start.snapshot.context.stays.length || phase !== start.snapshot.context.phase) break;
    for (const fact of perfectDay(plan, fold, d)) fold = tellFact(plan, fold, { version: version++, fact });
    const moved = fold.snapshot.context.stays.length !== start.snapshot.context.stays.length;
    if (moved) break;
    for (const index of criteria) if (!first.has(index) && holds(fold, index)) first.set(index, d);
  }
  return { first, endedOn: fold.snapshot.context.ended?.on ?? null };
}

/** A patient whose attendance monitor discharges him before his next meeting. */
const DISCHARGED_FIRST: Step[] = [
  { act: 'pass', days: 1 },
  { act: 'pass', days: 7 },
  { act: 'tell', what: 'amend', pick: 6172, back: 0 },
  { act: 'attend-all', days: 8, advance: false },
  { act: 'pass', days: 11 },
  { act: 'pass', days: 9 },
  { act: 'attend-all', days: 1, advance: false },
];

const NEVER_BY_ITSELF = ['score', 'score-change', 'positive-tests', 'monitor-in', 'not', 'at-least'];

describe('the earliest date of a criterion', () => {
  it('is the day on which it holds for a patient who does everything from now on, neither before nor after', async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(history({ maxLength: 20 }), async (steps) => {
        const { plan, episode, fold, day } = await lead(steps);
        const { context, value } = fold.snapshot;
        if (readState(plan, value).lifecycle !== 'active') return;
        const phase = plan.phases[context.phase]!;
        if (phase.automatic) return;
        const roots = [phase.exit, phase.exitAfterReturn].filter((root) => root !== null);
        const leaves = [...new Set(roots.flatMap((root) => under(plan, root)))].filter(
          (index) => plan.criteria[index]?.node === 'compare' || plan.criteria[index]?.node === 'all',
        );
        const { first, endedOn } = drive(plan, fold, day, leaves);
        for (const index of leaves) {
          const node = plan.criteria[index] as PlanCriterion;
          const explained = explainCriterion(plan, fold, episode.facts, index);
          const said = explained.earliest === null ? null : toDayNumber(explained.earliest);
          const type = node.node === 'compare' ? node.leaf.type : node.node;
          if (said === null && NEVER_BY_ITSELF.includes(type)) continue;
          if (said !== null && said >= day + DAYS) continue;
          // A discharge that a deadline carries out by itself comes first.
          if (said !== null && endedOn !== null && endedOn <= said) continue;
          expect([index, type, said]).toEqual([index, type, first.get(index) ?? null]);
          if (said !== null && said > day) seen.set(type, (seen.get(type) ?? 0) + 1);
        }
      }),
      { numRuns: 150, examples: [[DISCHARGED_FIRST]] },
    );
    for (const type of ['sessions', 'negative-tests', 'stay', 'attendance-rate', 'meetings', 'all'])
      expect([type, seen.get(type) ?? 0]).not.toEqual([type, 0]);
  });
});
