import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const FOLDER = 'examples/observed-clinic';

it('the page of an observed clinic is written by its program, with the record beside the simulation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stepwell-observed-'));
  execFileSync(process.execPath, [`${FOLDER}/observed-clinic.ts`, '--patients', '30', '--out', folder], {
    stdio: 'ignore',
  });
  const page = (from: string) => readFileSync(join(from, 'observed-clinic.md'), 'utf8');
  const told = (text: string) =>
    text
      .split('\n')
      .flatMap((line) => /^(# .*|!.*|\$ .*|Figure|completed|retention\.\d+)/.exec(line)?.[1] ?? []);
  expect(told(page(folder))).toEqual(told(page(FOLDER)));
  expect(page(folder)).toContain('30 past patients');
  const pictures = (from: string) => readdirSync(from).filter((file) => file.endsWith('.svg'));
  expect(pictures(folder).sort()).toEqual(pictures(FOLDER).sort());
  rmSync(folder, { recursive: true, force: true });
});
