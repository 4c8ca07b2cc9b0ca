import { NO_REWARDS } from '../../program/incentive-state.ts';
import type { ReadyOf } from '../command.ts';
import { accept, type Decide, eventOf, refuse } from './decision.ts';

/** Decides on handing over what was earned: cents, draws or pieces, never more than is still due. A draw names its prize. */
export const decideReward: Decide = (command, { episode, fold }) => {
  const { plan } = episode;
  const { incentive: id, amount, prize } = command as ReadyOf<'RecordReward'>;
  const index = plan.incentives?.findIndex((i) => i.id === id) ?? -1;
  const incentive = plan.incentives?.[index];
  if (!incentive) {
    const known = (plan.incentives ?? []).map((i) => i.id).join(', ') || 'none';
    return refuse('unknown-incentive', `${plan.curriculum.title} has no rewards ${id}; it has ${known}`);
  }
  const prizes = incentive.prizes.map((p) => p.id);
  if ((incentive.pays === 'draws') !== (prize !== undefined) || (prize && !prizes.includes(prize))) {
    return refuse(
      'unknown-prize',
      incentive.pays === 'draws'
        ? `say what was drawn: ${prizes.join(', ')}`
        : `${incentive.title} has no prizes to draw`,
    );
  }
  const { earned, given } = fold.snapshot.context.incentives?.[index] ?? NO_REWARDS;
  const due = Math.max(0, earned - given);
  if (amount > due)
    return refuse(
      'reward-not-earned',
      `${amount} ${unitOf(incentive.pays)} are more than the ${due} still due`,
    );
  return accept(eventOf('RewardGiven', command, { incentive: id, amount, prize }));
};

function unitOf(pays: 'money' | 'draws' | 'pieces'): string {
  return pays === 'money' ? 'cents' : pays;
}
