import { describe, expect, it } from 'vitest';
import { type Command, openEngine } from '../../src/index.ts';
import { createSetClock } from '../bench/year-of-commands.ts';

async function clinic(today: string) {
  const clock = createSetClock(today);
  const engine = await openEngine({ clock, by: 'counselor-1' });
  const give = async (on: string, command: Record<string, unknown>) => {
    clock.set(on);
    const outcome = await engine.execute({ episode: 'e-1', ...command } as Command);
    if (!outcome.accepted) throw new Error(outcome.refusal.message);
    return outcome;
  };
  return { clock, engine, give };
}

describe('a patient on leave', () => {
  it('whose assessment shows danger is looked at on that day, not at the return', async () => {
    const { engine, give } = await clinic('2026-01-05');
    await give('2026-01-05', { type: 'Admit', patient: 'p-1', curriculum: 'behavioral-activation' });
    await give('2026-01-08', { type: 'StartLeave', expectedReturn: '2026-01-20' });
    await give('2026-01-10', { type: 'RecordAssessment', instrument: 'phq-9', score: 27 });
    expect(await engine.due({ upTo: '2026-01-10' })).toMatchObject([
      {
        dueOn: '2026-01-10',
        title: 'Assess the risk of self-harm and renew the safety plan',
      },
    ]);
  });

  it('is looked at within a week where nobody said when he comes back', async () => {
    const { engine, give } = await clinic('2026-01-05');
    await give('2026-01-05', { type: 'Admit', patient: 'p-1', curriculum: 'anger-management' });
    await give('2026-01-08', { type: 'StartLeave' });
    const due = await engine.due({ upTo: '2026-02-28' });
    expect(due.map((row) => row.item)).toContain('leave-return');
  });
});

describe('an admission that was entered thirty years too early', () => {
  it('can be looked at and corrected, and keeps nobody else from being looked after', async () => {
    const { clock, engine, give } = await clinic('1996-01-05');
    await give('1996-01-05', { type: 'Admit', patient: 'p-1', curriculum: 'inpatient-acute' });
    clock.set('2026-11-01');
    expect((await engine.status('e-1')).lifecycle).toBe('active');
    const amended = await give('2026-11-01', {
      type: 'Amend',
      fact: 1,
      change: { on: '2026-10-30' },
      reason: 'typing error',
    });
    expect(amended.accepted).toBe(true);
    expect((await engine.status('e-1')).admittedOn).toBe('2026-10-30');
  });
});

describe('two admissions of which the second was voided and the first restored', () => {
  it('leave the patient in the curriculum of the one that stands', async () => {
    const { engine, give } = await clinic('2026-01-05');
    await give('2026-01-05', { type: 'Admit', patient: 'p-1', curriculum: 'matrix-iop' });
    await give('2026-01-05', { type: 'Void', fact: 1, reason: 'wrong program' });
    await give('2026-01-05', { type: 'Admit', patient: 'p-1', curriculum: 'generic-iop' });
    await give('2026-01-05', { type: 'Void', fact: 3, reason: 'it was right before' });
    await give('2026-01-05', { type: 'Void', fact: 2, reason: 'it was right before' });
    expect((await engine.status('e-1')).curriculum.id).toBe('matrix-iop');
  });
});
