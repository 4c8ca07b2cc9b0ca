import type { NineAnswer } from './nine-answers.ts';
import type { Question, Reason } from './reason.ts';

/** A curriculum that a program runs, as a way for this patient; null where the program names none. */
export type MatchOption = {
  readonly curriculum: string | null;
  /** Null where its level, or the level that is needed in the same edition, is not known. */
  readonly atNeededLevel: boolean | null;
  /** By its eligibility and what the intake says; null where something is not known, true where it does not say whom it admits. */
  readonly admits: boolean | null;
  readonly hours: Reason;
};

/** How one program stands to one patient. */
export type ProgramMatch = {
  readonly rank: number;
  readonly program: string;
  readonly title: string;
  readonly place: string | null;
  readonly statedOn: string | null;
  /** `fits`: every must is met. `open`: none is missed, but something is not known. */
  readonly standing: 'fits' | 'open' | 'does-not-fit';
  /** The curriculum to which the answers belong: the one that suits best. */
  readonly curriculum: string | null;
  readonly options: readonly MatchOption[];
  readonly reasons: readonly Reason[];
  readonly answers: readonly NineAnswer[];
  /** What to ask the program. */
  readonly questions: readonly string[];
};

/** Programs in the order in which they are recommended, and what to ask the patient. A person decides. */
export type Matching = {
  readonly directory: string;
  readonly programs: readonly ProgramMatch[];
  readonly questions: readonly string[];
};

/** The texts of the questions to one side, each once, in the order in which they came up. Pure. */
export function questionsTo(side: Question['ask'], reasons: readonly Reason[]): string[] {
  const questions = reasons.flatMap((reason) => reason.questions);
  return [...new Set(questions.filter(({ ask }) => ask === side).map(({ text }) => text))];
}
