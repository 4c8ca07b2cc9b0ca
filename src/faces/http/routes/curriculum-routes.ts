import { z } from 'zod';
import { diffCurricula } from '../../../curriculum/diff/diff-curricula.ts';
import { findCurriculum } from '../find-curriculum.ts';
import { defineRoute, type Route } from '../route.ts';

const Path = z.strictObject({ curriculum: z.string().min(1).max(200) });
const version = z.string().min(1).max(64);
const Named = z.object({ id: z.string(), version: z.string(), title: z.string() });

const list = defineRoute({
  key: 'GET /api/curricula',
  kind: 'read',
  summary: 'The curricula that can be looked at',
  answers: { 200: { description: 'Their names', schema: z.object({ items: z.array(Named) }) } },
  handle: async ({ c, clinic }) => c.json({ items: await clinic.library.list() }),
});

const one = defineRoute({
  key: 'GET /api/curricula/:curriculum',
  kind: 'read',
  summary: 'A curriculum as it was written',
  params: Path,
  query: z.strictObject({ version: version.optional() }),
  answers: { 200: { description: 'The curriculum', schema: z.looseObject({ id: z.string() }) } },
  handle: async ({ c, clinic, params, query }) =>
    c.json(await findCurriculum(clinic, params.curriculum, query.version)),
});

const differences = defineRoute({
  key: 'GET /api/curricula/:curriculum/differences',
  kind: 'read',
  summary: 'How two versions of a curriculum differ in meaning, in sentences',
  params: Path,
  query: z.strictObject({ from: version, to: version }),
  answers: {
    200: {
      description: 'The differences',
      schema: z.object({ items: z.array(z.looseObject({ code: z.string(), sentence: z.string() })) }),
    },
  },
  handle: async ({ c, clinic, params: { curriculum }, query }) => {
    const [from, to] = [
      await findCurriculum(clinic, curriculum, query.from),
      await findCurriculum(clinic, curriculum, query.to),
    ];
    return c.json({ items: diffCurricula(from, to) });
  },
});

/** Looking at curricula. */
export const CURRICULUM_ROUTES: readonly Route[] = [list, one, differences];
