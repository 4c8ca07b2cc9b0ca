import { CONDITIONS } from '../../curriculum/intake/condition.ts';
import type { Intake } from '../../curriculum/intake/intake.ts';
import { known } from '../../curriculum/intake/known.ts';
import type { ProgramEntry } from '../../curriculum/program-directory/program-entry.ts';
import { ageWords } from './admission-reasons.ts';
import { coverageReason } from './coverage-reason.ts';
import { describeCourse } from './describe-course.ts';
import { conditionReasons, peopleReasons, peopleWords } from './experience-reasons.ts';
import { curriculumFact, directoryFact, type Fact } from './fact.ts';
import { listWords } from './list-words.ts';
import { NINE_QUESTIONS, type NineQuestion } from './nine-questions.ts';
import type { Reason } from './reason.ts';
import type { Run } from './run-by.ts';

/** The answer of a program to one of the nine questions; null where it is not known, which is then a question to ask. */
export type NineAnswer = {
  readonly code: NineQuestion;
  readonly question: string;
  readonly answer: string | null;
  readonly facts: readonly Fact[];
  /** True where the answer rests on something that was not checked against its source. */
  readonly provisional: boolean;
};

/** Answers the nine questions for a program and one curriculum that it runs, from its entry and the curriculum. Pure. */
export function nineAnswers(entry: ProgramEntry, run: Run | null, intake: Intake): NineAnswer[] {
  const course = run?.curriculum ? describeCourse(run.curriculum) : null;
  const stated = (code: NineQuestion, text: string | null, field: string) =>
    answerOf(code, text, [directoryFact(entry.id, field, text)]);
  const described = (
    code: NineQuestion,
    part: 'duration' | 'structure' | 'arrangement' | 'proceeding',
    field: string,
  ) => {
    const text = course?.[part] ?? null;
    const fact =
      run === null ? directoryFact(entry.id, 'curricula', null) : curriculumFact(run.id, field, text);
    return answerOf(code, text, [fact], text !== null && course?.provisional === true);
  };
  return [
    inNetwork(entry, intake),
    described('duration', 'duration', 'phases'),
    experience('condition', entry, conditionReasons(entry, intake), known(entry.conditions), conditionWords),
    experience('people', entry, peopleReasons(entry, intake), known(entry.people), peopleWords),
    described('structure', 'structure', 'tracks'),
    stated('ages', ageWords(entry), 'ages'),
    described('arrangement', 'arrangement', 'tracks'),
    described('proceeding', 'proceeding', 'phases'),
    stated('expertise', wordsOf(known(entry.expertise)), 'expertise'),
  ];
}

function answerOf(
  code: NineQuestion,
  answer: string | null,
  facts: readonly Fact[],
  provisional = false,
): NineAnswer {
  return { code, question: NINE_QUESTIONS[code], answer, facts, provisional };
}

/** Yes or no where both sides are known; else what the program says of itself. */
function inNetwork(entry: ProgramEntry, intake: Intake): NineAnswer {
  const { verdict, sentence, patient, program } = coverageReason(entry, intake);
  const itsOwn = known(entry.networks);
  const said = itsOwn && (itsOwn.length === 0 ? 'In no network' : `In network with ${listWords(itsOwn)}`);
  const answer = verdict === 'unknown' ? said : sentence;
  return answerOf('network', answer, [patient, program]);
}

/** What is known of the patient's own needs; else what the program says of itself. */
function experience(
  code: 'condition' | 'people',
  entry: ProgramEntry,
  reasons: readonly Reason[],
  has: Readonly<Record<string, boolean | 'unknown' | undefined>> | null,
  words: (id: string) => string,
): NineAnswer {
  const own = reasons.filter(({ verdict }) => verdict !== 'unknown');
  if (own.length > 0) {
    const open = reasons.filter(({ verdict }) => verdict === 'unknown');
    const facts = reasons.flatMap(({ patient, program }) => [patient, program]);
    return answerOf(code, [...own, ...open].map(({ sentence }) => sentence).join(' '), facts);
  }
  const asked = reasons.some(({ subject }) => subject !== null);
  const yes = Object.entries(has ?? {}).flatMap(([id, one]) => (one === true ? [words(id)] : []));
  const said = asked || yes.length === 0 ? null : `It has experience with ${listWords(yes)}.`;
  return answerOf(code, said, [
    directoryFact(entry.id, code === 'condition' ? 'conditions' : 'people', said),
  ]);
}

function conditionWords(id: string): string {
  return CONDITIONS[id as keyof typeof CONDITIONS];
}

function wordsOf(list: readonly string[] | null): string | null {
  return list && listWords(list);
}
