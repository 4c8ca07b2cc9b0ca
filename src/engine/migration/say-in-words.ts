import type { Fact } from '../../program/episode-event.ts';
import type { Episode } from '../episode.ts';
import { planOn } from '../plan-on.ts';
import { type MappedFact, mapFact } from './map-fact.ts';
import { mappingFor } from './stage-mapping.ts';

/** The version of an episode in whose words an event with this number and day is recorded. */
export function wordsOf(episode: Episode, version: number, on: string): Episode {
  const { previous } = episode;
  if (previous === null || (version > previous.migration && on >= previous.until)) return episode;
  return wordsOf(previous.episode, version, on);
}

/** A fact, in the words that its number and day call for, said in those of an episode's present version. Pure. */
export function sayInPresentWords(episode: Episode, version: number, fact: Fact): MappedFact {
  const { previous } = episode;
  if (previous === null || (version > previous.migration && fact.on >= previous.until))
    return { facts: [fact] };
  const before = sayInPresentWords(previous.episode, version, fact);
  if ('unplaced' in before) return before;
  const facts: Fact[] = [];
  for (const said of before.facts) {
    const mapped = mapOne(previous, said);
    if ('unplaced' in mapped) return mapped;
    facts.push(...mapped.facts);
  }
  return { facts };
}

function mapOne(previous: NonNullable<Episode['previous']>, fact: Fact): MappedFact {
  const plan = planOn(previous.episode, fact);
  const mapping = mappingFor(previous.mapping, plan);
  const phase =
    fact.type === 'PhaseAdvanced' || fact.type === 'ReturnedToPhase'
      ? fact.to
      : fact.type === 'GateOverridden'
        ? fact.phase
        : null;
  if (phase === null) return mapFact(mapping, plan, fact);
  const target = mapping.phases?.[phase];
  if (target === undefined) return { unplaced: [{ kind: 'phase', id: phase }] };
  if (typeof target !== 'string') return { facts: [fact] };
  return {
    facts: [fact.type === 'GateOverridden' ? { ...fact, phase: target } : ({ ...fact, to: target } as Fact)],
  };
}
