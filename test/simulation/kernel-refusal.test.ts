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
  return kernelRefusals(plan, eventTable(plan, compiled), compiled).map(({ code }) => code);
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

  it('names patients who come back', () => {
    const chance = { probability: 0.1, source: 'assumed' };
    const readmission = { returns: chance, after: ['other' as const], source: 'assumed' };
    const policies = { readmission: { sameEpisodeWithin: { days: 30 }, source: 'practice' } };
    expect(refused({ policies }, plausibleBehaviour({ readmission }))).toEqual(['readmission']);
    expect(refused({}, plausibleBehaviour({ readmission }))).toEqual([]);
  });

  it('names leaves, on which the clock of the program stands still', () => {
    const leave = {
      begins: { probability: 0.1, source: 'assumed' },
      days: { type: 'uniform' as const, low: 3, high: 20 },
      source: 'assumed',
    };
    expect(refused({}, plausibleBehaviour({ leave }))).toEqual(['leave']);
  });
});
