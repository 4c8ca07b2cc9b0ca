import { standingFacts } from '../../program/standing-facts.ts';
import type { Command } from '../command.ts';
import type { Episode } from '../episode.ts';
import type { Outcome } from '../outcome.ts';
import type { GroupCommandOf } from './group-command.ts';
import { type GroupDecision, type GroupStanding, record, refuseGroup } from './group-decision.ts';

/**
 * Takes a whole roster back that was recorded by mistake: the facts of all its rows that still stand are voided in their episodes,
 * and the meeting is again one that was not held.
 */
export async function voidRoster(
  command: GroupCommandOf<'VoidRoster'>,
  { state, on, by }: GroupStanding,
  world: {
    readonly read: (episode: string) => Promise<Episode | null>;
    readonly decide: (commands: readonly Command[]) => Promise<Outcome[]>;
  },
): Promise<GroupDecision> {
  const { meeting, reason } = command;
  const held = state.held.get(meeting);
  if (held === undefined) return refuseGroup('meeting-not-held', 'there is no roster of this meeting');
  const voids: Command[] = [];
  for (const { episode: id, fact } of held.rows) {
    const episode = await world.read(id);
    const stands = episode && standingFacts(episode.records).some(({ version }) => version === fact);
    if (stands) voids.push({ type: 'Void', episode: id, fact, on: held.date, by, reason });
  }
  const refused = (await world.decide(voids)).find((outcome) => !outcome.accepted);
  if (refused && !refused.accepted)
    return refuseGroup('rows-refused', `${refused.episode}: ${refused.refusal.message}`);
  return record([{ type: 'RosterVoided', on, by, meeting, reason }]);
}
