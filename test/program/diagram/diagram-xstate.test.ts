import { describe, expect, it } from 'vitest';
import { createMachine } from 'xstate';
import { diagramXstate } from '../../../src/program/diagram/diagram-xstate.ts';
import { samplePlan } from './sample-plan.ts';

describe('the XState diagram of a plan', () => {
  it('is a machine that XState takes, with every phase, track and monitor', () => {
    const plan = samplePlan();
    const machine = createMachine(JSON.parse(diagramXstate(plan)));
    const { phase, tracks, monitors } = machine.states['active']!.states[plan.levelOfCare.key]!.states;
    expect(Object.keys(phase!.states['present']!.states)).toEqual(['intake', 'early', 'later', 'where-left']);
    expect(Object.keys(phase!.states['on-leave']!.states)).toEqual(['intake', 'early', 'later']);
    expect(Object.keys(tracks!.states)).toEqual(['group', 'choice']);
    expect(Object.keys(monitors!.states['use']!.states)).toEqual(['none', 'lapse', 'gone']);
  });
});
