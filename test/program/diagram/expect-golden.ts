import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/** Compares a generated text with its golden file, which only `GOLDEN=update` in the environment rewrites. */
export function expectGolden(name: string, text: string): void {
  const file = new URL(`./golden/${name}`, import.meta.url);
  if (process.env['GOLDEN'] === 'update') writeFileSync(file, text);
  expect(text).toBe(readFileSync(file, 'utf8'));
}
