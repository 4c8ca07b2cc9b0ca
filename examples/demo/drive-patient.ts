import { addDays } from '../../src/curriculum/calendar-date.ts';
import type { CaseloadRow, Command, Engine, Explanation } from '../../src/index.ts';
import type { DemoPatient } from './patients.ts';
import type { Story } from './story.ts';

/** A clock that the demonstration sets. */
export type SetClock = { today(): string; now(): string; set(date: string): void };

const COUNSELOR = 'counselor-1';

/** Gives some commands in one transaction; true where they were accepted. */
export type Give = (...commands: Record<string, unknown>[]) => Promise<boolean>;

/** Takes one patient through the program day by day, as a counselor would record it, and tells the story as it goes. */
export async function drivePatient(
  engine: Engine,
  clock: SetClock,
  patient: DemoPatient,
  start: string,
  story: Story,
): Promise<void> {
  const { episode } = patient;
  const give: Give = async (...several) => {
    const commands = several.map(
      (fields) => ({ episode, by: COUNSELOR, on: clock.today(), ...fields }) as Command,
    );
    const outcomes = await engine.execute(commands);
    for (const outcome of outcomes) story.took(outcome);
    return outcomes.every((outcome) => outcome.accepted);
  };
  clock.set(start);
  await give({ type: 'Admit', patient: patient.patient, curriculum: 'matrix-iop', counselor: COUNSELOR });
  for (let day = 0; day < patient.weeks * 7; day += 1) {
    clock.set(addDays(start, day));
    const week = Math.floor(day / 7) + 1;
    story.clock(await engine.advanceClock(clock.today()));
    await careDay(engine, patient, week, day % 7, give);
    const evening = await engine.status(episode);
    const regular = evening.monitors.every(
      (monitor) => monitor.id !== 'attendance' || monitor.state === 'regular',
    );
    if (regular && evening.allowed.some(({ type }) => type === 'Advance')) await give({ type: 'Advance' });
    if (day % 7 === 6) {
      const status = await engine.status(episode);
      story.week(week, status);
      if (status.ended !== null) return;
    }
  }
}

/** Records one day of a patient as a counselor would: meetings, tests, what is due. `weekday` is 0 for the day of the week of admission. */
export async function careDay(
  engine: Engine,
  patient: DemoPatient,
  week: number,
  weekday: number,
  give: Give,
): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    const today = await engine.agenda(patient.episode, { days: 1 });
    const records = today
      .filter((meeting) => !meeting.recorded && patient.recordedElsewhere?.(meeting) !== true)
      .map((meeting) => {
        const status = patient.attends(meeting, week);
        const reason = status === 'excused' ? { reason: 'a family matter, told in advance' } : {};
        return { type: 'RecordAttendance', track: meeting.track, status, ...reason };
      });
    if (records.length > 0) await give(...records);
    if (round === 0 && !(await signAndAdvance(engine, patient, week, weekday, give))) break;
  }
  const row = await inShort(engine, patient.episode);
  if (row?.lifecycle !== 'active') return;
  const result = patient.test(week);
  if (weekday === 1 + (week % 3) && result !== null && (row.week ?? 0) <= 16)
    await give({ type: 'RecordDrugTest', result, specimen: 'urine' });
  if (week === patient.usesInWeek && weekday === 1)
    await give({ type: 'RecordUse', reason: 'told the counselor on the phone' });
  const comes = result !== null;
  if (comes && (weekday === 1 || weekday === 5)) await give({ type: 'RecordMutualHelp' });
  await workThatIsDue(engine, patient, week, give);
}

/** Signs what the gate asks for; true where the patient then moves on, so that the day has meetings of the next phase. */
async function signAndAdvance(
  engine: Engine,
  patient: DemoPatient,
  week: number,
  weekday: number,
  give: Give,
): Promise<boolean> {
  // What stands in the caseload is told at once; a whole status is asked for only where a signature is missing.
  const row = await inShort(engine, patient.episode);
  const first = week === 1 && weekday === 0;
  if (row?.blockers.some((blocker) => /^sign-off of [^,]*$/.test(blocker)) !== true)
    return first && row?.gate === 'satisfied' ? give({ type: 'Advance' }) : false;
  const status = await engine.status(patient.episode);
  const unsigned = leaves(status.gate?.explanation).filter(
    (leaf) => leaf.type === 'signed-off' && leaf.truth !== 'satisfied',
  );
  const others = leaves(status.gate?.explanation).filter(
    (leaf) => leaf.type !== 'signed-off' && leaf.truth !== 'satisfied',
  );
  if (others.length > 0 || status.ended !== null) return false;
  for (const { criterion } of unsigned) {
    if (criterion?.type === 'signed-off')
      await give({ type: 'SignOff', role: criterion.role, subject: criterion.subject });
  }
  return first ? give({ type: 'Advance' }) : false;
}

async function workThatIsDue(engine: Engine, patient: DemoPatient, week: number, give: Give): Promise<void> {
  const row = await inShort(engine, patient.episode);
  const due = row?.nextDueOn != null && row.nextDueOn <= row.asOf;
  if (!due && week !== patient.usesInWeek) return;
  const status = await engine.status(patient.episode);
  for (const due of status.due.filter((item) => item.kind === 'task' && item.dueOn <= status.asOf)) {
    if (due.item.startsWith('discharge/')) {
      await give({ type: 'Discharge', discharge: 'dropped-out', reason: 'no contact in spite of outreach' });
      return;
    }
    if (/call-patient|call-contact/.test(due.item))
      await give({ type: 'RecordContact', reached: patient.reachable });
    await give({ type: 'CompleteTask', task: due.item.replace(/^task\//, '') });
  }
  const relapsed = status.monitors.some(
    (monitor) => monitor.id === 'abstinence' && ['lapse', 'relapse'].includes(monitor.state),
  );
  if (relapsed && week === (patient.usesInWeek ?? 0) && status.phase?.id !== 'early-recovery') {
    await give({
      type: 'ReturnToPhase',
      to: 'early-recovery',
      reason: 'use reported and a positive test; more skills before going on',
    });
  }
}

/** Where a patient stands, as the caseload keeps it. */
async function inShort(engine: Engine, episode: string): Promise<CaseloadRow | undefined> {
  return (await engine.caseload({ episode, limit: 1 }))[0];
}

function leaves(explanation: Explanation | undefined): Explanation[] {
  if (!explanation) return [];
  return explanation.of ? explanation.of.flatMap(leaves) : [explanation];
}
