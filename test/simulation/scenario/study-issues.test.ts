import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadStudy } from '../../../src/load-study.ts';

const BEDS = readFileSync('examples/scenarios/residential-20-beds.yaml', 'utf8');
const PATHWAY = readFileSync('examples/scenarios/residential-step-down.yaml', 'utf8');

describe('A scenario beside its program', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'stepwell-issues-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const problems = async (text: string, ...changes: [string, string][]) => {
    const file = join(folder, 'scenario.yaml');
    const changed = changes.reduce((is, [from, to]) => {
      expect(is).toContain(from);
      return is.replace(from, to);
    }, text);
    writeFileSync(file, changed);
    const loaded = await loadStudy(file);
    if (loaded.ok) return [];
    return loaded.issues.map(({ line, column, code, message }) => {
      const at = changed.split('\n')[line - 1]!.slice(column - 1);
      return `${code} at ${/^[\w-]+/.exec(at)?.[0] ?? at}: ${message}`;
    });
  };
  const signed = 'signOffs: [{ afterDays: 1, share: 1, source: assumed }]';

  it('is told which sign-off no gate asks for, and what was meant', async () => {
    const rule =
      'signOffs: [{ role: counsellor, subject: treatment-plans, afterDays: 1, share: 1, source: x }]';
    expect(await problems(BEDS, [signed, rule])).toEqual([
      'dangling-reference at counsellor: behaviour.staff.signOffs knows no sign-off by a counsellor: did you mean counselor?',
      'dangling-reference at treatment-plans: behaviour.staff.signOffs knows no sign-off of treatment-plans: did you mean treatment-plan?',
    ]);
    const right = rule.replace('counsellor', 'counselor').replace('plans', 'plan');
    expect(await problems(BEDS, [signed, right])).toEqual([]);
  });

  it('is told which stage a way names that the pathway does not have, and of ways without a pathway', async () => {
    const ways = 'ways: [{ to: residental, share: 1, source: x }]\n    outreachAfterDays: 1';
    expect(
      await problems(PATHWAY.replace(/^ +ways:\n( +- .*\n)+/m, ''), ['outreachAfterDays: 1', ways]),
    ).toEqual([
      'dangling-reference at residental: behaviour.staff.ways knows no stage residental: did you mean residential?',
    ]);
    expect((await problems(BEDS, ['outreachAfterDays: 1', ways])).join()).toContain(
      'residential-short-term is no pathway',
    );
  });

  it('is told of costs of another level of care, parameters that lead nowhere, at their lines', async () => {
    const found = await problems(
      BEDS,
      ['dayAtStage: { residential-short-term:', 'dayAtStage: { residential-short:'],
      ['staff.choices.0.share', 'staff.choices.7.share'],
      ['homework:', 'late: { probability: 0.1, source: x, tracks: { milieu: 1 } }\n  homework:'],
    );
    expect(found).toEqual([
      expect.stringMatching(/^dangling-reference at 1: behaviour.late knows no track milieu/),
      expect.stringMatching(
        /^dangling-reference at .*costs.dayAtStage .*did you mean residential-short-term\?/,
      ),
      expect.stringMatching(/^dangling-reference at .*parameters.completes-here: .*there is no 7/),
    ]);
  });
});
