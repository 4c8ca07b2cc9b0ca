import { fromDayNumber, toDayNumber } from '../../src/curriculum/calendar-date.ts';
import type { Command } from '../../src/engine/command.ts';
import { courseOfPublication, type Publication } from '../../src/engine/publication.ts';
import { type Course, stagePlan } from '../../src/program/course.ts';
import type { Fact } from '../../src/program/episode-event.ts';
import { emptyFold, type Fold, foldAsOf, tellFact } from '../../src/program/fold.ts';
import { moveTo, moveTruth } from '../../src/program/move-gate.ts';
import { compareFacts } from '../../src/program/order-facts.ts';
import { gateTruth } from '../../src/program/phase-gate.ts';
import { gateLeaves } from '../../src/program/proof/gate-leaves.ts';
import { perfectDay } from '../../src/program/proof/perfect-day.ts';
import { type Clinic, createClinic } from './clinic.ts';

/** The command that records a fact of a perfect patient. */
const COMMANDS: Partial<Record<Fact['type'], Command['type']>> = {
  AttendanceRecorded: 'RecordAttendance',
  DrugTestRecorded: 'RecordDrugTest',
  MutualHelpRecorded: 'RecordMutualHelp',
  AssessmentRecorded: 'RecordAssessment',
  HomeworkRecorded: 'RecordHomework',
  SignedOff: 'SignOff',
  PhaseAdvanced: 'Advance',
  SteppedDown: 'StepDown',
  SteppedUp: 'StepUp',
  Transferred: 'TransferTo',
};
const MOVED = { 'step-down': 'SteppedDown', 'step-up': 'SteppedUp', transfer: 'Transferred' } as const;
const START = toDayNumber('2026-01-05');
const LONGEST = 1200;

/**
 * Takes a patient who does everything asked through a curriculum or a pathway, day by day and by commands, from the stage `from`
 * over those in `by`, to the end, or to the last of them where others would follow. He moves as soon as he may; up and across at the
 * end of his first week at a level. Fails where a command is refused.
 */
export async function liveCourse(
  publication: Publication,
  from?: string,
  by: readonly string[] = [],
): Promise<Clinic> {
  const pathway = 'pathway' in publication;
  const clinic = createClinic(pathway ? [] : [publication], pathway ? { pathways: [publication] } : {});
  const course = courseOfPublication(publication);
  const admission = { patient: 'p', lastUseOn: fromDayNumber(START), ...(from ? { stage: from } : {}) };
  await clinic.must({ type: 'Admit', curriculum: course.id, ...admission });
  const { id: curriculum, version } = course;
  const admitted = { type: 'Admitted', on: fromDayNumber(START), by: 'p', curriculum, version, ...admission };
  let fold = tellFact(course, emptyFold(course), { version: 1, fact: admitted as Fact });
  let told = 1;
  const ways = [...by];
  for (let day = START; day < START + LONGEST; day += 1) {
    const facts = dayOf(course, fold, day, ways);
    clinic.on(fromDayNumber(day));
    const commands = facts.map((fact) => {
      const { by: _by, ...fields } = { ...roleFor(course, fold, fact), ...fact };
      return { ...fields, episode: 'e-1', type: COMMANDS[fact.type] } as Command;
    });
    const outcomes = await clinic.engine.execute(commands);
    for (const [i, outcome] of outcomes.entries())
      if (!outcome.accepted)
        throw new Error(`${JSON.stringify(facts[i])}: ${outcome.refusal.code}: ${outcome.refusal.message}`);
    fold = tell(course, foldAsOf(course, fold, day), facts, told);
    told += facts.length;
    const { ended, stages } = fold.snapshot.context;
    if (ended !== null) return clinic;
    if (by.length > 0 && ways.length === 0 && stages.length > by.length && atTheEnd(course, fold))
      return clinic;
  }
  throw new Error(
    `no end after ${LONGEST} days, in ${stagePlan(course, fold.snapshot.context).curriculum.id}`,
  );
}

/** Who decides: the first who may at this level; what needs no decision keeps its own role. */
function roleFor(course: Course, { snapshot: { context } }: Fold, fact: Fact): { role?: string | undefined } {
  const plan = stagePlan(course, context);
  if (fact.type === 'PhaseAdvanced') return { role: plan.policies.advanceRoles[0] };
  return 'stage' in fact && fact.stage !== undefined ? { role: moveTo(plan, fact.stage)?.roles[0] } : {};
}

/** Whether a way ends where the patient is: where a step-up led to, and where others would lead on. */
function atTheEnd(course: Course, { snapshot: { context } }: Fold): boolean {
  const [before, last] = context.stages.slice(-2).map(({ stage }) => course.stages[stage]!);
  if (moveTo(before!.plan, last!.id)?.kind === 'step-up') return true;
  return last!.plan.phases.every(({ final }) => final === null);
}

function dayOf(course: Course, before: Fold, day: number, ways: string[]): Fact[] {
  const morning = foldAsOf(course, before, day);
  const facts: Fact[] = [];
  const on = { on: fromDayNumber(day), by: 'p' };
  for (let round = 0; round < 40; round += 1) {
    const { context } = tell(course, morning, facts).snapshot;
    if (context.ended !== null) return facts;
    const plan = stagePlan(course, context);
    const moved = facts.some(({ type }) => type.startsWith('Stepped') || type === 'Transferred');
    const move = ways[0] === undefined || moved ? undefined : moveTo(plan, ways[0]);
    const since = context.stages.at(-1)?.from ?? day;
    const due =
      move && move.kind !== 'step-down'
        ? day >= since + 7
        : moveTruth(plan, context, ways[0] ?? '') === 'satisfied';
    if (move && due) {
      const reason = move.kind === 'step-down' ? {} : { reason: 'usual therapy is not enough' };
      facts.push({ ...on, type: MOVED[move.kind], stage: ways.shift()!, ...reason } as Fact);
      if (ways.length === 0) return facts;
      continue;
    }
    const stage = moved ? { forStage: course.stages[context.stage]!.id } : {};
    const more = perfectDay(plan, context, day, facts).map((fact) => ({ ...fact, ...stage }));
    if (more.length > 0) {
      facts.push(...more);
      continue;
    }
    const next = gateTruth(plan, context) === 'satisfied' ? plan.phases[context.phase]?.next : undefined;
    const to = next?.map((phase) => plan.phases[phase]!).at(0);
    if (to && !moved) {
      facts.push({ ...on, type: 'PhaseAdvanced', to: to.id });
      continue;
    }
    const asked =
      move?.gate === null || move === undefined || to ? [] : wanted(course, move.gate, context.stage);
    const fresh = asked.filter(
      (fact) => !facts.some((one) => JSON.stringify(one) === JSON.stringify({ ...on, ...fact })),
    );
    if (fresh.length === 0) return facts;
    facts.push(...fresh.map((fact) => ({ ...on, ...fact }) as Fact));
  }
  return facts;
}

/** What a patient who waits for a move can still bring to its criteria: sign-offs and scores. */
function wanted(course: Course, gate: number, stage: number): object[] {
  return gateLeaves(course.stages[stage]!.plan, gate).flatMap(({ leaf: { leaf }, wanted: yes }): object[] => {
    if (!yes) return [];
    if (leaf.type === 'signed-off') return [{ type: 'SignedOff', role: leaf.role, subject: leaf.subject }];
    if (leaf.type !== 'score') return [];
    return [{ type: 'AssessmentRecorded', instrument: leaf.instrument, score: leaf.atLeast ?? leaf.atMost }];
  });
}

function tell(course: Course, morning: Fold, facts: readonly Fact[], told = 1): Fold {
  return facts
    .map((fact, index) => ({ version: told + index + 1, fact }))
    .sort((a, b) => compareFacts(course, a, b))
    .reduce((fold, standing) => tellFact(course, fold, standing), morning);
}
