import type { Curriculum } from '../curriculum.ts';
import { type StructureIssue, structureWarning } from '../structure-issue.ts';
import { type ProvenancePlace, provenancePlaces } from './provenance-places.ts';

/**
 * Finds clinical numbers that rest on nothing but second-hand or recalled sources and are not marked `provisional`. Pure.
 *
 * A mark or a source of an enclosing object covers what is inside it. Each statement of sources is reported once.
 */
export function checkProvenance(curriculum: Curriculum): StructureIssue[] {
  const reported = new Set<ProvenancePlace>();
  return provenancePlaces(curriculum).flatMap((place) => {
    const sourced = nearest(place, ({ source }) => source !== undefined);
    if (place.numbers.length === 0 || sourced === null || reported.has(sourced)) return [];
    const marked = nearest(place, ({ provisional }) => provisional !== undefined);
    if (marked?.provisional === true || !isUnsure(curriculum, sourced.source ?? [])) return [];
    reported.add(sourced);
    const numbers = place.numbers.join(' and ');
    return [
      structureWarning(
        'provisional-mark-missing',
        [...sourced.path, 'source'],
        `${numbers} rests on second-hand or recalled sources only; add provisional: true, or a source that was verified`,
      ),
    ];
  });
}

function isUnsure(curriculum: Curriculum, source: string | readonly string[]): boolean {
  const ids = typeof source === 'string' ? [source] : source;
  const known = ids.filter((id) => Object.hasOwn(curriculum.sources, id));
  return (
    known.length > 0 &&
    known.every((id) => ['secondary', 'recalled'].includes(curriculum.sources[id]?.certainty ?? ''))
  );
}

function nearest(place: ProvenancePlace, fits: (place: ProvenancePlace) => boolean): ProvenancePlace | null {
  for (let here: ProvenancePlace | null = place; here !== null; here = here.above) {
    if (fits(here)) return here;
  }
  return null;
}
