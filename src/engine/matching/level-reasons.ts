import type { Intake } from '../../curriculum/intake/intake.ts';
import { known } from '../../curriculum/intake/known.ts';
import type { LevelOfCare } from '../../curriculum/level-of-care.ts';
import { directoryFact, intakeFact } from './fact.ts';
import { EDITIONS, levelWords } from './level-words.ts';
import { listWords } from './list-words.ts';
import { ask, type Reason, reasonOf } from './reason.ts';
import type { RunBy } from './run-by.ts';

/**
 * Whether a program has the levels of care that a person stated as needed: a reason for each. Pure.
 *
 * A number means something only inside its edition: 2.1 of one edition is neither the same as 2.1 of another nor different
 * from it, so that the answer is then unknown. No level is computed from scores or ratings.
 */
export function levelReasons({ entry, runs, complete }: RunBy, intake: Intake): Reason[] {
  const has = levelsOf({ entry, runs, complete });
  const words = has.levels.length === 0 && !has.complete ? null : listWords(has.levels.map(levelWords));
  const offered = directoryFact(entry.id, 'levels', words);
  const needed = known(intake.neededLevels);
  if (needed === null || needed.length === 0) {
    const sentence = 'No level of care has been found to be needed yet.';
    const questions = ask(
      'Which level of care does a clinician find to be needed, and by which edition?',
      null,
    );
    const stated = intakeFact('neededLevels', needed === null ? null : 'none');
    return [reasonOf('level', null, { holds: null, sentence, questions }, stated, offered)];
  }
  return needed.map(({ level, by }) => {
    const name = levelWords(level);
    const stated = intakeFact('neededLevels', `${name}, by ${by}`);
    const subject = `${level.system} ${level.level}`;
    const same = has.levels.filter(({ system }) => system === level.system);
    if (same.some((one) => one.level === level.level)) {
      return reasonOf(
        'level',
        subject,
        { holds: true, sentence: `It has ${name}, as needed.` },
        stated,
        offered,
      );
    }
    if (has.complete && same.length > 0) {
      const sentence = `It has ${listWords(same.map(levelWords))}; needed is ${name}.`;
      return reasonOf('level', subject, { holds: false, sentence }, stated, offered);
    }
    const others = [...new Set(has.levels.map(({ system }) => EDITIONS[system]))];
    const sentence =
      others.length > 0 && same.length === 0
        ? `Needed is ${name}; it states its levels by ${listWords(others)}, which are not the same.`
        : `Whether it has ${name} is not known.`;
    const questions = ask(null, `Do you provide ${name}?`);
    return reasonOf('level', subject, { holds: null, sentence, questions }, stated, offered);
  });
}

/** Whether a curriculum is at a level that is needed; null where that is not known. Pure. */
export function isAtNeededLevel(level: LevelOfCare | null, intake: Intake): boolean | null {
  const needed = known(intake.neededLevels) ?? [];
  const same = needed.filter((one) => one.level.system === level?.system);
  return same.length === 0 ? null : same.some((one) => one.level.level === level?.level);
}

/** The levels that an entry names and those of its curricula; complete where none can be missing. */
function levelsOf({ entry, runs, complete }: RunBy): { levels: LevelOfCare[]; complete: boolean } {
  const stated = known(entry.levels);
  const all = [...(stated ?? []), ...runs.flatMap(({ curriculum }) => curriculum?.levelOfCare ?? [])];
  const distinct = new Map(all.map((level) => [`${level.system} ${level.level}`, level]));
  return { levels: [...distinct.values()], complete: stated !== null || complete };
}
