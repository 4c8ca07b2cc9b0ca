import { z } from 'zod';
import { Curriculum } from './curriculum.ts';

type JsonSchema = { readonly [key: string]: unknown };

/**
 * The JSON Schema (2020-12) of a curriculum file, for editors: a whole curriculum, or, where the file has `extends`, a site's
 * changes to another one, in which nothing is required but `id` and `version`. Pure.
 *
 * ```ts
 * curriculumJsonSchema().$schema //=> 'https://json-schema.org/draft/2020-12/schema'
 * ```
 */
export function curriculumJsonSchema(): JsonSchema {
  const { $schema, $defs, ...whole } = z.toJSONSchema(Curriculum, { io: 'input' }) as JsonSchema;
  const site = withoutRequired(whole) as JsonSchema;
  const properties = {
    ...(site['properties'] as JsonSchema),
    extends: { type: 'string', description: 'the id or the file of the curriculum that this one changes' },
    remove: { type: 'array', items: { type: 'string' }, description: 'parts of the other one to leave out' },
  };
  return {
    $schema,
    title: 'Stepwell curriculum',
    if: { required: ['extends'] },
    // biome-ignore lint/suspicious/noThenProperty: the word is JSON Schema's
    then: { ...site, properties, required: ['id', 'version', 'extends'] },
    else: whole,
    ...($defs === undefined ? {} : { $defs: $defs }),
  };
}

/** Leaves out what is required of mappings, except of those that are told apart by a name in them. */
function withoutRequired(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutRequired);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).filter(([key]) => key !== 'required');
  const looser = Object.fromEntries(entries.map(([key, value]) => [key, withoutRequired(value)]));
  const { properties, required } = schema as { properties?: object; required?: readonly string[] };
  const named = (required ?? []).filter((name) => {
    const property = (properties as Record<string, unknown> | undefined)?.[name];
    return typeof property === 'object' && property !== null && 'const' in property;
  });
  return named.length === 0 ? looser : { ...looser, required: named };
}
