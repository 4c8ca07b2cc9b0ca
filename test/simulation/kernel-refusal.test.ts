import { describe, expect, it } from 'vitest';
import { compilePlan } from '../../src/program/compile-plan.ts';
import { compileBehaviour } from '../../src/simulation/compile-behaviour.ts';
import { eventTable } from '../../src/simulation/event-table.ts';
import { kernelRefusals } from '../../src/simulation/kernel/kernel-refusal.ts';
import { doseCurriculum } from '../engine/dose-clinic.ts';
import { plausibleBehaviour } from './plausible-behaviour.ts';

const refused = (change: Record<string, unknown>, behaviour = plausibleBehaviour()) => {
  const plan = compilePlan(doseCurriculum(change));
  const compiled = compileBehaviour(plan, behaviour);
  return kernelRefusals(plan, eventTable(plan, compiled)).map(({ code }) => code);
};

describe('kernelRefusals', () => {
  it('names criteria over the weekly dose, and lets closed days and a dose pass that nothing counts', () => {
    expect(refused({})).toEqual([]);
    expect(refused({ closures: [{ from: '2026-01-14', title: 'Holiday' }] })).toEqual([]);
    const exit = { type: 'dose-weeks', atLeast: 2 };
    const phases = [
      { id: 'treatment', title: 'Treatment', weeks: '1-8', exit },
      { id: 'done', title: 'Done', final: 'completed' },
    ];
    expect(refused({ phases })).toEqual(['dose-weeks']);
  });
});
