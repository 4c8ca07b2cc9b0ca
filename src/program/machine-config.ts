import { DischargeReason } from '../curriculum/discharge-reason.ts';
import { type Course, courseOf } from './course.ts';
import { dischargeTransitions } from './machine-discharge.ts';
import { OUTSIDE, RECORDED } from './machine-facts.ts';
import { monitorRegion } from './machine-monitors.ts';
import { moveTransitions, stageStateId } from './machine-moves.ts';
import { phaseRegion, type StateId } from './machine-phases.ts';
import { readmissions } from './machine-readmission.ts';
import { referralState } from './machine-referral.ts';
import { flag, HEAR, RECORD, recorded, type StateConfig, type Transition } from './machine-state-config.ts';
import { trackRegion } from './machine-tracks.ts';
import type { Plan } from './plan.ts';

/**
 * The statechart of a plan, or of a course of several, as plain JSON: it opens in a visualiser and can be written to a file.
 *
 * `referred` with the place on a waitlist, then `active` with the level of care, in it side by side the record of facts, the phase (in which the patient
 * is present or on leave), each track and each monitor; `discharged` with the reason; `graduated`. The levels of a pathway
 * are states beside each other, and a move goes from one to the next.
 */
export function machineConfig(of: Plan | Course): StateConfig & { id: string } {
  const course = courseOf(of);
  const ends = dischargeTransitions(course);
  return {
    id: course.id,
    initial: { target: 'referred' },
    on: {
      '*': [
        {
          actions: [HEAR, flag('not-applicable', 'does not apply to where the patient stood on that day')],
        },
      ],
    },
    states: {
      referred: referralState(ends, admissions(course)),
      active: {
        id: 'active',
        initial: { target: course.stages[0]!.key },
        on: { Discharged: ends },
        states: Object.fromEntries(course.stages.map((stage, s) => [stage.key, stageState(course, s)])),
      },
      discharged: {
        id: 'discharged',
        initial: { target: 'other' },
        on: { ...recorded(OUTSIDE), Readmitted: readmissions(course) },
        states: Object.fromEntries(
          DischargeReason.options.map((reason) => [reason, { id: `discharged-${reason}` }]),
        ),
      },
      graduated: { id: 'graduated', on: recorded(OUTSIDE) },
    },
  };
}

/** Into the first stage, unless the admission names another. */
function admissions(course: Course): Transition[] {
  const other = course.stages.slice(1).map(
    ({ id }, s): Transition => ({
      guard: { type: 'admittedTo', params: { stage: id } },
      target: `#${stageStateId(course, s + 1)}`,
      actions: [{ type: 'enterStage', params: { stage: s + 1 } }, RECORD],
    }),
  );
  return [...other, { target: '#active', actions: [RECORD] }];
}

function stageState(course: Course, s: number): StateConfig {
  const { plan, id: stage } = course.stages[s]!;
  const id: StateId = (kind, name) =>
    course.stages.length === 1 ? `${kind}-${name}` : `${kind}-${stage}--${name}`;
  const moves = moveTransitions(course, s);
  return {
    id: stageStateId(course, s),
    type: 'parallel',
    description: plan.levelOfCare.name,
    ...(Object.keys(moves).length === 0 ? {} : { on: moves }),
    states: {
      record: {
        initial: { target: 'open' },
        states: { open: { on: recorded([...RECORDED, 'PhaseAdvanced', 'ReturnedToPhase', 'PhasePlaced']) } },
      },
      phase: phaseRegion(plan, id),
      tracks: {
        type: 'parallel',
        states: Object.fromEntries(plan.tracks.map((track, t) => [track.id, trackRegion(plan, t)])),
      },
      ...(plan.monitors.length === 0
        ? {}
        : {
            monitors: {
              type: 'parallel' as const,
              states: Object.fromEntries(
                plan.monitors.map((monitor, m) => [monitor.id, monitorRegion(plan, m)]),
              ),
            },
          }),
    },
  };
}
