import type { Intake } from '../../curriculum/intake/intake.ts';
import { known } from '../../curriculum/intake/known.ts';
import { languageName } from '../../curriculum/intake/language.ts';
import type { ProgramEntry } from '../../curriculum/program-directory/program-entry.ts';
import { directoryFact, intakeFact } from './fact.ts';
import { listWords } from './list-words.ts';
import { ask, type Finding, type Reason, reasonOf } from './reason.ts';

/** The age limits of a program in words, null where they are not known. `{ minimum: 18 } //=> '18 and older'` */
export function ageWords(entry: ProgramEntry): string | null {
  const ages = known(entry.ages);
  if (ages === null) return null;
  const { minimum, maximum } = ages;
  if (minimum === undefined && maximum === undefined) return 'any age';
  if (maximum === undefined) return `${minimum} and older`;
  return minimum === undefined ? `up to ${maximum}` : `${minimum} to ${maximum}`;
}

/** Whether a program admits people of the patient's age. Pure. */
export function ageReason(entry: ProgramEntry, intake: Intake): Reason {
  const age = known(intake.age);
  const ages = known(entry.ages);
  const words = ageWords(entry);
  const patient = intakeFact('age', age === null ? null : String(age));
  const program = directoryFact(entry.id, 'ages', words);
  return reasonOf('age', null, finding(), patient, program);

  function finding(): Finding {
    if (words === 'any age') return { holds: true, sentence: 'It has no age limits.' };
    if (age === null || ages === null) {
      const questions = ask(
        age === null ? 'How old is the patient?' : null,
        ages === null ? 'Which ages do you admit?' : null,
      );
      const sentence =
        words === null
          ? 'Its age limits are not known.'
          : `It admits people of ${words}; the patient’s age is not known.`;
      return { holds: null, sentence, questions };
    }
    const holds = age >= (ages.minimum ?? 0) && age <= (ages.maximum ?? Number.POSITIVE_INFINITY);
    return { holds, sentence: `It admits people of ${words}; the patient is ${age}.` };
  }
}

/** Whether a program treats in a language that will do. Pure. */
export function languageReason(entry: ProgramEntry, intake: Intake): Reason {
  const spoken = known(intake.languages);
  const offered = known(entry.languages);
  const patient = intakeFact('languages', spoken && listWords(spoken.map(languageName), 'or'));
  const program = directoryFact(entry.id, 'languages', offered && listWords(offered.map(languageName)));
  if (spoken === null || offered === null) {
    const which = patient.value ?? 'a language that the patient speaks';
    const questions = ask(
      spoken === null ? 'In which languages can the patient be treated?' : null,
      offered === null ? `Do you treat in ${which}?` : null,
    );
    const sentence = `Whether it treats in ${which} is not known.`;
    return reasonOf('language', null, { holds: null, sentence, questions }, patient, program);
  }
  const shared = spoken.filter((language) => offered.includes(language));
  const sentence =
    shared.length > 0
      ? `It treats in ${listWords(shared.map(languageName))}.`
      : `It treats in ${program.value}, not in ${patient.value}.`;
  return reasonOf('language', null, { holds: shared.length > 0, sentence }, patient, program);
}
