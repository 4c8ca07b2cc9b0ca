import type { CompiledBehaviour } from '../compile-behaviour.ts';
import { THRESHOLD_ONE } from '../threshold-table.ts';
import type { StandingEpisode } from './standing-episode.ts';

/**
 * How likely each combination of traits is for a patient, from its share in the cohort and from how the patient came to meetings
 * so far (Bayes' rule with the attendance of each combination at its reference). They add up to 1.
 */
export function traitWeights(behaviour: CompiledBehaviour, { fold, facts }: StandingEpisode): number[] {
  const meetings = [...fold.earlier.flatMap((stage) => stage.meetings), ...fold.meetings];
  const recorded = facts.length === 0 ? [] : meetings.filter(({ outcome }) => outcome !== 'unrecorded');
  const came = recorded.filter(({ outcome }) => outcome === 'attended' || outcome === 'partial').length;
  const missed = recorded.length - came;
  const logs = Array.from({ length: behaviour.types }, (_, type) => {
    const steps = behaviour.models['attendance']?.byType[type] ?? 0;
    const threshold = behaviour.thresholds[behaviour.offset + steps] ?? 0;
    const chance = Math.min(1 - 1e-6, Math.max(1e-6, threshold / THRESHOLD_ONE));
    return Math.log(shareOf(behaviour, type)) + came * Math.log(chance) + missed * Math.log(1 - chance);
  });
  const most = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - most));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

function shareOf({ traits, baseline }: CompiledBehaviour, type: number): number {
  if (baseline !== null) return baseline.filter((row) => row === type).length / baseline.length;
  let rest = type;
  return traits.reduce((share, { upTo, levels }) => {
    const level = rest % levels.length;
    rest = Math.floor(rest / levels.length);
    return share * ((upTo[level]! - (upTo[level - 1] ?? 0)) / THRESHOLD_ONE);
  }, 1);
}
