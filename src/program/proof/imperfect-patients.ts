import { fromDayNumber } from '../../curriculum/calendar-date.ts';
import type { Fact } from '../episode-event.ts';
import { emptyFold, type Fold, foldAsOf } from '../fold.ts';
import { gateTruth } from '../phase-gate.ts';
import type { Plan } from '../plan.ts';
import { tellDay } from './live-day.ts';
import { perfectDay } from './perfect-day.ts';

const WEEKS = 20;

type Change = (fact: Fact, fromStart: number) => Fact[];

/** The tellings of patients who stop coming, use, miss tests, stay away twice, or score poorly, through twenty weeks. */
export function imperfectPatients(plan: Plan, admittedOn: number): Fold[] {
  const scores = poorScores(plan);
  const changes: Change[] = [
    (fact, day) => (day < 14 ? [fact] : fact.type === 'AttendanceRecorded' && day < 42 ? [absent(fact)] : []),
    (fact, day) =>
      fact.type === 'DrugTestRecorded'
        ? [{ ...fact, result: day >= 14 && day < 70 ? 'positive' : 'negative' }]
        : [fact],
    (fact, day) =>
      fact.type === 'DrugTestRecorded'
        ? [{ ...fact, result: day >= 14 && day < 70 ? 'missed' : 'negative' }]
        : [fact],
    (fact, day) => (fact.type === 'AttendanceRecorded' && day >= 14 && day < 24 ? [absent(fact)] : [fact]),
    (fact) =>
      fact.type === 'DrugTestRecorded'
        ? [
            fact,
            ...scores.map(
              ({ instrument, score }): Fact => ({
                on: fact.on,
                by: fact.by,
                type: 'AssessmentRecorded',
                instrument,
                score,
              }),
            ),
          ]
        : [fact],
  ];
  return changes.map((change) => live(plan, admittedOn, change));
}

function live(plan: Plan, admittedOn: number, change: Change): Fold {
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
    const facts = perfectDay(plan, morning.snapshot.context, day, []).flatMap((fact) =>
      change(fact, fromStart),
    );
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

function absent(fact: Extract<Fact, { type: 'AttendanceRecorded' }>): Fact {
  return { ...fact, status: 'absent' };
}

/** The scores at which the monitors of a plan would move. */
function poorScores(plan: Plan): { instrument: string; score: number }[] {
  return plan.criteria.flatMap((node) =>
    node.node === 'compare' && node.leaf.type === 'score'
      ? [{ instrument: node.leaf.instrument, score: node.value }]
      : [],
  );
}
