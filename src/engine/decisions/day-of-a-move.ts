import type { ReadyCommand } from '../command.ts';
import { type Episode, episodeOn, nothingTold, standAsOf } from '../episode.ts';
import { OBSERVING } from './before-the-end-of-the-day.ts';

/** The facts that lead to another stage of a pathway. */
export const MOVES: readonly string[] = ['SteppedDown', 'SteppedUp', 'Transferred'];
const DECIDING: readonly ReadyCommand['type'][] = ['Advance', 'ReturnToPhase', 'Override'];

/** To which stage something of the day of a move belongs, and the episode to decide it on. */
export type DayOfAMove = { readonly episode: Episode; readonly forStage: string | undefined };

/**
 * On the day of a move between levels of care, what is recorded belongs to the stage that the patient came to, unless the
 * command names the one before or only that one has the track. Null on other days, and for other kinds of command.
 */
export function dayOfAMove(episode: Episode, command: ReadyCommand): DayOfAMove | null {
  if (!OBSERVING.includes(command.type) && !DECIDING.includes(command.type)) return null;
  const version = episodeOn(episode, command.on);
  const moved = version.facts.filter(({ fact }) => fact.on === command.on && MOVES.includes(fact.type));
  const last = moved.at(-1)?.fact;
  if (last === undefined || !('stage' in last) || typeof last.stage !== 'string') return null;
  const facts = version.facts.filter((fact) => !moved.includes(fact));
  const before: Episode = { ...version, facts, ...nothingTold(version.course), previous: null };
  const there = version.course.stages.find(({ id }) => id === last.stage)?.plan;
  const track = command.type === 'RecordAttendance' ? command.track : undefined;
  const has = (tracks: readonly { readonly id: string }[] | undefined) =>
    tracks?.some(({ id }) => id === track);
  const onlyBefore =
    track !== undefined && !has(there?.tracks) && has(standAsOf(before, command.on).episode.plan.tracks);
  const named = command.forStage !== undefined && command.forStage !== last.stage;
  return named || onlyBefore ? { episode: before, forStage: undefined } : { episode, forStage: last.stage };
}
