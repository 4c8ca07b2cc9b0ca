import type { CarriedCredit } from './carried-credit.ts';
import type { Course } from './course.ts';
import type { EpisodeContext } from './episode-context.ts';
import type { EarlierStage, PastMeeting } from './past-meeting.ts';

/** How far an episode was told before the move. */
type Told = {
  readonly snapshot: { readonly context: EpisodeContext };
  readonly meetings: readonly PastMeeting[];
  readonly earlier: readonly EarlierStage[];
};

/** A session that was attended, or credited, at an earlier stage. `expiresOn` is the last day on which it counts. */
type Earned = {
  readonly curriculum: string;
  readonly track: string;
  readonly session: number;
  readonly on: number;
  readonly expiresOn: number | null;
};

/**
 * The credit that a move to a stage brings: sessions attended at earlier stages that the pathway counts for sessions of the
 * next one, and those of the same curriculum where the patient comes back to it. What has expired by then is left out. Pure.
 */
export function stageCredits(course: Course, fold: Told, to: number, day: number): CarriedCredit[] {
  const plan = course.stages[to]?.plan;
  const rules = plan?.stage?.equivalences ?? [];
  const earned = earnedSessions(course, fold);
  const best = new Map<string, { track: string; session: number; expiresOn: number | null }>();
  const take = (track: string, session: number, expiresOn: number | null) => {
    if (expiresOn !== null && expiresOn < day) return;
    const key = `${track}/${session}`;
    const known = best.get(key);
    if (known && (known.expiresOn === null || (expiresOn !== null && expiresOn <= known.expiresOn))) return;
    best.set(key, { track, session, expiresOn });
  };
  for (const { curriculum, track, session, on, expiresOn } of earned) {
    if (curriculum === plan?.curriculum.id) take(track, session, expiresOn);
    for (const rule of rules) {
      if (rule.curriculum !== curriculum || rule.from !== track) continue;
      const own = rule.expiresAfterDays === null ? null : on + rule.expiresAfterDays;
      const until = own === null ? expiresOn : expiresOn === null ? own : Math.min(own, expiresOn);
      for (const [from, counts] of rule.sessions) if (from === session) take(rule.to, counts, until);
    }
  }
  return grouped(course, to, [...best.values()]);
}

function earnedSessions(course: Course, fold: Told): Earned[] {
  const { context } = fold.snapshot;
  const attended = (stage: number, meetings: readonly PastMeeting[]): Earned[] =>
    meetings.flatMap(({ outcome, session, trackId, day }) =>
      outcome === 'attended' && session !== null
        ? [{ curriculum: curriculumOf(course, stage), track: trackId, session, on: day, expiresOn: null }]
        : [],
    );
  const credited = context.credits.flatMap(({ track, sessions, expiresOn }) =>
    sessions.map((session) => ({
      curriculum: curriculumOf(course, context.stage),
      track,
      session,
      on: context.admittedOn ?? 0,
      expiresOn,
    })),
  );
  return [
    ...fold.earlier.flatMap(({ stage, meetings }) => attended(stage, meetings)),
    ...attended(context.stage, fold.meetings),
    ...credited,
  ];
}

function curriculumOf(course: Course, stage: number): string {
  return course.stages[stage]?.plan.curriculum.id ?? '';
}

/** One credit for each track and last day, its sessions in order, of those that the stage has. */
function grouped(
  course: Course,
  to: number,
  found: readonly { track: string; session: number; expiresOn: number | null }[],
): CarriedCredit[] {
  const tracks = course.stages[to]?.plan.tracks ?? [];
  const groups = new Map<string, { track: string; sessions: number[]; expiresOn: number | null }>();
  for (const { track, session, expiresOn } of found) {
    const known = tracks.find(({ id }) => id === track);
    if (!known?.sessions.some(({ number }) => number === session)) continue;
    const key = `${track}/${expiresOn}`;
    const group = groups.get(key) ?? { track, sessions: [], expiresOn };
    group.sessions.push(session);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map((group) => ({ ...group, sessions: group.sessions.sort((a, b) => a - b) }))
    .sort((a, b) =>
      a.track < b.track ? -1 : a.track > b.track ? 1 : (a.expiresOn ?? 0) - (b.expiresOn ?? 0),
    );
}
