import { InvalidArgumentError } from 'commander';

/** Reads an option's value as a whole number from 0 on. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('Write a whole number, for example 3.');
  return Number(text);
}

/** Reads an option's value as a number. */
export function decimalNumber(text: string): number {
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new InvalidArgumentError('Write a number, for example 12 or 0.5.');
  return Number(text);
}

/** Reads names with commas between them; the option may also be given several times. */
export function nameList(text: string, before: readonly string[] = []): string[] {
  const names = text.split(',').map((name) => name.trim());
  if (names.some((name) => name === ''))
    throw new InvalidArgumentError('Write names with commas between them.');
  return [...before, ...names];
}

/**
 * Reads session numbers and ranges.
 *
 * ```ts
 * sessionList('1-3,8') //=> [1, 2, 3, 8]
 * ```
 */
export function sessionList(text: string, before: readonly number[] = []): number[] {
  const numbers = text.split(',').flatMap((part) => {
    const [, from, to = from] = /^\s*(\d{1,4})(?:-(\d{1,4}))?\s*$/.exec(part) ?? [];
    if (from === undefined || Number(to) < Number(from))
      throw new InvalidArgumentError('Write session numbers as 1,2,5 or 1-4.');
    return Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => Number(from) + i);
  });
  return [...new Set([...before, ...numbers])];
}

/**
 * Reads one `field=value`. A value that is JSON counts as that (3, true, null, "3"), anything else as text; null takes the
 * field away.
 *
 * ```ts
 * fieldValue('session=3') //=> { session: 3 }
 * ```
 */
export function fieldValue(text: string, before: Readonly<Record<string, unknown>> = {}) {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('Write field=value, for example status=excused.');
  return { ...before, [text.slice(0, at).trim()]: jsonOrText(text.slice(at + 1)) };
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
