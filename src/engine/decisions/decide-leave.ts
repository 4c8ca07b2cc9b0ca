import { daysBetween, toDayNumber } from '../../curriculum/calendar-date.ts';
import { readState } from '../../program/read-state.ts';
import type { ReadyOf } from '../command.ts';
import { accept, type Decide, eventOf, refuse } from './decision.ts';

/** Decides on the start and the end of a leave. */
export const decideLeave: Decide = (command, { episode, fold }) => {
  const onLeave = readState(episode.plan, fold.snapshot.value).lifecycle === 'on-leave';
  if (command.type === 'EndLeave') {
    if (!onLeave) return refuse('not-on-leave', `the patient is not on leave on ${command.on}`);
    const began = fold.snapshot.context.leaves.find((leave) => leave.to === null)?.from;
    if (began === toDayNumber(command.on)) {
      return refuse(
        'return-before-leave',
        `the leave begins on ${command.on}, the return comes on a later day; void the leave if there was none`,
      );
    }
    return accept(eventOf('LeaveEnded', command, {}));
  }
  if (onLeave) return refuse('on-leave', 'the patient is on leave already');
  const { expectedReturn, planned } = command as ReadyOf<'StartLeave'>;
  if (expectedReturn !== undefined && expectedReturn <= command.on) {
    return refuse(
      'return-before-leave',
      `the expected return ${expectedReturn} does not come after ${command.on}`,
    );
  }
  const maximum = episode.plan.policies.leaveMaximumDays;
  if (maximum !== null && expectedReturn !== undefined && daysBetween(command.on, expectedReturn) > maximum) {
    return refuse(
      'leave-too-long',
      `a leave may last ${maximum} days here; ${expectedReturn} is ${daysBetween(command.on, expectedReturn)} days away`,
    );
  }
  return accept(eventOf('LeaveStarted', command, { expectedReturn, planned }));
};
