import { fromDayNumber } from '../../curriculum/calendar-date.ts';
import type { Fact } from '../episode-event.ts';
import { emptyFold, type Fold, foldAsOf } from '../fold.ts';
import { gateTruth } from '../phase-gate.ts';
import type { Plan } from '../plan.ts';
import { tellDay } from './live-day.ts';
import { perfectDay } from './perfect-day.ts';
import { programLength } from './program-length.ts';

const WEEKS = 20;
/** A high and a lower first score, so that thresholds of a score do not hide those of its change. */
const FIRST_SCORES = [20, 10];

type Change = (fact: Fact, fromStart: number) => Fact[];

/** The tellings of patients who stop coming, use, miss tests, stay away for a while, score poorly, or whose sign-offs nobody gives, through twenty weeks. */
export function imperfectPatients(plan: Plan, admittedOn: number): Fold[] {
  const start = Math.min(14, programLength(plan) * 2);
  const during = (day: number, days: number) => day >= start && day < start + days;
  const tested =
    (result: 'positive' | 'missed'): Change =>
    (fact, day) =>
      fact.type === 'DrugTestRecorded'
        ? [{ ...fact, result: during(day, 56) ? result : 'negative' }]
        : [fact];
  const changes: Change[] = [
    (fact, day) => (day < start ? [fact] : during(day, 28) ? absent(fact) : []),
    (fact, day) => (during(day, 10) ? absent(fact) : [fact]),
    tested('positive'),
    tested('missed'),
  ];
  const unassessed: Change = (fact) => (fact.type === 'AssessmentRecorded' ? [] : [fact]);
  const watched = signOffsWatched(plan);
  const unsigned: Change = (fact) =>
    fact.type === 'SignedOff' && watched.has(fact.subject ?? '') ? [] : [fact];
  return [
    ...[...changes, ...(watched.size === 0 ? [] : [unsigned])].map((change) =>
      live(plan, admittedOn, change),
    ),
    ...FIRST_SCORES.map((first) => live(plan, admittedOn, unassessed, scores(plan, first))),
  ];
}

/** The subjects of the sign-offs that a monitor waits for. */
function signOffsWatched({ monitors, criteria }: Plan): Set<string> {
  const subjects = new Set<string>();
  const collect = (index: number): void => {
    const node = criteria[index];
    if (node === undefined) return;
    if (node.node !== 'compare')
      for (const child of node.node === 'not' ? [node.of] : node.of) collect(child);
    else if (node.leaf.type === 'signed-off') subjects.add(node.leaf.subject ?? '');
  };
  for (const { states } of monitors)
    for (const { transitions } of states)
      for (const { when } of transitions) if (when !== null) collect(when);
  return subjects;
}

function live(plan: Plan, admittedOn: number, change: Change, weekly: readonly Score[] = []): Fold {
  let fold = tellDay(plan, emptyFold(plan), [
    {
      type: 'Admitted',
      on: fromDayNumber(admittedOn),
      by: 'proof',
      patient: 'imperfect patient',
      curriculum: plan.curriculum.id,
      version: plan.curriculum.version,
    },
  ]);
  for (let fromStart = 0; fromStart < WEEKS * 7; fromStart += 1) {
    const day = admittedOn + fromStart;
    const morning = foldAsOf(plan, fold, day);
    if (morning.snapshot.context.ended !== null) return morning;
    const facts = [
      ...perfectDay(plan, morning.snapshot.context, day, []).flatMap((fact) => change(fact, fromStart)),
      ...assessments(weekly, day, fromStart),
    ];
    fold = tellDay(plan, morning, facts);
    const context = fold.snapshot.context;
    const to = plan.phases[context.phase]?.next[0];
    if (context.ended === null && to !== undefined && gateTruth(plan, context) === 'satisfied')
      fold = tellDay(plan, fold, [
        { type: 'PhaseAdvanced', on: fromDayNumber(day), by: 'proof', to: plan.phases[to]!.id },
      ]);
  }
  return fold;
}

/** An absence in place of a meeting attended; nothing else is left of the day. */
function absent(fact: Fact): Fact[] {
  return fact.type === 'AttendanceRecorded' ? [{ ...fact, status: 'absent' }] : [];
}

type Score = { readonly instrument: string; readonly values: readonly number[] };

/** For each instrument a first score, and then the scores at which criteria of the plan turn. */
function scores(plan: Plan, first: number): Score[] {
  const found = new Map<string, number[]>();
  for (const node of plan.criteria) {
    if (node.node !== 'compare') continue;
    const { leaf, value } = node;
    if (leaf.type !== 'score' && leaf.type !== 'score-change') continue;
    const values = found.get(leaf.instrument) ?? [first];
    found.set(leaf.instrument, [...values, leaf.type === 'score' ? value : first + value]);
  }
  return [...found].map(([instrument, values]) => ({ instrument, values }));
}

/** The score of each instrument that is due at the beginning of a week, one after the other. */
function assessments(weekly: readonly Score[], day: number, fromStart: number): Fact[] {
  if (fromStart % 7 !== 0) return [];
  return weekly.map(({ instrument, values }) => ({
    on: fromDayNumber(day),
    by: 'proof',
    type: 'AssessmentRecorded',
    instrument,
    score: values[(fromStart / 7) % values.length]!,
  }));
}
