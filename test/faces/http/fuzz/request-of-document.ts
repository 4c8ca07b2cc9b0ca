import fc from 'fast-check';
import { describedValue, namedValue, type Schema } from './described-value.ts';

/** A request that a document describes, more or less. */
export type FuzzRequest = { readonly method: string; readonly path: string; readonly body?: unknown } & {
  readonly headers: Readonly<Record<string, string>>;
};

type Parameter = { readonly name: string; readonly in: string; readonly schema: Schema };

/** Requests to all operations of an OpenAPI document but some; more of those that change something. */
export function requestOf(api: Schema, leftOut: readonly string[]): fc.Arbitrary<FuzzRequest> {
  const operations = Object.entries(api['paths'] as Record<string, Record<string, Schema>>).flatMap(
    ([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        path,
        method: method.toUpperCase(),
        operation,
      })),
  );
  const asked = operations.filter(({ path, method }) => !leftOut.includes(`${method} ${path}`));
  return fc.oneof(
    ...asked.map(({ path, method, operation }) => ({
      weight: 'requestBody' in operation ? 4 : 1,
      arbitrary: oneRequest(api, path, method, operation),
    })),
  );
}

function oneRequest(api: Schema, path: string, method: string, operation: Schema): fc.Arbitrary<FuzzRequest> {
  const parameters = (operation['parameters'] ?? []) as Parameter[];
  const content = (operation['requestBody'] as Schema | undefined)?.['content'] as
    | Record<string, { readonly schema: Schema }>
    | undefined;
  const schema = content?.['application/json']?.schema;
  const given = fc.record(
    Object.fromEntries(
      parameters.map((one) => [`${one.in} ${one.name}`, namedValue(one.name, one.schema, api)]),
    ),
    { requiredKeys: parameters.filter((one) => one.in === 'path').map((one) => `path ${one.name}`) },
  );
  const body = schema === undefined ? fc.constant(undefined) : describedValue(schema, api);
  return fc.tuple(given, body).map(([values, sent]): FuzzRequest => {
    let place = path;
    const query = new URLSearchParams();
    const headers: Record<string, string> = {};
    for (const [key, value] of Object.entries(values)) {
      const [kind, name = ''] = key.split(' ');
      const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
      if (kind === 'path')
        place = place.replace(`{${name}}`, encodeURIComponent(text.toWellFormed()) || 'e-1');
      if (kind === 'query') query.set(name, text.toWellFormed());
      if (kind === 'header') headers[name] = text.replace(/[^\x20-\x7e]/g, '?').trim();
    }
    const asked = query.size > 0 ? `${place}?${query}` : place;
    return { method, path: asked, headers, ...(sent === undefined ? {} : { body: sent }) };
  });
}
