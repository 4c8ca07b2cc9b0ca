import { z } from 'zod';

const PERCENT = /^\s*(-?\d+(?:\.\d+)?)\s*%\s*$/;

/** A number as it is printed: 0.364, or `36.4 %`, which comes to the same. */
export const PublishedNumber = z.union([
  z.number(),
  z
    .string()
    .regex(PERCENT, 'write a number, or a percentage as 36.4 %')
    .transform((text) => Number((Number(PERCENT.exec(text)![1]) / 100).toPrecision(12))),
]);
