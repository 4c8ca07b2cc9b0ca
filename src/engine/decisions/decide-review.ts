import type { ReadyOf } from '../command.ts';
import { stayCriteria } from '../continued-stay-status.ts';
import { accept, type Decide, eventOf, refuse } from './decision.ts';

/** Decides on a review of a continued stay. It is never refused for its outcome; against the program's criteria it needs a reason. */
export const decideReview: Decide = (command, { episode, fold }) => {
  const { outcome, nextReview } = command as ReadyOf<'ReviewContinuedStay'>;
  if (nextReview !== undefined && nextReview <= command.on)
    return refuse('dates-contradict', `the next review on ${nextReview} has to come after this one`);
  const gate = stayCriteria(episode, fold)[outcome];
  if (gate !== null && gate.truth !== 'satisfied' && command.reason === undefined)
    return refuse(
      'reason-needed',
      `the program's criteria for ${outcome} ${gate.truth === 'unknown' ? 'are not known to hold' : 'do not hold'}: ${gate.missing ?? gate.sentence}; say why it is decided all the same`,
      { gate },
    );
  return accept(eventOf('ContinuedStayReviewed', command, { outcome, nextReview }));
};
