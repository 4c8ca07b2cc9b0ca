import type { RefusalCode } from '../../engine/refusal.ts';
import { HttpProblem } from '../http/http-problem.ts';

/** Which field of a form a refusal is about, where it is about one. */
const FIELDS: Partial<Record<RefusalCode, string>> = {
  'in-the-future': 'on',
  'before-admission': 'on',
  'unknown-session': 'session',
  'session-needed': 'session',
  'minutes-needed': 'minutes',
  'return-before-leave': 'expectedReturn',
  'leave-too-long': 'expectedReturn',
  'score-out-of-range': 'score',
  'unknown-instrument': 'instrument',
  'subject-needed': 'subject',
  'unknown-subject': 'subject',
  'reason-needed': 'reason',
};

/** A refusal told at the field that it is about, where a form has that field; any other problem as it is. Pure. */
export function atItsField(problem: HttpProblem | null, names: readonly string[]): HttpProblem | null {
  const pointer = problem === null ? undefined : FIELDS[problem.code as RefusalCode];
  if (problem === null || pointer === undefined || !names.includes(pointer)) return problem;
  const { status, code, message, members, headers } = problem;
  const errors = [{ in: 'body', pointer: `/${pointer}`, message }];
  return new HttpProblem(status, code, message, { ...members, errors }, headers);
}
