import { describe, expect, it } from 'vitest';
import { compilePlan } from '../../src/program/compile-plan.ts';
import { kernelRefusals } from '../../src/simulation/kernel/kernel-refusal.ts';
import { doseCurriculum } from '../engine/dose-clinic.ts';

const refused = (change: Record<string, unknown>) =>
  kernelRefusals(compilePlan(doseCurriculum(change)), { events: [] } as never).map(({ code }) => code);

describe('kernelRefusals', () => {
  it('names closed days and criteria over the weekly dose, and lets a dose pass that nothing counts', () => {
    expect(refused({})).toEqual([]);
    expect(refused({ closures: [{ from: '2026-01-14', title: 'Holiday' }] })).toEqual(['closures']);
    const exit = { type: 'dose-weeks', atLeast: 2 };
    const phases = [
      { id: 'treatment', title: 'Treatment', weeks: '1-8', exit },
      { id: 'done', title: 'Done', final: 'completed' },
    ];
    expect(refused({ phases })).toEqual(['dose-weeks']);
  });
});
