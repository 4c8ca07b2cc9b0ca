import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCurriculum } from '../../../src/adapters/yaml/load-curriculum.ts';
import type { Issue } from '../../../src/curriculum/issue.ts';
import { ISSUE_CODES } from '../../../src/curriculum/issue-code.ts';
import { EVENING_CLINIC } from '../../curriculum/fixtures/evening-clinic.ts';

const MATRIX = readFileSync(new URL('../../../curricula/matrix-iop.yaml', import.meta.url), 'utf8');
const SITE = `extends: evening-clinic
id: site
version: 1.0.0
title: Site
remove: [tracks/elective]
tracks:
  - { id: group, schedule: [{ weekdays: [tuesday], start: "10:00", minutes: 60 }] }
`;

const SLOWEST = 1000;

/** What goes wrong in files: characters, lines and whole blocks, and values that parsers and programs trip over. */
const SCRAPS = [
  '\t',
  '\n',
  ' ',
  ':',
  '- ',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  '&a ',
  '*a',
  '!!binary ',
  '|',
  '>',
  '#',
  '%',
  '@',
  '---\n',
  '...\n',
  '\0',
  '\u2028',
  '\uFEFF',
  '\uD800',
  '__proto__: 1',
  'constructor',
  'toString',
  '? ',
  '<<: *a',
  '~',
  'null',
  'true',
  '-1',
  '0',
  '010',
  '1e400',
  '.nan',
  '.inf',
  '9007199254740993',
  '999',
  '1-999',
  '999-1',
  '1,1,1',
  '2027-02-29',
  '0000-00-00',
  '24:00',
  '{}',
  '[]',
  '[[]]',
  'type: not',
] as const;

const edit = fc.oneof(
  fc.record({ kind: fc.constant('insert' as const), at: fc.nat(), text: fc.constantFrom(...SCRAPS) }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.nat(), length: fc.integer({ min: 1, max: 200 }) }),
  fc.record({ kind: fc.constant('line' as const), at: fc.nat(), to: fc.nat() }),
  fc.record({ kind: fc.constant('value' as const), at: fc.nat(), text: fc.constantFrom(...SCRAPS) }),
  fc.record({ kind: fc.constant('word' as const), at: fc.nat(), to: fc.nat() }),
  fc.record({
    kind: fc.constant('flip' as const),
    at: fc.nat(),
    text: fc.string({ minLength: 1, maxLength: 3, unit: 'binary' }),
  }),
);
type Change = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function mutate(text: string, change: Change): string {
  const at = text.length === 0 ? 0 : change.at % text.length;
  switch (change.kind) {
    case 'insert':
      return text.slice(0, at) + change.text + text.slice(at);
    case 'delete':
      return text.slice(0, at) + text.slice(at + change.length);
    case 'line': {
      const lines = text.split('\n');
      // A line of the file somewhere else: keys at the wrong depth, repeated items.
      return lines.toSpliced(change.at % lines.length, 0, lines[change.to % lines.length]!).join('\n');
    }
    case 'value': {
      const lines = text.split('\n');
      const line = change.at % lines.length;
      return lines
        .with(
          line,
          lines[line]!.replace(/: .*$/, () => `: ${change.text}`),
        )
        .join('\n');
    }
    case 'word': {
      const words = [...text.matchAll(/[\w.-]+/g)];
      const [one, two] = [words[change.at % words.length], words[change.to % words.length]];
      if (one === undefined || two === undefined) return text;
      return text.slice(0, one.index) + two[0] + text.slice(one.index + one[0].length);
    }
    case 'flip':
      return text.slice(0, at) + change.text + text.slice(at + 1);
  }
}

const CODES = new Set<string>(ISSUE_CODES);

function isSound({ code, line, column, message }: Issue): boolean {
  return CODES.has(code) && line > 0 && column > 0 && !/Invalid input|undefined|\[object/.test(message);
}

/** Loads a text, and checks what holds whatever the text. */
function outcome(text: string): 'ok' | 'issues' {
  const began = performance.now();
  const loaded = loadCurriculum(text, {
    file: 'fuzz.yaml',
    resolve: () => ({ file: 'base.yaml', text: EVENING_CLINIC }),
  });
  const took = performance.now() - began;
  // One comparison for a file: thousands of assertions would take longer than the loader.
  const errors = loaded.issues.some(({ severity }) => severity === 'error');
  const wrong = loaded.issues.filter((issue) => !isSound(issue));
  if (took > SLOWEST || loaded.issues.length > 51 || errors === loaded.ok || wrong.length > 0) {
    expect({ took, count: loaded.issues.length, ok: loaded.ok, wrong }).toEqual('an answer within a second');
  }
  return loaded.ok ? 'ok' : 'issues';
}

describe('loadCurriculum', () => {
  it('answers ten thousand damaged files with issues or a curriculum, never with an exception', () => {
    const seen = { ok: 0, issues: 0 };
    const original = fc.oneof(
      { weight: 28, arbitrary: fc.constant(EVENING_CLINIC) },
      { weight: 11, arbitrary: fc.constant(SITE) },
      { weight: 1, arbitrary: fc.constant(MATRIX) },
    );
    fc.assert(
      fc.property(original, fc.array(edit, { minLength: 1, maxLength: 4 }), (text, changes) => {
        seen[outcome(changes.reduce(mutate, text))] += 1;
      }),
      { numRuns: 10_000, seed: 20260105 },
    );
    // Both kinds of answer have to come up, or the damage was too small or too great to prove anything.
    expect(seen.ok).toBeGreaterThan(200);
    expect(seen.issues).toBeGreaterThan(5000);
  }, 900_000);

  it('answers text that was never YAML', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (text) => {
        expect(outcome(text)).toBe('issues');
      }),
      { numRuns: 500, seed: 20260105 },
    );
  });
});
