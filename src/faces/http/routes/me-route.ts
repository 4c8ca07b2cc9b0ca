import { z } from 'zod';
import { defineRoute } from '../route.ts';

/** Says who is signed in. */
export const meRoute = defineRoute({
  key: 'GET /api/me',
  kind: 'read',
  summary: 'Who is signed in',
  answers: {
    200: {
      description: 'The account',
      schema: z.object({
        name: z.string(),
        title: z.string(),
        role: z.string(),
        site: z.string().nullable(),
        signsAs: z.array(z.string()),
      }),
    },
  },
  handle: ({ c, principal: { name, title, role, site, signsAs } }) =>
    c.json({ name, title, role, site, signsAs }),
});
