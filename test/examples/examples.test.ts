import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const FOLDER = 'examples';
const examples = readdirSync(FOLDER).filter((file) => /^\d\d-.*\.ts$/.test(file));

/** What an example says that it prints: the text behind each `//=>`, in order. */
function promised(code: string): string[] {
  return code.split('\n').flatMap((line) => /(?:^| )\/\/=> (.*)$/.exec(line)?.[1] ?? []);
}

describe('the examples', () => {
  it('have a number each', () => {
    expect(new Set(examples.map((file) => file.slice(0, 2))).size).toBe(examples.length);
    expect(examples.length).toBeGreaterThan(0);
  });

  it.each(examples)('%s prints what its comments say', (file) => {
    const code = readFileSync(`${FOLDER}/${file}`, 'utf8');
    const printed = execFileSync(process.execPath, [...stripTypes(), `${FOLDER}/${file}`], {
      encoding: 'utf8',
    });
    expect(printed.trimEnd().split('\n')).toEqual(promised(code));
  });

  it.each(examples)('%s fits on a screen or two', (file) => {
    expect(readFileSync(`${FOLDER}/${file}`, 'utf8').trimEnd().split('\n').length).toBeLessThanOrEqual(60);
  });
});

/** Node before 24 runs TypeScript only when it is asked to. */
function stripTypes(): string[] {
  const flag = '--experimental-strip-types';
  return process.allowedNodeEnvironmentFlags.has(flag) ? [flag, '--no-warnings'] : [];
}
