import type { z } from 'zod';
import type { CurriculumPath } from '../../curriculum/curriculum-path.ts';
import { didYouMean } from '../../curriculum/did-you-mean.ts';
import type { IssueCode } from '../../curriculum/issue-code.ts';
import { kindOf, kindWanted } from './kind-of-value.ts';
import { keysAt } from './schema-at.ts';

/** What is wrong with the shape of a value, before its place in a file is known. */
export type ShapeFinding = {
  readonly code: IssueCode;
  readonly path: CurriculumPath;
  readonly at: 'key' | 'value';
  readonly message: string;
};

/**
 * Says for one complaint of zod what a writer has to change.
 *
 * Pure. A complaint of a union is followed into the alternative that was meant, so that its cause is told.
 */
export function shapeFindings(issue: z.core.$ZodIssue, schema: z.ZodType, value: unknown): ShapeFinding[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const here = valueAt(value, path);
  const finding = (code: IssueCode, message: string, at: 'key' | 'value' = 'value') => [
    { code, path, at, message },
  ];
  const name = nameOf(path);
  if (
    here === undefined &&
    issue.code !== 'custom' &&
    issue.code !== 'unrecognized_keys' &&
    path.length > 0
  ) {
    return finding('missing-key', `${name} is missing here; write ${wanted(issue)}`);
  }
  switch (issue.code) {
    case 'invalid_type':
      return finding('wrong-type', wrongType(name, here, issue));
    case 'unrecognized_keys': {
      const known = keysAt(schema, value, path);
      return issue.keys.map((key) => ({
        code: 'unknown-key',
        path: [...path, key],
        at: 'key',
        message: unknownKey(key, known, Object.keys((here ?? {}) as object)),
      }));
    }
    case 'invalid_value':
      return finding('unknown-value', unknownValue(name, here, issue.values.map(String)));
    case 'invalid_union':
      return unionFindings(issue, schema, value, path, here);
    case 'invalid_format':
      return finding(
        'bad-format',
        `${name}: ${issue.format === 'url' ? 'write a full address, https://…' : issue.message}`,
      );
    case 'invalid_key':
      return finding(
        'bad-format',
        `${name}: ${issue.issues[0]?.message ?? 'this cannot be a key here'}`,
        'key',
      );
    case 'too_small':
      return finding('out-of-range', tooSmall(name, issue.origin, Number(issue.minimum)));
    case 'too_big':
      return finding('out-of-range', tooBig(name, issue.origin, Number(issue.maximum)));
    default:
      return finding('invalid-value', `${name}: ${issue.message}`);
  }
}

function unionFindings(
  issue: z.core.$ZodIssueInvalidUnion,
  schema: z.ZodType,
  value: unknown,
  path: CurriculumPath,
  here: unknown,
): ShapeFinding[] {
  const name = nameOf(path);
  const options = 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [];
  if (options.length > 0)
    return [{ code: 'unknown-value', path, at: 'value', message: unknownValue(name, here, options) }];
  // The alternative that was meant is one that does not already object to the value as such.
  const meant = issue.errors.filter(
    (branch) => !branch.some((inner) => inner.path.length === 0 && objectsToKind(inner)),
  );
  if (meant.length === 1) {
    return meant[0]!.flatMap((inner) =>
      shapeFindings({ ...inner, path: [...path, ...inner.path] }, schema, value),
    );
  }
  const literals = issue.errors
    .flat()
    .flatMap((inner) => (inner.code === 'invalid_value' && inner.path.length === 0 ? inner.values : []));
  if (typeof here === 'string' && literals.length > 0) {
    return [
      { code: 'unknown-value', path, at: 'value', message: unknownValue(name, here, literals.map(String)) },
    ];
  }
  const words =
    issue.message === 'Invalid input'
      ? `write ${issue.errors.map((branch) => branchWanted(branch)).join(' or ')}`
      : issue.message;
  return [{ code: 'wrong-type', path, at: 'value', message: `${name}: ${words}, not ${kindOf(here)}` }];
}

function objectsToKind(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'invalid_type' || issue.code === 'invalid_value';
}

function branchWanted(branch: readonly z.core.$ZodIssue[]): string {
  const first = branch[0];
  return first === undefined ? 'another value' : wanted(first);
}

function wanted(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return kindWanted(issue.expected);
  if (issue.code === 'invalid_value')
    return issue.values.length === 1 ? String(issue.values[0]) : `one of ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)) {
    return `one of ${issue.options.join(', ')}`;
  }
  return issue.code === 'invalid_union' && issue.errors.length > 0
    ? issue.errors.map(branchWanted).join(' or ')
    : 'a value';
}

function wrongType(name: string, here: unknown, issue: z.core.$ZodIssueInvalidType): string {
  if (here === null) return `${name} is empty; write ${kindWanted(issue.expected)}, or leave the key out`;
  if (issue.expected === 'int' && typeof here === 'number')
    return `${name}: write a whole number, not ${here}`;
  const unquoted = issue.expected === 'string' && (typeof here === 'number' || typeof here === 'boolean');
  const hint = unquoted ? '; put it in quotes' : '';
  return `${name}: write ${kindWanted(issue.expected)}, not ${kindOf(here)}${hint}`;
}

function unknownKey(key: string, known: readonly string[], present: readonly string[]): string {
  const free = known.filter((candidate) => !present.includes(candidate));
  const suggestion = didYouMean(key, free);
  if (suggestion !== '') return `${shown(key)}${suggestion}`;
  if (known.includes(key) || known.length === 0) return `${shown(key)} is not known here; remove it`;
  return `${shown(key)} is not known here; known are ${known.join(', ')}`;
}

function unknownValue(name: string, here: unknown, known: readonly string[]): string {
  if (typeof here === 'number' && known.includes(String(here)))
    return `${name}: put ${here} in quotes, as in "${here}"`;
  const text = typeof here === 'string' || typeof here === 'number' ? String(here) : kindOf(here);
  return `${name}: ${shown(text)}${didYouMean(text, known) || ' is not known here'} (${known.length === 1 ? 'write' : 'one of'} ${known.join(', ')})`;
}

function tooSmall(name: string, origin: string, minimum: number): string {
  if (origin === 'string') return `${name} is empty; write a text`;
  if (origin === 'array') return `${name}: name at least ${minimum}`;
  return `${name}: write a number of at least ${minimum}`;
}

function tooBig(name: string, origin: string, maximum: number): string {
  if (origin === 'string') return `${name}: write at most ${maximum} characters`;
  if (origin === 'array') return `${name}: name at most ${maximum}`;
  return `${name}: write a number of at most ${maximum}`;
}

/** The key that a value stands under; an item of a list goes by the name of its list. */
function nameOf(path: CurriculumPath): string {
  return String(path.findLast((step) => typeof step === 'string') ?? 'the file');
}

function shown(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function valueAt(value: unknown, path: CurriculumPath): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}
