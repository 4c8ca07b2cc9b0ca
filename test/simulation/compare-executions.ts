import { type Course, courseOf, stagePlan } from '../../src/program/course.ts';
import type { Plan } from '../../src/program/plan.ts';
import type { Behaviour } from '../../src/simulation/behaviour.ts';
import { compileBehaviour } from '../../src/simulation/compile-behaviour.ts';
import { ENDS } from '../../src/simulation/ends.ts';
import { eventTable } from '../../src/simulation/event-table.ts';
import { compileKernel, type Kernel, type KernelRun } from '../../src/simulation/kernel/compile-kernel.ts';
import type { PatientColumns } from '../../src/simulation/patient-columns.ts';
import { patientHash } from '../../src/simulation/reference/patient-hash.ts';
import { type PatientRun, simulatePatient } from '../../src/simulation/reference/simulate-patient.ts';

/** A patient who came out differently, with the events of both executions from where they part. */
export type Disagreement = {
  readonly patient: number;
  readonly kernel: string[];
  readonly machine: string[];
};

/** Drives some patients through the machine and through the kernel; what they tell differently. Throws where the kernel refuses. */
export function disagreements(
  of: Plan | Course,
  behaviour: Behaviour,
  { seed, count, horizonDays }: { seed: number; count: number; horizonDays: number },
): {
  disagreements: Disagreement[];
  events: number;
  ends: Set<string>;
  moves: number;
  credits: number;
  earned: number;
  leaves: number;
  returns: number;
} {
  const kernel = compileKernel(of, behaviour, { keep: 'all' });
  if (!kernel.accepted)
    throw new Error(kernel.refusals.map(({ code, message }) => `${code}: ${message}`).join('; '));
  const logs = Array.from({ length: count }, (): string[] => []);
  const { patients } = kernel.run({ seed, first: 0, count, horizonDays }, (who, packed, n) => {
    for (let i = 0; i < n; i += 1)
      logs[who[i] as number]?.push(
        eventText(kernel, (packed[i] as number) >>> 9, (packed[i] as number) & 511),
      );
  });
  const found: Disagreement[] = [];
  const other = otherColumns(of, behaviour, patients, { seed, first: 0, count, horizonDays });
  if (other.length > 0) found.push({ patient: -1, kernel: other, machine: [] });
  const ends = new Set<string>();
  let events = 0;
  let moves = 0;
  let credits = 0;
  let earnings = 0;
  let leaves = 0;
  let returns = 0;
  const names = createEventNames(of, behaviour);
  for (let patient = 0; patient < count; patient += 1) {
    const run = simulatePatient(of, behaviour, { seed, patient, horizonDays });
    const plan = stagePlan(courseOf(of), run.fold.snapshot.context);
    moves += run.fold.snapshot.context.stages.length - 1;
    credits += run.fold.snapshot.context.credits.length;
    ends.add(run.end);
    leaves += run.facts.filter(({ fact }) => fact.type === 'LeaveEnded').length;
    returns += run.facts.filter(({ fact }) => fact.type === 'Readmitted').length;
    events += run.events.length;
    const earned = (run.fold.snapshot.context.incentives ?? []).reduce((sum, one) => sum + one.earned, 0);
    earnings += earned;
    const longest = Math.min(run.longest, run.endDay);
    if (
      patientHash(plan, run) === patients.hash[patient] &&
      earned === patients.earned[patient] &&
      longest === patients.longestAbstinence[patient]
    )
      continue;
    const log = logs[patient] as string[];
    const told = names(run).map(({ day, name }) => `week ${Math.floor(day / 7)}: ${name}`);
    const end = (of: string, day: number) => `${of} on day ${day}`;
    told.push(`earned ${earned}, ${longest} days without use`);
    log.push(
      `earned ${patients.earned[patient]}, ${patients.longestAbstinence[patient]} days without use`,
      end(ENDS[patients.end[patient] ?? 0] ?? '', patients.endDay[patient] ?? 0),
    );
    told.push(end(run.end, run.endDay));
    const parts = told.findIndex((text, i) => text !== log[i]);
    const from = Math.max(0, (parts < 0 ? log.length : parts) - 3);
    found.push({ patient, kernel: log.slice(from, from + 8), machine: told.slice(from, from + 8) });
  }
  return { disagreements: found, events, ends, moves, credits, earned: earnings, leaves, returns };
}

/** The columns in which the kernel of every day, which keeps only what decides anything and tells in place, comes to something else. */
function otherColumns(of: Plan | Course, behaviour: Behaviour, expected: PatientColumns, run: KernelRun) {
  const kernel = compileKernel(of, behaviour);
  if (!kernel.accepted) throw new Error('refused');
  const { patients } = kernel.run(run);
  const names = Object.keys(expected) as (keyof PatientColumns)[];
  return names.filter((name) => name !== 'hash' && `${patients[name]}` !== `${expected[name]}`);
}

function eventText(kernel: Kernel, week: number, code: number): string {
  return `week ${week}: ${kernel.eventNames[code]}`;
}

/** The events of a patient by name; codes are those of the stage that he was at. */
function createEventNames(of: Plan | Course, behaviour: Behaviour) {
  const tables = courseOf(of).stages.map(({ plan }) => eventTable(plan, compileBehaviour(plan, behaviour)));
  return (run: PatientRun): { day: number; name: string | undefined }[] => {
    const stages = [...run.fold.snapshot.context.stages];
    let table = tables[stages.shift()?.stage ?? 0]!;
    return run.events.map(({ day, code }) => {
      const next = tables[stages[0]?.stage ?? -1];
      if (next && stages[0]!.from - run.admittedOn === day && next.entered === code) {
        table = next;
        stages.shift();
      }
      return { day, name: table.events[code]?.name };
    });
  };
}
