import { z } from 'zod';
import { Curriculum } from '../curriculum.ts';
import { Pathway } from './pathway.ts';

/** A pathway together with the curricula that its stages run, as it is published: nothing outside it can change it. */
export const PathwayDocument = z.strictObject({
  pathway: Pathway,
  curricula: z.array(Curriculum),
});
export type PathwayDocument = z.infer<typeof PathwayDocument>;

/** The curriculum that a stage runs, or undefined where it is missing. `name` is an id, or id@version. */
export function curriculumNamed(curricula: readonly Curriculum[], name: string): Curriculum | undefined {
  const [id, version] = name.split('@');
  return curricula.find((c) => c.id === id && (version === undefined || c.version === version));
}
