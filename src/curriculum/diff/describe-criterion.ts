import type { Criterion } from '../criterion.ts';
import { measureInWords, readLeaf, thresholdInWords } from './read-leaf.ts';

/** A criterion in words: `at least 6 sessions of early-recovery-skills`. */
export function describeCriterion(criterion: Criterion): string {
  switch (criterion.type) {
    case 'all':
      return criterion.of.map(describeCriterion).join(' and ');
    case 'any':
      return `(${criterion.of.map(describeCriterion).join(' or ')})`;
    case 'at-least':
      return `${criterion.count} of (${criterion.of.map(describeCriterion).join('; ')})`;
    case 'not':
      return `not (${describeCriterion(criterion.of)})`;
    default: {
      const leaf = readLeaf(criterion);
      if (leaf.compare === null) return measureInWords(leaf);
      return `${measureInWords(leaf)} ${leaf.compare} ${thresholdInWords(leaf)}`;
    }
  }
}
