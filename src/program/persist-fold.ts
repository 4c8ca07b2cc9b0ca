import { createEpisodeMachine, type EpisodeSnapshot } from './create-machine.ts';
import type { Fold, PastMeeting } from './fold.ts';
import type { JournalEntry } from './journal.ts';
import type { Plan } from './plan.ts';

type KeptMeeting = readonly [number, number, number | null, PastMeeting['outcome'], number, 0 | 1];
type KeptEntry = readonly [
  number,
  number,
  JournalEntry['kind'],
  string,
  string | null,
  string | null,
  string,
];
type KeptFold = Pick<Fold, 'snapshot' | 'last' | 'settledBefore'> & {
  readonly journal: readonly KeptEntry[];
  readonly meetings: readonly KeptMeeting[];
};

/** A fold as plain JSON, to be kept as a cache. Lists that grow with the episode are written as rows, which is a third of the text. */
export function persistFold(plan: Plan, fold: Fold): unknown {
  const machine = createEpisodeMachine(plan);
  // The context is plain JSON already; the library would walk through all of it to look for actors.
  const state = machine.getPersistedSnapshot({ ...fold.snapshot, context: {} } as never) as object;
  return {
    last: fold.last,
    settledBefore: fold.settledBefore,
    snapshot: { ...state, context: fold.snapshot.context },
    journal: fold.journal.map(keepEntry),
    meetings: fold.meetings.map(keepMeeting),
  };
}

/** A fold from its JSON, or null where it was made by another plan: then the episode is told anew. */
export function restoreFold(plan: Plan, json: unknown): Fold | null {
  const kept = json as KeptFold;
  if (kept?.snapshot?.context?.planHash !== plan.hash) return null;
  const machine = createEpisodeMachine(plan);
  const snapshot = machine.restoreSnapshot(kept.snapshot as never, {} as never) as unknown as EpisodeSnapshot;
  return {
    last: kept.last,
    settledBefore: kept.settledBefore,
    snapshot,
    journal: kept.journal.map(([day, fact, kind, id, from, to, text]) => ({
      day,
      fact,
      kind,
      id,
      from,
      to,
      text,
    })),
    meetings: kept.meetings.map(([day, track, session, outcome, fact, makeUp]) => ({
      day,
      track,
      trackId: plan.tracks[track]?.id ?? '',
      session,
      outcome,
      fact,
      makeUp: makeUp === 1,
    })),
  };
}

function keepMeeting({ day, track, session, outcome, fact, makeUp }: PastMeeting): KeptMeeting {
  return [day, track, session, outcome, fact, makeUp ? 1 : 0];
}

function keepEntry({ day, fact, kind, id, from, to, text }: JournalEntry): KeptEntry {
  return [day, fact, kind, id, from, to, text];
}
