import { createHash } from 'node:crypto';
import { Curriculum } from '../curriculum/curriculum.ts';
import { checkPathway } from '../curriculum/pathway/check-pathway.ts';
import { PathwayDocument } from '../curriculum/pathway/pathway-document.ts';
import { checkStructure } from '../curriculum/structure.ts';
import { canonicalJson } from '../program/canonical-json.ts';
import { compilePathway } from '../program/compile-pathway.ts';
import { compilePlan } from '../program/compile-plan.ts';
import { type Course, courseOf } from '../program/course.ts';
import type { StoredCurriculum } from './event-store.ts';
import { StepwellError } from './stepwell-error.ts';

/** What a patient can be admitted to: a curriculum alone, or a pathway with the curricula of its stages. */
export type Publication = Curriculum | PathwayDocument;

/** The id and version by which a publication is known. */
export function publicationName(publication: Publication): { readonly id: string; readonly version: string } {
  return 'pathway' in publication ? publication.pathway : publication;
}

/** The course that a publication means. */
export function courseOfPublication(publication: Publication): Course {
  return 'pathway' in publication ? compilePathway(publication) : courseOf(compilePlan(publication));
}

/** A publication as the store keeps it: its full text, with a hash over it. */
export function publish(publication: Publication): StoredCurriculum {
  const { id, version } = publicationName(publication);
  const body = canonicalJson(publication);
  return { id, version, hash: createHash('sha256').update(body).digest('hex'), body };
}

/** A publication from its text in the store. Throws a ZodError where it is none. */
export function readPublication(body: string): Publication {
  const value = JSON.parse(body) as object;
  return 'pathway' in value ? PathwayDocument.parse(value) : Curriculum.parse(value);
}

/** What does not hold together must not reach a patient. Throws `invalid-curriculum` with all problems. */
export function refuseBroken(publication: Publication): void {
  const curricula = 'pathway' in publication ? publication.curricula : [publication];
  const found = [
    ...curricula.flatMap(checkStructure),
    ...('pathway' in publication ? checkPathway(publication) : []),
  ];
  const issues = found.filter((issue) => issue.severity === 'error');
  if (issues.length === 0) return;
  const { id, version } = publicationName(publication);
  const problems = issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  throw new StepwellError('invalid-curriculum', `${id}@${version}: ${problems}`, { issues });
}
