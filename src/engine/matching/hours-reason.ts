import type { Intake } from '../../curriculum/intake/intake.ts';
import { known } from '../../curriculum/intake/known.ts';
import { spansLieIn, spansMeet, type WeekSpan, weekSpans } from '../../curriculum/intake/weekly-hours.ts';
import type { LevelOfCare } from '../../curriculum/level-of-care.ts';
import type { ProgramEntry } from '../../curriculum/program-directory/program-entry.ts';
import { curriculumFact, directoryFact, type Fact, intakeFact } from './fact.ts';
import { levelWords } from './level-words.ts';
import { listWords } from './list-words.ts';
import { ask, type Finding, type Reason, reasonOf } from './reason.ts';
import type { Run } from './run-by.ts';
import { hoursWords, scheduleWords } from './schedule-words.ts';
import { weeklyMeetings } from './weekly-meetings.ts';

/** Levels at which treatment takes the whole day and patients live in the program; at 3.1 they may work. */
const LIVED_IN: Record<LevelOfCare['system'], readonly string[]> = {
  'asam-3': ['3.3', '3.5', '3.7', '4'],
  'asam-4': ['3.5', '3.7', '4'],
  general: ['inpatient'],
};

/**
 * Whether the meetings of a program leave the patient's working hours alone, for one curriculum that it runs. Pure.
 *
 * The hours that the program itself states come first, then the schedule of the curriculum. Only groups count: an individual
 * appointment can be arranged, a group cannot (so the service agreement of the Matrix manual). At levels at which patients
 * live in the program nobody works outside.
 */
export function hoursReason(entry: ProgramEntry, run: Run | null, intake: Intake): Reason {
  const work = known(intake.workHours);
  const stated = known(entry.hours);
  const patient = intakeFact('workHours', work && hoursWords(work));
  const ofEntry = directoryFact(entry.id, 'hours', stated && hoursWords(stated));
  const reason = (finding: Finding, program: Fact) =>
    reasonOf('hours', run?.id ?? null, finding, patient, program);
  if (work?.length === 0)
    return reason({ holds: true, sentence: 'The patient has no working hours.' }, ofEntry);
  if (work === null) {
    const questions = ask('At which hours does the patient work, or look after others?', null);
    return reason(
      { holds: null, sentence: 'The patient’s working hours are not known.', questions },
      ofEntry,
    );
  }
  const taken = weekSpans(work);
  if (stated !== null && stated.length > 0) {
    const spans = weekSpans(stated);
    const when = hoursWords(stated);
    if (!spansMeet(spans, taken))
      return reason({ holds: true, sentence: `It meets outside working hours (${when}).` }, ofEntry);
    if (spansLieIn(spans, taken))
      return reason({ holds: false, sentence: `It meets in working hours only (${when}).` }, ofEntry);
  }
  if (run?.curriculum) return reason(...bySchedule(run.curriculum, taken));
  const questions = ask(null, `Do your groups leave these hours free: ${hoursWords(work)}?`);
  const sentence = 'Whether its groups leave working hours free is not known.';
  return reason({ holds: null, sentence, questions }, ofEntry);
}

function bySchedule(curriculum: NonNullable<Run['curriculum']>, taken: readonly WeekSpan[]): [Finding, Fact] {
  const { system, level } = curriculum.levelOfCare;
  if (LIVED_IN[system].includes(level)) {
    const fact = curriculumFact(curriculum.id, 'levelOfCare', levelWords(curriculum.levelOfCare));
    return [
      { holds: false, sentence: `Patients of ${curriculum.id} live there, and cannot work meanwhile.` },
      fact,
    ];
  }
  const meetings = weeklyMeetings(curriculum);
  const groups = meetings.filter(({ track: { format } }) => format === 'group' || format === 'family');
  const collide = groups.filter(({ spans }) => spansMeet(spans, taken)).map(({ track }) => track);
  const schedule = groups.map(({ track }) => `${track.title}: ${scheduleWords(track)}`).join('; ');
  const fact = curriculumFact(curriculum.id, 'tracks', schedule || 'no groups');
  if (collide.length === 0) {
    const single = meetings.filter(
      ({ track, spans }) => track.format !== 'group' && track.format !== 'family' && spansMeet(spans, taken),
    );
    const arrange =
      single.length === 0 ? '' : `; ${listWords(single.map(({ track }) => track.title))} to be arranged`;
    const words =
      groups.length === 0 ? 'It has no groups at set hours' : 'Its groups are outside working hours';
    return [{ holds: true, sentence: `${words} (${curriculum.id})${arrange}.` }, fact];
  }
  const when = listWords(collide.map((track) => `${track.title} (${scheduleWords(track)})`));
  return [{ holds: false, sentence: `Of ${curriculum.id}, ${when} would fall into working hours.` }, fact];
}
