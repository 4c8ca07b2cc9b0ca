import { z } from 'zod';
import type { Answer, Route } from './route.ts';
import { CaseloadRow } from './schemas/caseload-row.ts';
import { DueRow } from './schemas/due-row.ts';
import { GroupAnswer, GroupOutcomeAnswer, MeetingAnswer, RosterAnswer } from './schemas/group-answer.ts';
import { HttpCommand } from './schemas/http-command.ts';
import { HttpGroupCommand } from './schemas/http-group-command.ts';
import { AcceptedOutcome } from './schemas/outcome.ts';
import { Problem } from './schemas/problem.ts';
import { StatusAnswer } from './schemas/status.ts';
import { WorklistAnswer } from './schemas/worklist-answer.ts';

type Json = Readonly<Record<string, unknown>>;

/** Schemas that have a name of their own in the document. */
const NAMED = [
  ...[Problem, HttpCommand, AcceptedOutcome, StatusAnswer, CaseloadRow, DueRow],
  ...[HttpGroupCommand, GroupOutcomeAnswer, GroupAnswer, MeetingAnswer, RosterAnswer],
  WorklistAnswer,
] as const;

/** The OpenAPI 3.1 document of routes, made from the schemas that read the requests; they lie below `base`. Pure. */
export function openApiDocument(routes: readonly Route[], version: string, base = ''): Json {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const [method = '', path = ''] = route.key.split(' ');
    const place = path.replace(/:(\w+)/g, '{$1}');
    paths[place] = { ...paths[place], [method.toLowerCase()]: operationOf(route, method, path) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Stepwell',
      version,
      description:
        'The record of a clinic. Problems are RFC 9457 with a stable `code`; what the curriculum or the record does not allow is a problem with `refused: true`. A write may carry `Idempotency-Key` and `If-Match`.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: base === '' ? '/' : base }],
    paths,
    components: {
      schemas: Object.fromEntries(NAMED.map((schema) => [idOf(schema), jsonSchema(schema, 'input')])),
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-stepwell', description: 'a person' },
        token: { type: 'http', scheme: 'bearer', description: 'an app' },
      },
    },
    security: [{ session: [] }, { token: [] }],
  };
}

function operationOf(route: Route, method: string, path: string): Json {
  const open = ['/api/sign-in/', '/api/join', '/api/calendars/'].some((start) => path.startsWith(start));
  return {
    operationId: `${method.toLowerCase()}${path.replace(/^\/api/, '').replace(/[/:.-]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary: route.summary,
    parameters: [
      ...parametersOf(route.params, 'path'),
      ...parametersOf(route.query, 'query'),
      ...(route.headers ?? []).map((name) => ({
        name,
        in: 'header',
        required: false,
        schema: { type: 'string' },
      })),
    ],
    ...(route.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(route.body, 'input') } },
          },
        }
      : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(route.answers).map(([status, answer]) => [status, responseOf(answer)]),
      ),
      default: {
        description: 'A problem',
        content: { 'application/problem+json': { schema: schemaOf(Problem, 'output') } },
      },
    },
    ...(open ? { security: [] } : {}),
  };
}

function responseOf({ description, schema, type }: Answer): Json {
  if (schema === undefined)
    return type === undefined
      ? { description }
      : { description, content: { [type]: { schema: { type: 'string' } } } };
  return { description, content: { [type ?? 'application/json']: { schema: schemaOf(schema, 'output') } } };
}

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query'): Json[] {
  if (schema === undefined) return [];
  return Object.entries(schema.shape).map(([name, value]) => ({
    name,
    in: place,
    required: place === 'path' || !(value as z.ZodType).safeParse(undefined).success,
    schema: jsonSchema(value as z.ZodType, 'output'),
  }));
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const id = NAMED.some((named) => named === schema) ? idOf(schema) : undefined;
  return id === undefined ? jsonSchema(schema, io) : { $ref: `#/components/schemas/${id}` };
}

function idOf(schema: z.ZodType): string {
  return schema.meta()?.id ?? '';
}

/** A schema as JSON Schema 2020-12; schemas with a name in it are references to the document. */
function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const made = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' });
  const { $schema: _schema, $defs: _defs, id: _id, ...rest } = made.$defs?.[idOf(schema)] ?? made;
  return JSON.parse(JSON.stringify(rest).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json;
}
