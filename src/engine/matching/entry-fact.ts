import type { EligibilityCriterion } from '../../curriculum/eligibility.ts';
import type { Intake } from '../../curriculum/intake/intake.ts';
import { entryCriterionWords, explainEntryCriterion } from '../../program/explain-entry-criterion.ts';
import { type Fact, intakeFact } from './fact.ts';

const ASKED: Partial<Record<EligibilityCriterion['type'], string>> = {
  age: 'How old is the patient?',
  condition: 'For which conditions is treatment wanted?',
  referral: 'Who referred the patient?',
  language: 'In which languages can the patient be treated?',
  'needed-level': 'Which level of care does a clinician find to be needed, and by which edition?',
};

/** The fact of an intake that answers a criterion, with what it says; null where it does not. Pure. */
export function entryFact(criterion: EligibilityCriterion, intake: Intake): Fact {
  const before = { intake: { value: intake, fact: 0 }, scores: new Map() };
  const { truth, sentence } = explainEntryCriterion(criterion, before, true);
  const found = truth === 'unknown' ? null : sentence.slice(entryCriterionWords(criterion).length + 2);
  return intakeFact(pathOf(criterion), found);
}

/** What to ask a patient so that a criterion is known. Pure. */
export function entryQuestion(criterion: EligibilityCriterion): string {
  switch (criterion.type) {
    case 'score':
      return `What is the score of ${criterion.instrument}?`;
    case 'rating':
      return `How does a clinician rate dimension ${criterion.dimension} (${criterion.edition})?`;
    case 'finding':
      return `Is this the case: ${criterion.title}?`;
    default:
      return ASKED[criterion.type] ?? '';
  }
}

function pathOf(criterion: EligibilityCriterion): string {
  switch (criterion.type) {
    case 'score':
      return `screenings.${criterion.instrument}`;
    case 'rating':
      return `ratings.${criterion.edition}.${criterion.dimension}`;
    case 'finding':
      return `findings.${criterion.finding}`;
    case 'needed-level':
      return 'neededLevels';
    case 'condition':
      return 'conditions';
    case 'referral':
      return 'referral.source';
    case 'language':
      return 'languages';
    case 'age':
      return 'age';
  }
}
