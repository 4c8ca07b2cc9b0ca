import { describe, expect, it } from 'vitest';
import { API_ROUTES } from '../../../src/faces/http/api-routes.ts';
import { openClinic } from './clinic-subject.ts';

type Operation = {
  readonly operationId: string;
  readonly requestBody?: { readonly required: boolean };
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
};
type Document = {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
};

async function read(): Promise<{ text: string; document: Document }> {
  const clinic = await openClinic();
  const kim = clinic.person('kim', 'counselor');
  const text = await (await clinic.ask(kim, 'GET', '/api/openapi.json')).text();
  return { text, document: JSON.parse(text) as Document };
}

describe('the OpenAPI document', () => {
  it('describes each route once, under a name of its own', async () => {
    const { document } = await read();
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    expect(operations).toHaveLength(API_ROUTES.length);
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(API_ROUTES.length);
    for (const { operationId } of operations) expect(operationId).toMatch(/^[a-z][A-Za-z]+$/);
  });

  it('refers to nothing that it does not hold', async () => {
    const { text, document } = await read();
    const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference ?? '');
    const held = Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`);
    expect(references.length).toBeGreaterThan(30);
    expect(references.filter((reference) => !held.includes(reference))).toEqual([]);
  });

  it('names every part of each path, and demands each body', async () => {
    const { document } = await read();
    for (const [path, operations] of Object.entries(document.paths))
      for (const { parameters, requestBody } of Object.values(operations)) {
        const inPath = parameters
          .filter((parameter) => parameter.in === 'path')
          .map(({ name }) => `{${name}}`);
        expect(inPath, path).toEqual(path.match(/\{\w+\}/g) ?? []);
        expect(requestBody?.required ?? true).toBe(true);
      }
  });

  it('has every command of the engine, without what is known from the session', async () => {
    const { document } = await read();
    const command = document.components.schemas['Command'] as {
      oneOf: { properties: Record<string, unknown> }[];
    };
    expect(command.oneOf.length).toBeGreaterThan(20);
    for (const { properties } of command.oneOf) {
      expect(Object.keys(properties)).toEqual(expect.arrayContaining(['type', 'episode', 'on']));
      for (const hidden of ['by', 'key', 'expectedVersion'])
        expect(Object.keys(properties)).not.toContain(hidden);
    }
  });
});
