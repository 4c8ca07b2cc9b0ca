import type { Fact } from './fact.ts';

/** What a reason is about. */
export type ReasonCode =
  | 'level'
  | 'condition'
  | 'age'
  | 'language'
  | 'network'
  | 'hours'
  | 'people'
  | 'transport'
  | 'wait'
  | 'eligibility'
  | 'priority';

/** A question that would turn something unknown into something known, and whom to ask. */
export type Question = { readonly ask: 'patient' | 'program'; readonly text: string };

/**
 * One reason for or against a program, or what is not known. It rests on a fact of the intake and a fact of the program.
 *
 * `subject` tells reasons of one code apart, as in the condition that it is about. Something unknown has a question.
 */
export type Reason = {
  readonly code: ReasonCode;
  readonly subject: string | null;
  readonly verdict: 'for' | 'against' | 'unknown';
  /** A program with a reason against it that is a must does not fit; the others weigh. */
  readonly must: boolean;
  readonly sentence: string;
  readonly patient: Fact;
  readonly program: Fact;
  readonly questions: readonly Question[];
};

const MUSTS: readonly ReasonCode[] = ['level', 'condition', 'age', 'language', 'eligibility'];

/** What a reason says apart from its facts: whether it holds, in which words, and what to ask where that is not known. */
export type Finding = {
  readonly holds: boolean | null;
  readonly sentence: string;
  readonly questions?: readonly Question[];
};

/** Puts a reason together: `holds` is true for, false against, null not known. Pure. */
export function reasonOf(
  code: ReasonCode,
  subject: string | null,
  { holds, sentence, questions = [] }: Finding,
  patient: Fact,
  program: Fact,
): Reason {
  const verdict = holds === null ? 'unknown' : holds ? 'for' : 'against';
  const open = holds === null ? questions : [];
  return { code, subject, verdict, must: MUSTS.includes(code), sentence, patient, program, questions: open };
}

/** Questions to those of whom something is not known. Pure. */
export function ask(patient: string | null, program: string | null): Question[] {
  return [
    ...(patient === null ? [] : [{ ask: 'patient' as const, text: patient }]),
    ...(program === null ? [] : [{ ask: 'program' as const, text: program }]),
  ];
}
