import { addDays } from '../../curriculum/calendar-date.ts';
import { dateOf } from '../episode.ts';
import { accept, type Decide, eventOf, refuse } from './decision.ts';

/** Decides on taking a discharged patient back in the same episode, where the program does that and in its time. */
export const decideReadmission: Decide = (command, { episode, fold }) => {
  const { ended } = fold.snapshot.context;
  const within = episode.plan.policies.readmissionWithinDays;
  const on = dateOf(ended?.on);
  if (ended === null || on === null)
    return refuse('not-ended', 'the episode has not ended; there is nobody to take back');
  if (ended.graduated)
    return refuse('ended', `the patient graduated on ${on}; an admission after that is a new episode`);
  if (within === undefined)
    return refuse(
      'readmission-too-late',
      `${episode.plan.curriculum.title} takes nobody back in the same episode; admit anew`,
    );
  if (command.on === on)
    return refuse(
      'not-ended',
      `the discharge is of ${on} itself: void it if the patient stayed, or take him back from ${addDays(on, 1)} on`,
    );
  const last = addDays(on, within);
  if (command.on > last)
    return refuse(
      'readmission-too-late',
      `the discharge was on ${on}; until ${last} the same episode could go on, after that it is a new one`,
    );
  return accept(eventOf('Readmitted', command, {}));
};
