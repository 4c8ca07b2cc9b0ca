import type { EligibilityCriterion } from '../../curriculum/eligibility.ts';
import type { Intake } from '../../curriculum/intake/intake.ts';
import { entryCriterionWords, explainEntryCriterion } from '../../program/explain-entry-criterion.ts';
import { entryFact, entryQuestion } from './entry-fact.ts';
import { curriculumFact } from './fact.ts';
import { ask, type Reason, reasonOf } from './reason.ts';
import type { Run } from './run-by.ts';

/**
 * Whether a curriculum that a program runs admits the patient: a reason for each criterion of its eligibility. Pure; none where
 * it does not say whom it admits, or is not at hand.
 */
export function eligibilityReasons(run: Run | null, intake: Intake): Reason[] {
  const curriculum = run?.curriculum;
  const { include = [], exclude = [] } = curriculum?.eligibility ?? {};
  const before = { intake: { value: intake, fact: 0 }, scores: new Map() };
  const judged = (side: 'include' | 'exclude', criteria: readonly EligibilityCriterion[]): Reason[] =>
    criteria.map((criterion, index) => {
      const { truth, sentence } = explainEntryCriterion(criterion, before, side === 'include');
      const holds = truth === 'unknown' ? null : truth === 'satisfied';
      const path = `eligibility.${side}.${index}`;
      const asked = `${entryCriterionWords(criterion)}${side === 'include' ? '' : ' (must not be the case)'}`;
      return reasonOf(
        'eligibility',
        `${curriculum?.id}.${path}`,
        {
          holds,
          sentence: `${curriculum?.title} ${holds === false ? 'does not admit' : 'asks'}: ${sentence}${criterion.provisional ? ' (provisional)' : ''}.`,
          questions: ask(entryQuestion(criterion), null),
        },
        entryFact(criterion, intake),
        curriculumFact(curriculum?.id ?? '', path, asked),
      );
    });
  return [...judged('include', include), ...judged('exclude', exclude)];
}
