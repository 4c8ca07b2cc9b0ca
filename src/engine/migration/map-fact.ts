import { type CurriculumMapping, DROP, type SessionTarget } from '../../curriculum/migration-mapping.ts';
import type { Fact } from '../../program/episode-event.ts';
import type { Plan } from '../../program/plan.ts';

/** What of a fact has no place in another version: the id that the mapping does not name. */
export type Unplaced = {
  readonly kind: 'stage' | 'phase' | 'track' | 'session' | 'monitor';
  /** The old id; for a session its track and number, as `early-recovery/3`. */
  readonly id: string;
};

/** A fact in the words of another version, none where it stays in the history without effect; or what of it has no place. */
export type MappedFact = { readonly facts: readonly Fact[] } | { readonly unplaced: readonly Unplaced[] };

const NO_EFFECT: MappedFact = { facts: [] };

/**
 * Says a fact in the words of another version of its curriculum. Pure.
 *
 * The mapping must be complete (`completeMapping`). Facts that move a patient between phases are left as they are: those go
 * by the stays under the old version, see `mapFacts`. A discharge loses its ground, because it was decided under the old version.
 */
export function mapFact(mapping: CurriculumMapping, from: Plan, fact: Fact): MappedFact {
  switch (fact.type) {
    case 'Admitted':
      return mapCycles(mapping, fact);
    case 'AttendanceRecorded':
      return mapAttendance(mapping, fact);
    case 'HomeworkRecorded':
      return mapAttendance(mapping, fact);
    case 'CreditGranted':
      return mapCredit(mapping, fact);
    case 'SignedOff':
      return mapName(mapping.signOffs, fact.subject, (subject) => ({ ...fact, subject }), fact);
    case 'AssessmentRecorded':
      return mapName(mapping.instruments, fact.instrument, (instrument) => ({ ...fact, instrument }), fact);
    case 'TaskCompleted':
      return mapTask(mapping, from, fact);
    case 'Discharged': {
      const { ground: _ground, ...decided } = fact;
      return { facts: [decided] };
    }
    default:
      return { facts: [fact] };
  }
}

/** Where one session of an old track goes, or null where the mapping does not say. */
export function sessionTarget(
  mapping: CurriculumMapping,
  track: string,
  session: number,
): { track: string; session: number } | typeof DROP | null {
  const goes = mapping.tracks?.[track];
  if (goes === undefined) return null;
  const target: SessionTarget | undefined = mapping.sessions?.[track]?.[String(session)];
  if (typeof target === 'object') return target;
  if (goes === DROP || target === DROP) return DROP;
  return target === undefined ? null : { track: goes, session: target };
}

function mapAttendance(
  mapping: CurriculumMapping,
  fact: Extract<Fact, { type: 'AttendanceRecorded' | 'HomeworkRecorded' }>,
): MappedFact {
  if (fact.track === undefined) return { facts: [fact] };
  const track = mapping.tracks?.[fact.track];
  if (track === undefined) return missing('track', fact.track);
  if (fact.session === undefined) return track === DROP ? NO_EFFECT : { facts: [{ ...fact, track }] };
  const target = sessionTarget(mapping, fact.track, fact.session);
  if (target === null) return missing('session', `${fact.track}/${fact.session}`);
  return target === DROP ? NO_EFFECT : { facts: [{ ...fact, ...target }] };
}

/** Credit for sessions that go to several tracks is split; not where it expires, because one credit expires as a whole. */
function mapCredit(mapping: CurriculumMapping, fact: Extract<Fact, { type: 'CreditGranted' }>): MappedFact {
  if (mapping.tracks?.[fact.track] === undefined) return missing('track', fact.track);
  const targets = fact.sessions.map((session) => ({
    session,
    target: sessionTarget(mapping, fact.track, session),
  }));
  const lost = targets.filter(({ target }) => target === null);
  if (lost.length > 0)
    return { unplaced: lost.map(({ session }) => ({ kind: 'session', id: `${fact.track}/${session}` })) };
  const placed = targets.flatMap(({ target }) => (target === null || target === DROP ? [] : [target]));
  const tracks = [...new Set(placed.map(({ track }) => track))];
  if (tracks.length > 1 && fact.expiresOn !== undefined) return missing('track', fact.track);
  return {
    facts: tracks.map((track) => {
      const sessions = placed.filter((target) => target.track === track).map(({ session }) => session);
      return { ...fact, track, sessions: [...new Set(sessions)].sort((a, b) => a - b) };
    }),
  };
}

function mapCycles(mapping: CurriculumMapping, fact: Extract<Fact, { type: 'Admitted' }>): MappedFact {
  if (fact.cycleStarts === undefined) return { facts: [fact] };
  const starts = Object.entries(fact.cycleStarts);
  const lost = starts.filter(([track]) => mapping.tracks?.[track] === undefined);
  if (lost.length > 0) return { unplaced: lost.map(([id]) => ({ kind: 'track', id })) };
  const kept = starts.flatMap(([track, date]) => {
    const target = mapping.tracks?.[track];
    return target === undefined || target === DROP ? [] : [[target, date] as const];
  });
  return { facts: [{ ...fact, cycleStarts: Object.fromEntries(kept) }] };
}

/** A task of a monitor is named `monitor/state/task`; other work keeps its name. */
function mapTask(
  mapping: CurriculumMapping,
  from: Plan,
  fact: Extract<Fact, { type: 'TaskCompleted' }>,
): MappedFact {
  const [monitor = '', ...rest] = fact.task.split('/');
  if (!from.monitors.some(({ id }) => id === monitor)) return { facts: [fact] };
  const target = mapping.monitors?.[monitor];
  if (target === undefined) return missing('monitor', monitor);
  return target === DROP ? NO_EFFECT : { facts: [{ ...fact, task: [target, ...rest].join('/') }] };
}

function mapName(
  names: Readonly<Record<string, string>> | undefined,
  name: string | undefined,
  renamed: (name: string) => Fact,
  fact: Fact,
): MappedFact {
  const target = name === undefined ? undefined : names?.[name];
  if (target === undefined) return { facts: [fact] };
  return target === DROP ? NO_EFFECT : { facts: [renamed(target)] };
}

function missing(kind: Unplaced['kind'], id: string): MappedFact {
  return { unplaced: [{ kind, id }] };
}
