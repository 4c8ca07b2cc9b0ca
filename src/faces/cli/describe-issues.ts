import { didYouMean } from '../../curriculum/did-you-mean.ts';
import { VERB_OF } from './verb-of.ts';

/** What a schema says of a value that is no command, as far as it is needed here. */
export type SchemaIssue = {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly values?: readonly unknown[];
  readonly keys?: readonly string[];
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly inclusive?: boolean;
};

/**
 * Says what is wrong with something that should be a command, one sentence for each problem, with what was probably meant.
 * `name` gives the name of a field as the reader knows it. Pure.
 */
export function describeIssues(
  value: unknown,
  issues: readonly SchemaIssue[],
  name = (field: string): string => field,
): string[] {
  return issues.map((issue) => {
    if (issue.path.length === 0) return describeWhole(value, issue);
    const [field, ...rest] = issue.path.map(String) as [string, ...string[]];
    const found = at(value, issue.path);
    return `${[name(field), ...rest].join('.')}: ${describeField(field, found, issue)}`;
  });
}

function describeWhole(value: unknown, issue: SchemaIssue): string {
  if (issue.code === 'unrecognized_keys') return `${issue.keys?.join(', ')}: the command has no such field`;
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? issue.message
    : 'write a command as an object, for example {"type":"Advance","episode":"e-1"}';
}

function describeField(field: string, found: unknown, issue: SchemaIssue): string {
  if (found === undefined) return 'is missing';
  if (field === 'type') {
    const types = Object.keys(VERB_OF);
    return `there is no command ${shown(found)}${didYouMean(String(found), types)}; there are ${types.join(', ')}`;
  }
  if (issue.values !== undefined) {
    const values = issue.values.map(String);
    return `${shown(found)} is none of ${values.join(', ')}${didYouMean(String(found), values)}`;
  }
  if (issue.code === 'too_small' && issue.origin === 'string') return 'is empty; write a text';
  if (issue.code === 'too_small' && issue.origin === 'number') {
    const least = issue.inclusive === false ? `more than ${issue.minimum}` : `at least ${issue.minimum}`;
    return `write a number of ${least} (got ${shown(found)})`;
  }
  return `${issue.message} (got ${shown(found)})`;
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((here, step) => (Object(here) as Record<PropertyKey, unknown>)[step], value);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
