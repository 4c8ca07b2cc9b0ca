import { z } from 'zod';
import { defineRoute, type Route } from '../route.ts';

/** Serves the OpenAPI document, which is made once. */
export function documentRoute(document: () => unknown): Route {
  let made: string | undefined;
  return defineRoute({
    key: 'GET /api/openapi.json',
    kind: 'read',
    summary: 'This document',
    answers: { 200: { description: 'OpenAPI 3.1', schema: z.looseObject({ openapi: z.string() }) } },
    handle: ({ c }) => {
      made ??= JSON.stringify(document());
      return c.body(made, 200, { 'Content-Type': 'application/json' });
    },
  });
}
