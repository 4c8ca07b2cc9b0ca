import { describe, expect, it } from 'vitest';
import { type AnyMachineSnapshot, type AnyStateNode, transition } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { DischargeReason } from '../../src/curriculum/discharge-reason.ts';
import { compilePlan } from '../../src/program/compile-plan.ts';
import { createEpisodeMachine } from '../../src/program/create-machine.ts';
import type { EpisodeContext } from '../../src/program/episode-context.ts';
import type { MachineEvent } from '../../src/program/machine-event.ts';
import type { Plan } from '../../src/program/plan.ts';
import { readState } from '../../src/program/read-state.ts';
import { readCurriculum } from '../curricula/read-curriculum.ts';
import { SMALL_PLAN } from '../generators/small-curriculum.ts';

type Loose = { readonly type: MachineEvent['type']; readonly [field: string]: unknown };

const DAY = 20_458;
const tell = (events: readonly Loose[]) =>
  events.map((event, i) => ({ day: DAY, fact: i + 2, by: 'c', ...event }) as unknown as MachineEvent);
const admission = tell([{ type: 'Admitted', lastUseOn: null, cycleStarts: {} }]);

/** What may happen to the phase: overridden gates, advances, returns, a leave, every kind of discharge. */
function phaseEvents(plan: Plan): MachineEvent[] {
  return tell([
    { type: 'LeaveStarted', expectedReturn: null, planned: true },
    { type: 'LeaveEnded' },
    ...plan.phases.map(({ id }): Loose => ({ type: 'GateOverridden', phase: id, expiresOn: null })),
    ...plan.phases.map(({ id }): Loose => ({ type: 'PhaseAdvanced', to: id })),
    ...plan.phases.map(({ id }): Loose => ({ type: 'ReturnedToPhase', to: id, reason: 'r' })),
    ...DischargeReason.options.map((discharge): Loose => ({ type: 'Discharged', discharge })),
  ]);
}

/** What moves monitors: attendance and absence, tests, use, deadlines, and a long time, alone and with a contact at its end. */
function monitorEvents(plan: Plan): MachineEvent[] {
  const track = plan.tracks[0]!.id;
  return tell([
    { type: 'AttendanceRecorded', track, session: 1, status: 'attended' },
    { type: 'AttendanceRecorded', track, session: 1, status: 'absent' },
    { type: 'DrugTestRecorded', result: 'negative' },
    { type: 'DrugTestRecorded', result: 'positive' },
    { type: 'DrugTestRecorded', result: 'missed' },
    { type: 'UseReported' },
    { type: 'DayBegan', day: DAY + 200 },
    { type: 'ContactRecorded', reached: true, day: DAY + 200 },
    ...plan.deadlines.map((_, deadline): Loose => ({ type: 'DeadlineReached', deadline })),
  ]);
}

/** What may happen on a waitlist before an admission. */
function waitlistEvents(): MachineEvent[] {
  return tell([
    { type: 'Waitlisted', program: 'evening' },
    { type: 'PlaceOffered', until: DAY },
    { type: 'OfferAccepted' },
    { type: 'OfferDeclined' },
    { type: 'DayBegan', day: DAY + 1 },
  ]);
}

/** What moves one track: a first session, and all of them. */
function trackEvents(plan: Plan, t: number): MachineEvent[] {
  const { id: track, sessions } = plan.tracks[t]!;
  const numbers = sessions.map(({ number }) => number);
  return tell([
    { type: 'CreditGranted', track, sessions: numbers.slice(0, 1), expiresOn: null },
    { type: 'CreditGranted', track, sessions: numbers, expiresOn: null },
  ]);
}

/** A state as far as it matters: the value, whether the gate is overridden, and short runs of what the monitors count. */
function essence(plan: Plan, monitors: boolean) {
  const { absentRun, evidenceOfUse, negativeRun } = plan.common;
  return (snapshot: unknown) => {
    const { value, context } = snapshot as { value: unknown; context: EpisodeContext };
    const overrides = [...new Set(context.overrides.map(({ phase }) => phase))].sort();
    const runs = [absentRun, evidenceOfUse, negativeRun].map((c) =>
      Math.min(4, (context.counters[c] as number | null) ?? -1),
    );
    return JSON.stringify(monitors ? [value, runs, context.today] : [value, overrides]);
  };
}

/** Every state that the shortest paths over an alphabet of events lead through, by its id. */
function reached(plan: Plan, events: readonly MachineEvent[], monitors: boolean): Set<string> {
  const machine = createEpisodeMachine(plan);
  const paths = getShortestPaths(machine as never, {
    events: [...admission, ...events] as never,
    serializeState: essence(plan, monitors) as never,
    limit: 100_000,
  }) as readonly { state: AnyMachineSnapshot; steps: readonly { event: MachineEvent }[] }[];
  const ids = new Set<string>();
  for (const { state, steps } of paths) {
    for (const node of state._nodes as AnyStateNode[]) ids.add(node.id);
    for (const id of passed(plan, state.context as EpisodeContext)) ids.add(id);
    expect(steps.length).toBeLessThan(40);
  }
  return ids;
}

/** The monitor states that an episode which has ended went through last: one that discharges by itself is left at once. */
function passed(plan: Plan, context: EpisodeContext): string[] {
  if (context.ended === null) return [];
  return plan.monitors.map((monitor, m) => {
    const level = `${plan.curriculum.id}.active.${plan.levelOfCare.key}`;
    return `${level}.monitors.${monitor.id}.${monitor.states[context.monitors[m] ?? 0]?.id}`;
  });
}

/** The states of a machine: all that a patient can be in, so history states and final markers are none. */
function statesOf(node: AnyStateNode): string[] {
  const own = node.type === 'history' ? [] : [node.id];
  return [...own, ...Object.values(node.states).flatMap((child) => statesOf(child as AnyStateNode))];
}

describe.each([
  ['the small program', SMALL_PLAN],
  ['the Matrix Model', compilePlan(readCurriculum('matrix-iop'))],
])('the machine of %s', (_, plan) => {
  it('has no state that no path reaches', () => {
    const alphabets: [MachineEvent[], boolean][] = [
      [phaseEvents(plan), false],
      [monitorEvents(plan), true],
      [waitlistEvents(), false],
      ...plan.tracks.map((_track, t): [MachineEvent[], boolean] => [trackEvents(plan, t), false]),
    ];
    const ids = new Set(alphabets.flatMap(([events, monitors]) => [...reached(plan, events, monitors)]));
    const states = statesOf(createEpisodeMachine(plan).root);
    expect(states.length).toBeGreaterThan(30);
    expect(states.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('comes back from a leave, whatever was going on, to the value it had', () => {
    const machine = createEpisodeMachine(plan);
    const go = (snapshot: unknown, event: MachineEvent) =>
      transition(machine, snapshot as never, event as never)[0];
    const paths = getShortestPaths(machine as never, {
      events: [...admission, ...phaseEvents(plan)] as never,
      serializeState: essence(plan, false) as never,
    }) as readonly { state: AnyMachineSnapshot }[];
    let away = 0;
    for (const { state } of paths) {
      if (readState(plan, state.value).lifecycle !== 'active') continue;
      const [started, ended] = phaseEvents(plan) as [MachineEvent, MachineEvent];
      const back = go(go(state, { ...started, day: DAY + 1 }), { ...ended, day: DAY + 3 });
      expect(back.value).toEqual(state.value);
      away += 1;
    }
    expect(away).toBeGreaterThan(3);
  });
});
