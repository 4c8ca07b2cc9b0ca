import type { CurriculumPath } from '../curriculum-path.ts';
import { didYouMean } from '../did-you-mean.ts';
import { type StructureIssue, structureError } from '../structure-issue.ts';
import type { Equivalence } from './pathway.ts';
import type { PathwayDocument } from './pathway-document.ts';
import { sessionNumbers } from './session-numbers.ts';
import { numbersOf, sessionPairs } from './session-pairs.ts';

/** Finds equivalences of sessions that the pathway's curricula do not have, or that do not match one for one. Pure. */
export function checkEquivalences({ pathway, curricula }: PathwayDocument): StructureIssue[] {
  const run = new Set(pathway.stages.map(({ curriculum }) => curriculum.split('@')[0]));
  return (pathway.equivalences ?? []).flatMap((equivalence, index) => {
    const path: CurriculumPath = ['equivalences', index];
    const sides = (['from', 'to'] as const).map((side) => {
      const { curriculum: id, track: name, sessions } = equivalence[side];
      const curriculum = run.has(id) ? curricula.find((c) => c.id === id) : undefined;
      const at = [...path, side];
      if (!curriculum) {
        const hint = didYouMean(id, run as Set<string>) || `; name one of ${[...run].join(', ')}`;
        return [
          structureError(
            'dangling-reference',
            [...at, 'curriculum'],
            `no stage runs a curriculum ${id}${hint}`,
          ),
        ];
      }
      if (name === undefined) return [];
      const tracks = curriculum.tracks.map((track) => track.id);
      const track = curriculum.tracks.find((one) => one.id === name);
      if (!track) {
        const hint = didYouMean(name, tracks) || `; name one of ${tracks.join(', ')}`;
        return [structureError('dangling-reference', [...at, 'track'], `${id} has no track ${name}${hint}`)];
      }
      const missing =
        sessions === undefined
          ? []
          : sessionNumbers(sessions).filter((n) => !track.sessions.some(({ number }) => number === n));
      if (missing.length === 0) return [];
      return [
        structureError(
          'dangling-reference',
          [...at, 'sessions'],
          `${name} has no session ${missing.join(', ')}`,
        ),
      ];
    });
    const found = sides.flat();
    return found.length > 0 ? found : unequal(equivalence, { pathway, curricula }, path);
  });
}

function unequal(
  equivalence: Equivalence,
  document: PathwayDocument,
  path: CurriculumPath,
): StructureIssue[] {
  const { from, to } = equivalence;
  const wrong = (side: 'from' | 'to', message: string) => [
    structureError('equivalence-unequal', [...path, side], message),
  ];
  if (from.track === undefined || to.track === undefined) {
    if (from.track !== to.track || from.sessions !== undefined || to.sessions !== undefined)
      return wrong('to', 'name a track on both sides, or neither tracks nor sessions');
    if (sessionPairs(document, equivalence).length > 0) return [];
    return wrong(
      'to',
      `${from.curriculum} and ${to.curriculum} have no track of the same name; name the tracks`,
    );
  }
  const numbers = [numbersOf(document, from), numbersOf(document, to)] as const;
  if (numbers[0].length === numbers[1].length) return [];
  const message = `${numbers[0].length} sessions cannot count one for one for ${numbers[1].length}; name as many on both sides`;
  return wrong('to', message);
}
