import type { Curriculum } from '../../curriculum/curriculum.ts';
import type { Clinic } from './clinic.ts';
import { HttpProblem } from './http-problem.ts';

/** The curriculum of an id: of the library, or a version that the record keeps. Throws the problem `not-found`. */
export async function findCurriculum(
  { library, engine }: Clinic,
  id: string,
  version?: string,
): Promise<Curriculum> {
  const found = await library.find(id, version);
  if (found !== null) return found;
  const kept = version === undefined ? null : await engine.store.curriculum(id, version);
  if (kept !== null) return JSON.parse(kept.body) as Curriculum;
  throw new HttpProblem(404, 'not-found', 'There is nothing here for you under that name.');
}
