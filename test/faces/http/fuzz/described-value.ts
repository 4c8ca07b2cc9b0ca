import fc from 'fast-check';

/** A JSON Schema as an OpenAPI document has it. */
export type Schema = Readonly<Record<string, unknown>>;

/** Words that mean something in the clinic of the tests, so that requests come further than to the first check. */
const WORDS = [
  ...['e-1', 'e-2', 'e-9', 'p-1', 'kim', 'lee', 'north', 'south', 'matrix-iop', 'g-1', 'counselor'],
  ...[
    'relapse-prevention',
    'individual-conjoint',
    'service-agreement',
    '2026-01-05',
    '2026-01-05T18:00',
    '18:00',
  ],
  ...['Europe/Berlin', 'FREQ=DAILY', 'not-seen', '2026-02-30', '9999-12-31', ''],
];

const junk = fc.oneof(
  fc.constantFrom<unknown>(null, true, -1, 0, 1e300, 2 ** 53, '', [], {}, '\u0000', '__proto__', '../..'),
  fc.string({ unit: 'binary', maxLength: 20 }),
);

/** Values of a field or parameter of that name: of an episode mostly one that is there, within reach or not. */
export function namedValue(name: string, schema: Schema, api: Schema, depth = 0): fc.Arbitrary<unknown> {
  const value = describedValue(schema, api, depth);
  if (name !== 'episode') return value;
  return fc.oneof({ weight: 9, arbitrary: fc.constantFrom('e-1', 'e-2') }, { weight: 1, arbitrary: value });
}

/** Values that a schema of a document describes, more or less: some fields are left out, and now and then there is junk. */
export function describedValue(schema: Schema, api: Schema, depth = 0): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 40, arbitrary: described(schema, api, depth) }, { weight: 1, arbitrary: junk });
}

function described(schema: Schema, api: Schema, depth: number): fc.Arbitrary<unknown> {
  const inner = (one: unknown, name = '') => namedValue(name, one as Schema, api, depth + 1);
  const reference = schema['$ref'];
  if (typeof reference === 'string') return described(resolve(reference, api), api, depth);
  if (depth > 6) return junk;
  if ('const' in schema) return fc.constant(schema['const']);
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...(schema['enum'] as unknown[]));
  const choices = (schema['anyOf'] ?? schema['oneOf'] ?? schema['allOf']) as Schema[] | undefined;
  if (choices !== undefined) return fc.oneof(...choices.map((one) => described(one, api, depth)));
  switch (schema['type']) {
    case 'object':
      return objectOf(schema, inner);
    case 'array':
      return fc.array(inner(schema['items'] ?? {}), { maxLength: 3 });
    case 'integer':
      return fc.oneof(fc.integer({ min: -2, max: 40 }), fc.maxSafeInteger());
    case 'number':
      return fc.oneof(fc.integer({ min: 0, max: 9 }), fc.double());
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return textOf(schema['pattern']);
  }
}

function textOf(pattern: unknown): fc.Arbitrary<string> {
  const fitting = typeof pattern === 'string' ? WORDS.filter((word) => new RegExp(pattern).test(word)) : [];
  return fc.oneof(
    { weight: 16, arbitrary: fc.constantFrom(...(fitting.length > 0 ? fitting : WORDS)) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  );
}

function objectOf(
  schema: Schema,
  inner: (one: unknown, name: string) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const properties = Object.entries((schema['properties'] ?? {}) as Record<string, unknown>);
  const required = (schema['required'] ?? []) as string[];
  const fields = properties.map(([name, one]) => {
    const there = required.includes(name) ? { times: 40, of: 41 } : { times: 1, of: 5 };
    const value = inner(one, name).map((given) => [[name, given] as const]);
    return fc.oneof(
      { weight: there.times, arbitrary: value },
      { weight: there.of - there.times, arbitrary: fc.constant([]) },
    );
  });
  return fc.tuple(...fields).map((found) => Object.fromEntries(found.flat()));
}

function resolve(reference: string, api: Schema): Schema {
  return reference
    .replace(/^#\//, '')
    .split('/')
    .reduce<unknown>(
      (at, part) => (at as Schema)[part.replaceAll('~1', '/').replaceAll('~0', '~')],
      api,
    ) as Schema;
}
