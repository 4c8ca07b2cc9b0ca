import { z } from 'zod';
import { Criterion } from './criterion.ts';
import { Curriculum } from './curriculum.ts';
import { LevelOfCare } from './level-of-care.ts';
import { Pathway } from './pathway/pathway.ts';
import { Schedule } from './schedule.ts';
import { SiteCurriculum } from './site-curriculum.ts';
import { Weeks } from './weeks.ts';

/** A JSON Schema (2020-12) as plain data. */
export type JsonSchema = { readonly [key: string]: unknown };

/**
 * The JSON Schema of curriculum files, for editors: whole curricula, and the files of sites, which have `extends`.
 *
 * Pure; made from the zod schemas, so that it says what the loader says. A file that names it in its first line
 * (`# yaml-language-server: $schema=./curriculum.schema.json`) is completed and checked while it is written.
 */
export function curriculumJsonSchema(): JsonSchema {
  const names = z.registry<{ id: string }>();
  names
    .add(Curriculum, { id: 'curriculum' })
    .add(SiteCurriculum, { id: 'site-curriculum' })
    .add(Criterion, { id: 'criterion' })
    .add(LevelOfCare, { id: 'level-of-care' })
    .add(Schedule, { id: 'schedule' })
    .add(Weeks, { id: 'weeks' });
  const { $defs } = described(z.union([Curriculum, SiteCurriculum]), names);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:stepwell:curriculum',
    title: 'Stepwell curriculum',
    type: 'object',
    // Not anyOf: an editor then tells what is wrong with the kind of file that was meant.
    // biome-ignore lint/suspicious/noThenProperty: `then` is a keyword of JSON Schema, and nothing awaits this value.
    ...{ if: { required: ['extends'] }, then: ref('site-curriculum'), else: ref('curriculum') },
    $defs,
  };
}

/** The JSON Schema of pathway files, for editors. Pure; made from the zod schema. */
export function pathwayJsonSchema(): JsonSchema {
  const names = z.registry<{ id: string }>();
  names
    .add(Pathway, { id: 'pathway' })
    .add(Criterion, { id: 'criterion' })
    .add(LevelOfCare, { id: 'level-of-care' });
  const { $defs } = described(z.union([Pathway, z.never()]), names);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:stepwell:pathway',
    title: 'Stepwell pathway',
    ...ref('pathway'),
    $defs,
  };
}

function described(schema: z.ZodType, names: z.core.$ZodRegistry<{ id: string }>): JsonSchema {
  return z.toJSONSchema(schema, {
    io: 'input',
    target: 'draft-2020-12',
    metadata: names,
    // The registry of names replaces the one in which zod keeps descriptions.
    override: ({ zodSchema, jsonSchema }) => {
      const description = z.globalRegistry.get(zodSchema)?.description;
      if (description !== undefined) jsonSchema.description = description;
    },
  }) as JsonSchema;
}

function ref(name: string): JsonSchema {
  return { $ref: `#/$defs/${name}` };
}
