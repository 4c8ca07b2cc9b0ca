import { type Course, courseOf, stagePlan } from './course.ts';
import { createEpisodeMachine, type EpisodeSnapshot } from './create-machine.ts';
import type { Fold } from './fold.ts';
import type { JournalEntry } from './journal.ts';
import type { PastMeeting } from './past-meeting.ts';
import type { Plan } from './plan.ts';

type KeptMeeting = readonly [number, number, number | null, PastMeeting['outcome'], number, 0 | 1, number?];
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
  readonly earlier: readonly (readonly [number, readonly KeptMeeting[]])[];
};

/** A fold as plain JSON, to be kept as a cache. Lists that grow with the episode are written as rows, which is a third of the text. */
export function persistFold(of: Plan | Course, fold: Fold): unknown {
  const machine = createEpisodeMachine(of);
  // The context is plain JSON already; the library would walk through all of it to look for actors.
  const state = machine.getPersistedSnapshot({ ...fold.snapshot, context: {} } as never) as object;
  return {
    last: fold.last,
    settledBefore: fold.settledBefore,
    snapshot: { ...state, context: fold.snapshot.context },
    journal: fold.journal.map(keepEntry),
    meetings: fold.meetings.map(keepMeeting),
    earlier: fold.earlier.map(({ stage, meetings }) => [stage, meetings.map(keepMeeting)]),
  };
}

/** A fold from its JSON, or null where it was made by another plan: then the episode is told anew. */
export function restoreFold(of: Plan | Course, json: unknown): Fold | null {
  const course = courseOf(of);
  const kept = json as KeptFold;
  const stage = kept?.snapshot?.context?.stage;
  const plan = course.stages[stage]?.plan;
  if (plan === undefined || kept.snapshot.context.planHash !== plan.hash) return null;
  // Kept before there were waitlists.
  if (kept.snapshot.context.waitlist === undefined) return null;
  const machine = createEpisodeMachine(course);
  // Here, too, the context is put in afterwards: the library would look for actors in all of it.
  const bare = machine.restoreSnapshot({ ...kept.snapshot, context: {} } as never, {} as never);
  const snapshot = Object.assign(bare, { context: kept.snapshot.context }) as unknown as EpisodeSnapshot;
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
    meetings: kept.meetings.map((meeting) => restoreMeeting(plan, meeting)),
    earlier: kept.earlier.map(([past, meetings]) => ({
      stage: past,
      meetings: meetings.map((meeting) => restoreMeeting(stagePlan(course, { stage: past }), meeting)),
    })),
  };
}

function restoreMeeting(
  plan: Plan,
  [day, track, session, outcome, fact, makeUp, minutes]: KeptMeeting,
): PastMeeting {
  const trackId = plan.tracks[track]?.id ?? '';
  const stated = minutes === undefined ? {} : { minutes };
  return { day, track, trackId, session, outcome, fact, makeUp: makeUp === 1, ...stated };
}

function keepMeeting({ day, track, session, outcome, fact, makeUp, minutes }: PastMeeting): KeptMeeting {
  const kept = [day, track, session, outcome, fact, makeUp ? 1 : 0] as const;
  return minutes === undefined ? [...kept] : [...kept, minutes];
}

function keepEntry({ day, fact, kind, id, from, to, text }: JournalEntry): KeptEntry {
  return [day, fact, kind, id, from, to, text];
}
