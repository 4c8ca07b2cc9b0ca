import type { EligibilityCriterion } from '../../curriculum/eligibility.ts';
import type { Intake } from '../../curriculum/intake/intake.ts';
import { entryCriterionWords, explainEntryCriterion } from '../../program/explain-entry-criterion.ts';
import { entryFact, entryQuestion } from './entry-fact.ts';
import { curriculumFact, intakeFact } from './fact.ts';
import { ask, type Reason, reasonOf } from './reason.ts';
import type { Run } from './run-by.ts';

/**
 * Whether a curriculum that a program runs admits the patient: a reason for each criterion of its eligibility, none where it does not
 * say whom it admits, and one that is unknown where it is not at hand. Pure.
 */
export function eligibilityReasons(run: Run | null, intake: Intake): Reason[] {
  if (run !== null && run.curriculum === null) return [notAtHand(run.id)];
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

function notAtHand(id: string): Reason {
  return reasonOf(
    'eligibility',
    id,
    {
      holds: null,
      sentence: `Whom ${id} admits is not known: that curriculum is not at hand.`,
      questions: ask(null, `Whom does ${id} admit?`),
    },
    intakeFact('conditions', null),
    curriculumFact(id, 'eligibility', null),
  );
}
