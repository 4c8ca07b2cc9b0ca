import { diffCurricula } from '../../curriculum/diff/diff-curricula.ts';
import { diffPathways } from '../../curriculum/diff/diff-pathways.ts';
import type { Difference } from '../../curriculum/diff/difference.ts';
import { type Publication, publicationName } from '../../engine/publication.ts';
import { CliFailure } from './cli-failure.ts';
import { EXIT } from './exit-codes.ts';

/** How two curricula, or two pathways, differ. Fails for one of each, which have nothing in common to compare. */
export function diffPublications(before: Publication, after: Publication): Difference[] {
  if ('pathway' in before && 'pathway' in after) return diffPathways(before, after);
  if (!('pathway' in before) && !('pathway' in after)) return diffCurricula(before, after);
  const [one, other] = [before, after].map((publication) => publicationName(publication).id);
  const [first, second] = 'pathway' in before ? [one, other] : [other, one];
  throw new CliFailure(
    EXIT.usage,
    'usage',
    `${first} is a pathway and ${second} is a curriculum; compare two of the same kind`,
  );
}
