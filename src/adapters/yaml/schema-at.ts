import { z } from 'zod';
import type { CurriculumPath } from '../../curriculum/curriculum-path.ts';

/**
 * The keys that the language has at a path, given the value that stands there.
 *
 * Pure. Where several shapes are possible, the one that the value's own `type` or `system` names decides;
 * without such a name, the keys of all of them are given.
 */
export function keysAt(schema: z.ZodType, value: unknown, path: CurriculumPath): string[] {
  let schemas = alternatives(schema, value);
  let here = value;
  for (const step of path) {
    here = (here as Record<string | number, unknown> | undefined)?.[step];
    schemas = schemas.flatMap((one) => {
      const below = stepInto(one, step);
      return below === undefined ? [] : alternatives(below, here);
    });
  }
  return [...new Set(schemas.flatMap((one) => (one instanceof z.ZodObject ? Object.keys(one.shape) : [])))];
}

function stepInto(schema: z.ZodType, step: string | number): z.ZodType | undefined {
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType;
  if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType;
  if (schema instanceof z.ZodObject) {
    return Object.hasOwn(schema.shape, step) ? (schema.shape[step] as z.ZodType) : undefined;
  }
  return undefined;
}

/** The shapes that a value may be meant to have: options of unions are told apart by the names in them. */
function alternatives(schema: z.ZodType, value: unknown): z.ZodType[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return alternatives(schema.unwrap() as z.ZodType, value);
  }
  if (schema instanceof z.ZodLazy) return alternatives(schema.unwrap() as z.ZodType, value);
  if (!(schema instanceof z.ZodUnion)) return [schema];
  const options = schema.options as readonly z.ZodType[];
  const named = options.filter((option) => option instanceof z.ZodObject && literalsAgree(option, value));
  return (named.length > 0 ? named : [...options]).flatMap((option) => alternatives(option, value));
}

function literalsAgree(option: z.ZodObject, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const literals = Object.entries(option.shape).filter(([, inner]) => inner instanceof z.ZodLiteral);
  return (
    literals.length > 0 &&
    literals.every(([key, inner]) =>
      (inner as z.ZodLiteral).values.has((value as Record<string, never>)[key] as never),
    )
  );
}
