import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { transition } from 'xstate';
import { standAsOf } from '../../src/engine/episode.ts';
import { createEpisodeMachine } from '../../src/program/create-machine.ts';
import { evaluateCriterion } from '../../src/program/evaluate-criterion.ts';
import { explainCriterion } from '../../src/program/explain-criterion.ts';
import type { Fold } from '../../src/program/fold.ts';
import { machineGuards } from '../../src/program/machine-guards.ts';
import { exitGate, gateOverride, gateTruth } from '../../src/program/phase-gate.ts';
import { readState } from '../../src/program/read-state.ts';
import { history } from '../generators/history.ts';
import { type Life, lead } from '../generators/life.ts';

/** Where an episode stood on each day on which it has a fact, and today. */
function stands(life: Life): Fold[] {
  const days = [...new Set([...life.episode.facts.map(({ fact }) => fact.on), life.today])].sort();
  return days.map((on) => standAsOf(life.episode, on).fold);
}

const always = (check: (life: Life, fold: Fold) => void, numRuns = 60) =>
  fc.assert(
    fc.asyncProperty(history(), async (steps) => {
      const life = await lead(steps);
      for (const fold of stands(life)) check(life, fold);
    }),
    { numRuns },
  );

describe('after any history', () => {
  it('counts no session twice: what a track counts is what was met or credited', () =>
    always(({ plan }, { snapshot: { context }, meetings }) => {
      plan.tracks.forEach((track, t) => {
        const done = context.counters[track.counters.sessions] as readonly number[];
        const credited = context.credits.filter((c) => c.track === track.id).flatMap((c) => c.sessions);
        const mine = meetings.filter((m) => m.track === t && m.outcome === 'attended');
        const met = mine.flatMap((m) => (m.session === null ? [] : [m.session]));
        expect(done).toEqual([...new Set([...met, ...credited])].sort((a, b) => a - b));
        expect(context.counters[track.counters.attended]).toBe(mine.length);
        for (const one of mine) {
          const twins = mine.filter((m) => m.day === one.day && m.session === one.session);
          expect(twins).toHaveLength(1);
        }
      });
    }));

  it('has gone through the phases only in the order that the program allows', () =>
    always(({ plan }, { snapshot: { context } }) => {
      context.stays.forEach((stay, i) => {
        const before = context.stays[i - 1];
        if (!before) expect(stay.phase).toBe(0);
        else {
          const ways = stay.returned ? plan.phases[before.phase]?.returnsTo : plan.phases[before.phase]?.next;
          expect(ways).toContain(stay.phase);
          expect(stay.from).toBeGreaterThanOrEqual(before.from);
        }
      });
    }));

  it('says the same in its state value and in its context', () =>
    always(({ plan }, { snapshot: { value, context } }) => {
      const state = readState(plan, value);
      const onLeave = context.leaves.filter((leave) => leave.to === null);
      expect(onLeave).toHaveLength(state.lifecycle === 'on-leave' ? 1 : 0);
      expect(context.admittedOn === null).toBe(
        state.lifecycle === 'referred' || (state.lifecycle === 'discharged' && context.stays.length === 0),
      );
      expect(context.ended === null).toBe(
        state.lifecycle !== 'discharged' && state.lifecycle !== 'graduated',
      );
      expect(context.ended?.graduated ?? false).toBe(state.lifecycle === 'graduated');
      if (state.dischargeReason !== null) expect(context.ended?.reason).toBe(state.dischargeReason);
      if (state.phase !== null) expect(plan.phases[context.phase]?.id).toBe(state.phase);
      if (state.monitors !== null)
        plan.monitors.forEach((monitor, m) => {
          expect(state.monitors?.[monitor.id]).toBe(monitor.states[context.monitors[m] ?? -1]?.id);
        });
      if (state.tracks !== null)
        for (const track of plan.tracks) {
          const done = (context.counters[track.counters.sessions] as readonly number[]).length;
          const complete = track.required > 0 && done >= track.required;
          expect(state.tracks[track.id]).toBe(complete ? 'completed' : done > 0 ? 'underway' : 'not-started');
        }
      const leaves = context.leaves.map(({ from, to }) => [from, to ?? Number.POSITIVE_INFINITY] as const);
      leaves.forEach(([from, to], i) => {
        expect(to).toBeGreaterThan(from);
        expect(from).toBeGreaterThanOrEqual(leaves[i - 1]?.[1] ?? 0);
      });
    }));

  it('explains each criterion with the truth by which it is evaluated and by which the guards decide', () =>
    always(({ plan, episode }, fold) => {
      const { context } = fold.snapshot;
      if (context.today === null) return;
      const guards = machineGuards(plan);
      const event = { type: 'DayBegan', day: context.today, fact: 0 } as const;
      plan.criteria.forEach((_, index) => {
        const truth = evaluateCriterion(plan, context, index);
        expect(explainCriterion(plan, fold, episode.facts, index, 'without-dates').truth).toBe(truth);
        const free = { ...context, monitorWaits: [] };
        const guard = guards.criterionHolds({ context: free, event }, { criterion: index, monitor: 0 });
        expect(guard).toBe(truth === 'satisfied');
      });
    }));

  it('lets an advance through the machine where the gate is satisfied or overridden, and flags it elsewhere', () =>
    always(({ plan }, { snapshot }) => {
      const { context, value } = snapshot;
      if (readState(plan, value).lifecycle !== 'active' || context.today === null) return;
      const to = plan.phases[plan.phases[context.phase]?.next[0] ?? -1]?.id ?? '';
      const event = { type: 'PhaseAdvanced', day: context.today, fact: 9999, by: 'x', to };
      const [next] = transition(createEpisodeMachine(plan), snapshot as never, event as never);
      const flagged = (next.context as Fold['snapshot']['context']).flags.some((flag) => flag.fact === 9999);
      const gate = exitGate(plan, context);
      const open =
        gate === null || gateTruth(plan, context) === 'satisfied' || gateOverride(context) !== undefined;
      expect(flagged).toBe(!open);
    }));
});
