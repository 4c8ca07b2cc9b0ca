/** What a value of a file is, in a writer's words. `kindOf(3) //=> 'a number'` */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return typeof value === 'number' ? 'a number' : 'a text';
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping (keys with values)',
  record: 'a mapping (keys with values)',
};

/** What the language wants, in a writer's words, from the name that zod has for it. */
export function kindWanted(expected: string): string {
  return KINDS[expected] ?? expected;
}
