import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../src/curriculum/criterion.ts';
import { createClinic } from '../generators/clinic.ts';
import { smallCurriculum } from '../generators/small-curriculum.ts';

async function gateWith(of: Criterion, more: readonly object[] = []) {
  const small = smallCurriculum();
  const phases = small.phases.map((phase, i) =>
    i === 0 ? { ...phase, exit: { type: 'not' as const, of } } : phase,
  );
  const clinic = createClinic({ ...small, phases });
  await clinic.must({ type: 'Admit', patient: 'p', curriculum: small.id });
  for (const command of more) await clinic.must(command as never);
  return (await clinic.engine.status('e-1')).gate?.explanation;
}

describe('a criterion that must not hold', () => {
  const watched: Criterion = { type: 'monitor-in', monitor: 'attendance', states: ['regular'] };
  const signed: Criterion = { type: 'signed-off', role: 'counselor', subject: 'plan' };

  it('is told as a sentence, with what is the case and what must be', async () => {
    expect(await gateWith(watched)).toMatchObject({
      truth: 'unsatisfied',
      sentence: expect.stringMatching(/^Attendance: .* is the case, and must not be$/),
      missing: expect.stringMatching(/^Attendance: .* must not be the case$/),
    });
    expect(await gateWith({ ...watched, states: ['outreach'] })).toMatchObject({
      truth: 'satisfied',
      sentence: expect.stringMatching(/^Attendance: .* is not the case, as it must not be$/),
      missing: null,
    });
    expect(await gateWith(signed)).toMatchObject({
      sentence: 'sign-off of plan by the counselor is not given, as it must not be',
    });
  });

  it('names what was counted, and all that must not hold together', async () => {
    const tests: Criterion = { type: 'positive-tests', atLeast: 1 };
    const positive = [{ type: 'RecordDrugTest', result: 'positive' }];
    expect(await gateWith(tests, positive)).toMatchObject({
      truth: 'unsatisfied',
      missing: expect.stringMatching(/^this must not hold: 1 of 1 positive/),
    });
    expect(await gateWith({ type: 'any', of: [tests, signed] })).toMatchObject({
      truth: 'satisfied',
      sentence: expect.stringMatching(
        /^must not hold: 0 of 1 positive.*; sign-off of plan by the counselor not given$/,
      ),
    });
  });
});
