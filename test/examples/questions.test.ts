import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const FOLDER = 'examples/questions';

it('the page of questions is written by its program, each with its answer and its pictures', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stepwell-questions-'));
  const small = ['--patients', '120', '--replications', '2', '--out', folder];
  execFileSync(process.execPath, [`${FOLDER}/questions.ts`, ...small], { stdio: 'ignore' });
  const page = (from: string) => readFileSync(join(from, 'questions.md'), 'utf8');
  const told = (text: string) =>
    text.split('\n').filter((line) => /^(#|!|\$ |Figure|gate|clinic)/.test(line));
  const sameSize = (line: string) =>
    line.replace(/--patients \d+ --replications \d+/, '').replaceAll(/ +/g, ' ');
  expect(told(page(folder)).map(sameSize)).toEqual(told(page(FOLDER)).map(sameSize));
  const pictures = (from: string) =>
    readdirSync(from)
      .filter((file) => file.endsWith('.svg'))
      .sort();
  expect(pictures(folder)).toEqual(pictures(FOLDER));
  rmSync(folder, { recursive: true, force: true });
});
