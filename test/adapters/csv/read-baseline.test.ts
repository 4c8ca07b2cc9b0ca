import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCsv } from '../../../src/adapters/csv/parse-csv.ts';
import { readBaseline } from '../../../src/adapters/csv/read-baseline.ts';
import { loadCurriculumLibrary } from '../../../src/curriculum-folder.ts';
import { compilePlan } from '../../../src/program/compile-plan.ts';
import { compileKernel } from '../../../src/simulation/kernel/compile-kernel.ts';
import type { Scenario } from '../../../src/simulation/scenario/scenario.ts';
import { disagreements } from '../../simulation/compare-executions.ts';
import { plausibleBehaviour } from '../../simulation/plausible-behaviour.ts';

const source = 'assumed';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stepwell-baseline-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function read(text: string) {
  writeFileSync(join(folder, 'rows.csv'), text);
  const traits = [
    { id: 'engagement', levels: [{ id: 'low' }, { id: 'high' }], source },
    {
      id: 'distance',
      levels: [
        { id: 'near', below: 10 },
        { id: 'far', below: 100 },
      ],
      source,
    },
  ];
  const behaviour = plausibleBehaviour({ traits });
  const scenario = { cohort: { patients: 1, baseline: 'rows.csv', source }, behaviour } as Scenario;
  return readBaseline(join(folder, 'scenario.yaml'), scenario);
}

describe('a baseline of real patients', () => {
  it('gives simulated patients the traits of its rows, with what goes together, in kernel and machine', async () => {
    const got = read('patient,engagement,distance\n1,low,3.5\n2,high,far\n"3","high",42\n4,low,9.9\n');
    if (!got.ok) throw new Error(JSON.stringify(got.issues));
    const { behaviour } = got.value;
    expect(behaviour.baseline).toEqual([0, 3, 3, 0]);
    const plan = compilePlan((await loadCurriculumLibrary([]).find('outpatient-weekly'))!);
    const kernel = compileKernel(plan, behaviour);
    if (!kernel.accepted) throw new Error('refused');
    const [engagement, distance] = kernel.run({ seed: 1, first: 0, count: 400, horizonDays: 7 }).patients
      .group;
    expect(distance).toEqual(engagement);
    const high = engagement!.reduce((sum, level) => sum + level, 0);
    expect(high).toBeGreaterThan(150);
    expect(high).toBeLessThan(250);
    const run = { seed: 2, count: 6, horizonDays: 60 };
    expect(disagreements(plan, behaviour, run).disagreements).toEqual([]);
  });

  it('names every bad row with its file, line and column', () => {
    const got = read('engagement,distance\nhih,5\nhigh\n,120\nhigh,x\n');
    expect(got).toMatchObject({ ok: false });
    const told = got.ok
      ? []
      : got.issues.map(({ line, column, code, message }) => `${line}:${column} ${code} ${message}`);
    expect(told).toEqual([
      '2:1 unknown-value hih is no level of engagement (low, high): did you mean high?',
      '3:1 bad-format this row has 1 field, and the heading has 2',
      '4:1 unknown-value engagement is missing; write one of low, high, or leave the row out',
      '4:2 unknown-value 120 is not below that of any level of distance',
      '5:6 unknown-value x is no number and no level of distance (near, far)',
    ]);
    const code = (text: string) => {
      const bad = read(text);
      return bad.ok ? [] : bad.issues.map((issue) => issue.code);
    };
    expect(code('engagment,distance\nlow,1\n')).toEqual(['missing-key']);
    expect(code('engagement,distance\n')).toEqual(['file-empty']);
    expect(code('engagement,distance\n"low,1\n')).toEqual(['bad-format']);
    expect(code('engagement,distance\n"lo"w,1\n')).toEqual(['bad-format']);
  });

  it('tells where a field begins, behind letters of several bytes, line ends in quotes and a mark of the byte order', () => {
    const { rows } = parseCsv('\ufeffé,b\r\n"lów\nly",x\r\n\r\n"ü","y",z\n');
    expect(rows.map((row) => row.map(({ text, line, column }) => `${text} ${line}:${column}`))).toEqual([
      ['é 1:1', 'b 1:3'],
      ['lów\nly 2:1', 'x 3:5'],
      ['ü 5:1', 'y 5:5', 'z 5:9'],
    ]);
  });

  it('reads back any fields that were written by the rules of CSV', () => {
    const field = fc
      .string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', ' ', '7') })
      .map((text) => `x${text}`);
    fc.assert(
      fc.property(fc.array(fc.array(field, { minLength: 1, maxLength: 3 }), { minLength: 1 }), (rows) => {
        const text = rows
          .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
          .join('\r\n');
        expect(parseCsv(text).rows.map((row) => row.map((one) => one.text))).toEqual(rows);
      }),
    );
  });
});
