import { addDays, toDayNumber } from '../../../src/curriculum/calendar-date.ts';
import type { AgendaEntry, Command, Engine } from '../../../src/index.ts';
import { careDay, type Give, type SetClock } from '../drive-patient.ts';
import { defineGroups, holdGroups, runByGroup } from './clinic-groups.ts';
import type { ClinicPatient } from './made-up-people.ts';

/** How the caseload names the review of a stay. */
const REVIEW = 'Review of the continued stay is due';
/** For how many days up to the last one the clinic runs open groups with rosters of their own. */
const GROUP_DAYS = 98;

/**
 * Takes a clinic through its days as its counselors would record them. On the last days some records are left open, as they are in real
 * clinics. `tell` hears of each day.
 */
export async function runAYear(
  engine: Engine,
  clock: SetClock,
  patients: readonly ClinicPatient[],
  days: { readonly first: string; readonly last: string },
  topicsOf: (track: string) => readonly string[],
  tell: (day: string) => void,
): Promise<void> {
  const ended = new Set<string>();
  const groupsFrom = addDays(days.last, -GROUP_DAYS);
  for (let day = days.first; day <= days.last; day = addDays(day, 1)) {
    clock.set(day);
    tell(day);
    await engine.advanceClock(day);
    if (day === groupsFrom) await defineGroups(engine, day, topicsOf);
    const sinceOf = ({ startsAfter }: ClinicPatient) =>
      toDayNumber(day) - toDayNumber(days.first) - startsAfter;
    const recordedElsewhere = (patient: ClinicPatient) => (meeting: AgendaEntry) =>
      day >= groupsFrom && runByGroup(patient.curriculum, meeting.track);
    if (day >= groupsFrom && day < addDays(days.last, -1)) {
      const present = patients.filter((one) => sinceOf(one) > 0 && !ended.has(one.episode));
      await holdGroups(
        engine,
        day,
        await Promise.all(
          present.map(async (one) => ({
            ...one,
            week: Math.floor(sinceOf(one) / 7) + 1,
            today: await engine.agenda(one.episode, { days: 1 }),
          })),
        ),
      );
    }
    for (const patient of patients) {
      const since = sinceOf(patient);
      const lazy = day > addDays(days.last, -3) && patient.episode.endsWith('3');
      if (since < 0 || ended.has(patient.episode) || lazy || day === days.last) continue;
      if (
        !(await liveADay(engine, { ...patient, recordedElsewhere: recordedElsewhere(patient) }, day, since))
      )
        ended.add(patient.episode);
    }
  }
}

/** One day of one patient; false once his episode has ended. */
async function liveADay(engine: Engine, patient: ClinicPatient, on: string, since: number): Promise<boolean> {
  const { episode, counselor, curriculum } = patient;
  const give: Give = async (...several) => {
    const commands = several.map((fields) => ({ episode, by: counselor, on, ...fields }) as Command);
    return (await engine.execute(commands)).every((outcome) => outcome.accepted);
  };
  if (since === 0)
    await give({ type: 'Admit', patient: patient.patient, curriculum, counselor, site: 'main' });
  const week = Math.floor(since / 7) + 1;
  const [from, to] = patient.leave ?? [0, 0];
  if (from > 0 && since === from * 7)
    await give({
      type: 'StartLeave',
      planned: true,
      expectedReturn: addDays(on, (to - from) * 7),
      reason: 'a family matter',
    });
  if (to > 0 && since === to * 7) await give({ type: 'EndLeave' });
  const away = from > 0 && since >= from * 7 && since < to * 7;
  const meetings = away ? [] : await engine.agenda(episode, { days: 1 });
  if (meetings.length === 0 && since % 7 !== 1 && since % 7 !== 5) return true;
  if (!away) await careDay(engine, patient, week, since % 7, give);
  const [row] = await engine.caseload({ episode, limit: 1 });
  // Stays are reviewed some days after that is due; those of every ninth patient are left open.
  if (
    row?.nextDue === REVIEW &&
    row.nextDueOn !== null &&
    row.nextDueOn < addDays(on, -2) &&
    !episode.endsWith('9')
  )
    await give({
      type: 'ReviewContinuedStay',
      outcome: 'continue',
      reason: 'still working on the goals of the plan',
    });
  const late = row?.nextDue?.endsWith('test due') === true && row.nextDueOn !== null && row.nextDueOn < on;
  if (late && week > 16 && patient.test(week) !== null && !episode.endsWith('3'))
    await give({ type: 'RecordDrugTest', result: 'negative', specimen: 'urine' });
  // Not everybody is advanced on the day on which he may be.
  if (row?.gate === 'satisfied' && row.lifecycle === 'active' && since % 3 === 0)
    await give({ type: 'Advance' });
  return row?.endedOn === null;
}
