import { describe, expect, it } from 'vitest';
import { toDayNumber } from '../../src/curriculum/calendar-date.ts';
import { expectedValue, incentiveStatuses } from '../../src/engine/incentive-status.ts';
import { compilePlan } from '../../src/program/compile-plan.ts';
import { runTrial } from '../../src/program/proof/trial.ts';
import { createClinic } from '../generators/clinic.ts';
import { readCurriculum } from './read-curriculum.ts';

/** What a patient earns who is tested as often as the program tests, and is always negative. */
function perfect(name: string) {
  const plan = compilePlan(readCurriculum(name));
  const { context } = runTrial(plan, toDayNumber('2026-01-05')).fold.snapshot;
  return { plan, incentives: incentiveStatuses(plan, context) };
}

describe('the vouchers of community reinforcement', () => {
  it('come to 997.50 dollars for 36 negative tests, and a lottery ticket for each of 24 more', () => {
    expect(perfect('cra-vouchers').incentives).toMatchObject([
      { id: 'vouchers', rewards: 36, earned: 99_750 },
      { id: 'lottery-tickets', rewards: 24, earned: 24 },
    ]);
  });
});

describe('the recovery incentives of California', () => {
  it('come to 599.00 dollars: 438 in twelve weeks, then 90, 50 and 21', () => {
    expect(perfect('recovery-incentives').incentives).toMatchObject([{ rewards: 36, earned: 59_900 }]);
  });
});

describe('the prize bowl', () => {
  it('gives one draw more each week, 156 in twelve, of which half win', () => {
    const { plan, incentives } = perfect('prize-incentives');
    expect(incentives).toMatchObject([{ rewards: 24, earned: 156 }]);
    const bowl = plan.incentives![0]!;
    const winning = bowl.prizes.filter(({ value }) => value > 0).reduce((sum, { chips }) => sum + chips, 0);
    expect(winning).toBe(250);
    expect(expectedValue(bowl, 500)).toBe(110_900);
  });

  it('keeps what was drawn as a fact, and takes no draw that was not earned', async () => {
    const clinic = createClinic(readCurriculum('prize-incentives'));
    await clinic.must({ type: 'Admit', patient: 'p', curriculum: 'prize-incentives' });
    await clinic.must({ type: 'RecordDrugTest', result: 'negative' });
    const draw = { type: 'RecordReward', incentive: 'prize-draws', amount: 1, prize: 'large' } as const;
    const drawn = await clinic.must(draw);
    expect(await clinic.refused(draw)).toBe('reward-not-earned');
    const standing = async () => (await clinic.engine.status('e-1')).incentives[0];
    expect(await standing()).toMatchObject({ earned: 1, given: 1, outstanding: 0, won: 2000 });
    await clinic.must({ type: 'Void', fact: drawn, reason: 'wrong patient' });
    expect(await standing()).toMatchObject({ earned: 1, given: 0, outstanding: 1, won: 0 });
  });

  it('tells what was given beyond what is earned when a test is corrected', async () => {
    const clinic = createClinic(readCurriculum('cra-vouchers'));
    await clinic.must({ type: 'Admit', patient: 'p', curriculum: 'cra-vouchers' });
    const test = await clinic.must({ type: 'RecordDrugTest', result: 'negative' });
    await clinic.must({ type: 'RecordReward', incentive: 'vouchers', amount: 250 });
    await clinic.must({
      type: 'Amend',
      fact: test,
      change: { result: 'positive', substances: ['cocaine'] },
      reason: 'laboratory',
    });
    expect((await clinic.engine.status('e-1')).incentives[0]).toMatchObject({
      earned: 0,
      given: 250,
      outstanding: -250,
    });
  });
});
