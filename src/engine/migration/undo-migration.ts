import type { EpisodeEvent, Fact } from '../../program/episode-event.ts';
import type { Plan } from '../../program/plan.ts';
import { standingFacts } from '../../program/standing-facts.ts';
import { appendRecords, type Episode } from '../episode.ts';
import { planOn } from '../plan-on.ts';
import { StepwellError } from '../stepwell-error.ts';
import { writeOf } from '../write-episode.ts';
import type { MigrationParts } from './migration-parts.ts';

/** Whose latest migration is to be undone, by whom and why. */
export type UndoRequest = { readonly episode: string; readonly reason: string; readonly by?: string };

/** The version that a patient is in again, or why the migration stands. */
export type UndoResult =
  | {
      readonly accepted: true;
      readonly episode: string;
      readonly version: number;
      readonly curriculum: string;
    }
  | {
      readonly accepted: false;
      readonly episode: string;
      readonly refusal: {
        readonly code: 'not-found' | 'nothing-to-undo' | 'recorded-since';
        readonly message: string;
        /** The numbers of the facts in the way. */
        readonly facts?: readonly number[];
      };
    };

const ATTEMPTS = 5;

/**
 * Takes the latest migration of an episode back by voiding it; both stay on the record. Refused where facts were recorded
 * under the new version that the old one would read otherwise: void those first, or migrate back with a mapping.
 */
export async function undoMigration(parts: MigrationParts, request: UndoRequest): Promise<UndoResult> {
  const { episode: id, reason } = request;
  for (let tries = 1; ; tries += 1) {
    const episode = await parts.reader.read(id);
    if (episode === null) return refused(id, 'not-found', `there is no episode ${id}`);
    const { previous } = episode;
    if (previous === null)
      return refused(id, 'nothing-to-undo', 'the episode is in the version it was admitted to');
    const since = recordedSince(episode, previous);
    if (since.length > 0)
      return refused(
        id,
        'recorded-since',
        `events ${since.join(', ')} were recorded in the words of ${episode.course.version}; void them first, or migrate back with a mapping`,
        since,
      );
    const today = parts.clock.today();
    const now = parts.clock.now();
    const last = episode.records.at(-1)?.recordedAt ?? now;
    const recordedAt = last > now ? last : now;
    const event: EpisodeEvent = {
      type: 'Voided',
      on: today,
      by: request.by ?? parts.by,
      reason,
      fact: previous.migration,
    };
    const version = episode.records.length + 1;
    const after = appendRecords(episode, [{ version, recordedAt, event }]);
    const { write } = writeOf(after, [event], recordedAt, today);
    try {
      await parts.store.append([write]);
    } catch (error) {
      parts.reader.forget(id);
      const again = error instanceof StepwellError && error.code === 'version-conflict' && tries < ATTEMPTS;
      if (!again) throw error;
      continue;
    }
    parts.reader.keep(after);
    parts.tell([{ episode: id, version, events: [{ version, event }], changes: [] }]);
    return { accepted: true, episode: id, version, curriculum: after.course.version };
  }
}

/** The numbers of the facts in the words of the new version that do not mean the same in the old one. */
function recordedSince(episode: Episode, previous: NonNullable<Episode['previous']>): number[] {
  return standingFacts(episode.records)
    .filter(({ version, fact }) => version > previous.migration && fact.on >= previous.until)
    .filter(({ fact }) => !meansTheSame(planOn(previous.episode, fact), planOn(episode, fact), fact))
    .map(({ version }) => version);
}

function meansTheSame(old: Plan, now: Plan, fact: Fact): boolean {
  switch (fact.type) {
    case 'PhaseAdvanced':
    case 'ReturnedToPhase':
    case 'GateOverridden':
    case 'TaskCompleted':
    case 'SteppedDown':
    case 'SteppedUp':
    case 'Transferred':
      return false;
    case 'CreditGranted':
      return fact.sessions.every((session) => sameSession(old, now, fact.track, session));
    case 'AttendanceRecorded':
    case 'HomeworkRecorded':
      return fact.track === undefined || sameSession(old, now, fact.track, fact.session);
    default:
      return true;
  }
}

function sameSession(old: Plan, now: Plan, track: string, session: number | undefined): boolean {
  const [before, after] = [old, now].map((plan) => plan.tracks.find(({ id }) => id === track));
  if (!before || !after) return false;
  if (session === undefined) return true;
  const title = before.sessions.find(({ number }) => number === session)?.title;
  return title !== undefined && title === after.sessions.find(({ number }) => number === session)?.title;
}

function refused(
  episode: string,
  code: Extract<UndoResult, { accepted: false }>['refusal']['code'],
  message: string,
  facts?: readonly number[],
): UndoResult {
  return { accepted: false, episode, refusal: { code, message, ...(facts === undefined ? {} : { facts }) } };
}
