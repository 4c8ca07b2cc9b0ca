import type { Intake } from '../../curriculum/intake/intake.ts';
import { known } from '../../curriculum/intake/known.ts';
import type { ProgramEntry } from '../../curriculum/program-directory/program-entry.ts';
import { explainEligibility } from '../../program/explain-eligibility.ts';
import { entryFact, entryQuestion } from './entry-fact.ts';
import { directoryFact } from './fact.ts';
import { ask, type Reason, reasonOf } from './reason.ts';

/**
 * Whether the patient comes before others on the waitlist of a program: a reason for the first of its rules that holds, and for
 * each before it of which something is not known. Pure; none where a place is free, or no rule can hold.
 */
export function priorityReasons(entry: ProgramEntry, intake: Intake): Reason[] {
  const rules = [...(entry.waiting?.priorities ?? [])].sort((a, b) => a.priority - b.priority);
  if (rules.length === 0 || (known(entry.capacity)?.free ?? 0) > 0) return [];
  const before = { intake: { value: intake, fact: 0 }, scores: new Map() };
  const reasons: Reason[] = [];
  for (const rule of rules) {
    const { truth, of = [] } = explainEligibility({ include: rule.when }, before);
    if (truth === 'unsatisfied') continue;
    const decisive = rule.when[of.findIndex((child) => child.truth === truth)] ?? rule.when[0]!;
    const holds = truth === 'satisfied' ? true : null;
    const sentence = holds
      ? `On its waitlist this patient comes before others (${rule.title}).`
      : `Whether this patient comes before others on its waitlist is not known (${rule.title}).`;
    const unknown = rule.when.filter((_, index) => of[index]?.truth === 'unknown').map(entryQuestion);
    const questions = unknown.flatMap((question) => ask(question, null));
    const program = directoryFact(entry.id, `waiting.priorities.${rule.id}`, rule.title);
    reasons.push(
      reasonOf('priority', rule.id, { holds, sentence, questions }, entryFact(decisive, intake), program),
    );
    if (holds) break;
  }
  return reasons;
}
