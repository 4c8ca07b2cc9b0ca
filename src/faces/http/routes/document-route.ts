import { z } from 'zod';
import { defineRoute, type Route } from '../route.ts';

/** Serves the OpenAPI document, which is made once for each path that the app is mounted below. */
export function documentRoute(document: (basePath: string) => unknown): Route {
  const made = new Map<string, string>();
  return defineRoute({
    key: 'GET /api/openapi.json',
    kind: 'read',
    summary: 'This document',
    answers: { 200: { description: 'OpenAPI 3.1', schema: z.looseObject({ openapi: z.string() }) } },
    handle: ({ c, clinic: { basePath } }) => {
      const text = made.get(basePath) ?? JSON.stringify(document(basePath));
      made.set(basePath, text);
      return c.body(text, 200, { 'Content-Type': 'application/json' });
    },
  });
}
