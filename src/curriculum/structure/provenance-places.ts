import type { Curriculum } from '../curriculum.ts';
import type { CurriculumPath } from '../curriculum-path.ts';

/** An object that may name sources, and the object around it whose mark or sources cover it. */
export type ProvenancePlace = {
  readonly path: CurriculumPath;
  readonly source: string | readonly string[] | undefined;
  readonly provisional: boolean | undefined;
  readonly numbers: readonly string[];
  readonly above: ProvenancePlace | null;
};

/** Keys whose numbers are no clinical statement: they count, bound a room, or date a document. */
const NOT_CLINICAL: readonly string[] = ['number', 'capacity'];

/** Every object inside a curriculum's statements, outer before inner, with the clinical numbers that it gives itself. Pure. */
export function provenancePlaces(curriculum: Curriculum): ProvenancePlace[] {
  const places: ProvenancePlace[] = [];
  const {
    phases,
    tracks,
    drugTests,
    instruments,
    monitors,
    dose,
    continuedStay,
    incentives,
    privileges,
    takeHome,
    policies,
    eligibility,
  } = curriculum;
  for (const [key, part] of Object.entries({
    phases,
    tracks,
    drugTests,
    instruments,
    monitors,
    dose,
    continuedStay,
    incentives,
    privileges,
    takeHome,
    policies,
    eligibility,
  })) {
    walk(part, [key], null, places);
  }
  return places;
}

function walk(
  value: unknown,
  path: CurriculumPath,
  above: ProvenancePlace | null,
  places: ProvenancePlace[],
): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) walk(item, [...path, index], above, places);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const fields = value as Record<string, unknown>;
  const place = {
    path,
    source: fields['source'] as string | string[] | undefined,
    provisional: fields['provisional'] as boolean | undefined,
    numbers: Object.keys(fields).filter((key) => isClinicalNumber(key, fields[key])),
    above,
  };
  places.push(place);
  for (const [key, inner] of Object.entries(fields)) {
    if (!NOT_CLINICAL.includes(key)) walk(inner, [...path, key], place, places);
  }
}

function isClinicalNumber(key: string, value: unknown): boolean {
  return key === 'weeks' || (typeof value === 'number' && !NOT_CLINICAL.includes(key));
}
