import type { PathwayDocument } from '../pathway/pathway-document.ts';
import { diffCurricula } from './diff-curricula.ts';
import { diffEquivalences } from './diff-equivalences.ts';
import { diffFields } from './diff-fields.ts';
import { diffNamed } from './diff-named.ts';
import { diffStages } from './diff-stages.ts';
import type { Difference } from './difference.ts';

/**
 * Says how one pathway differs from another in meaning, as data and in sentences: stages, what they run, stays, moves with their
 * criteria, the credit that survives a move, and what differs within a curriculum that both have. Pure.
 *
 * A stage of another name that runs the same curriculum as one that is gone is the same stage renamed.
 *
 * ```ts
 * diffPathways(one, two).map(({ sentence }) => sentence)
 * //=> ['stay of stage php: maximum 56 program days -> 42 program days', 'criteria of step-down from php to iop: …', …]
 * ```
 */
export function diffPathways(before: PathwayDocument, after: PathwayDocument): Difference[] {
  const sources = ({ pathway }: PathwayDocument) =>
    Object.entries(pathway.sources).map(([id, source]) => ({ ...source, id }));
  return [
    ...diffFields({ path: '', subject: 'the pathway' }, before.pathway, after.pathway, {
      except: ['version', 'stages', 'equivalences', 'sources'],
    }),
    ...diffStages(before, after),
    ...diffEquivalences(before.pathway.equivalences ?? [], after.pathway.equivalences ?? []),
    ...diffNamed(
      'source',
      { added: 'source-added', removed: 'source-removed' },
      'sources',
      [sources(before), sources(after)],
      (place, was, is) => diffFields(place, was, is),
    ),
    ...withinCurricula(before, after),
  ];
}

/** What differs within the curricula that both pathways run, each told of its curriculum. */
function withinCurricula(before: PathwayDocument, after: PathwayDocument): Difference[] {
  return before.curricula.flatMap((was) => {
    const is = after.curricula.find(({ id }) => id === was.id);
    return (is === undefined ? [] : diffCurricula(was, is)).map((difference) => ({
      ...difference,
      path: `curricula.${was.id}.${difference.path}`,
      sentence: `${was.id}: ${difference.sentence}`,
    }));
  });
}
