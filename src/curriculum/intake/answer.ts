import { z } from 'zod';

/** The answer to a question that may not have been asked, or to which nobody knows the answer. */
export type Answer<T> = T | 'unknown' | undefined;

/**
 * Lets a field be answered, be left out, or say `unknown`; the last two mean the same. Pure.
 *
 * ```ts
 * answer(z.int()).parse('unknown') //=> 'unknown'
 * ```
 */
export function answer<T extends z.ZodType>(
  schema: T,
): z.ZodOptional<z.ZodUnion<readonly [T, z.ZodLiteral<'unknown'>]>> {
  return z.union([schema, z.literal('unknown')]).optional();
}
