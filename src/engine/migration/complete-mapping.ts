import type { CurriculumMapping, SessionTarget } from '../../curriculum/migration-mapping.ts';
import type { Plan, PlanTrack } from '../../program/plan.ts';
import { matchSessions } from './map-sessions.ts';
import type { MigrationIssue } from './migration-issue.ts';

/**
 * Fills a mapping up with what follows from the ids: the same id maps to the same id, the end of the program to the end of the
 * program, sessions as `matchSessions` finds them. What finds nothing stays unnamed and is a warning. Pure.
 */
export function completeMapping(
  from: Plan,
  to: Plan,
  mapping: CurriculumMapping,
): { mapping: CurriculumMapping; warnings: MigrationIssue[] } {
  const warnings: MigrationIssue[] = [];
  const unmapped = (kind: 'phase' | 'track' | 'session' | 'monitor', path: string, what: string) =>
    warnings.push({
      code: `unmapped-${kind}`,
      severity: 'warning',
      path,
      message: `${what} has no place in ${to.curriculum.version}; say where it goes${kind === 'phase' ? '' : ', or drop'}`,
    });
  const phases = new Map(Object.entries(mapping.phases ?? {}));
  for (const phase of from.phases) {
    if (phases.has(phase.id)) continue;
    const ends = phase.final === null ? [] : to.phases.filter(({ final }) => final === phase.final);
    const same = to.phases.find(({ id }) => id === phase.id) ?? (ends.length === 1 ? ends[0] : undefined);
    if (same) phases.set(phase.id, same.id);
    else unmapped('phase', `phases.${phase.id}`, `phase ${phase.id}`);
  }
  const tracks = byId(from.tracks, to.tracks, mapping.tracks, (id) =>
    unmapped('track', `tracks.${id}`, `track ${id}`),
  );
  const monitors = byId(from.monitors, to.monitors, mapping.monitors, (id) =>
    unmapped('monitor', `monitors.${id}`, `monitor ${id}`),
  );
  const sessions: Record<string, Record<string, SessionTarget>> = {};
  for (const track of from.tracks) {
    const target = to.tracks.find(({ id }) => id === tracks[track.id]);
    const given = mapping.sessions?.[track.id] ?? {};
    if (tracks[track.id] === undefined) continue;
    sessions[track.id] = target ? completeSessions(track, target, given, warnings, unmapped) : given;
  }
  const { signOffs, instruments } = mapping;
  return {
    mapping: {
      phases: Object.fromEntries(phases),
      tracks,
      sessions,
      monitors,
      ...(signOffs === undefined ? {} : { signOffs }),
      ...(instruments === undefined ? {} : { instruments }),
    },
    warnings,
  };
}

function byId(
  old: readonly { readonly id: string }[],
  now: readonly { readonly id: string }[],
  given: Readonly<Record<string, string>> = {},
  unmapped: (id: string) => void,
): Record<string, string> {
  const found: Record<string, string> = { ...given };
  for (const { id } of old) {
    if (found[id] !== undefined) continue;
    if (now.some((other) => other.id === id)) found[id] = id;
    else unmapped(id);
  }
  return found;
}

function completeSessions(
  from: PlanTrack,
  to: PlanTrack,
  given: Readonly<Record<string, SessionTarget>>,
  warnings: MigrationIssue[],
  unmapped: (kind: 'session', path: string, what: string) => void,
): Record<string, SessionTarget> {
  const open = from.sessions.filter(({ number }) => given[number] === undefined);
  const spoken = new Set(Object.values(given).filter((target) => typeof target === 'number'));
  const { matched, byNumber } = matchSessions(
    open,
    to.sessions.filter(({ number }) => !spoken.has(number)),
  );
  for (const pair of byNumber)
    warnings.push({
      code: 'session-by-number',
      severity: 'warning',
      path: `sessions.${from.id}.${pair.old.number}`,
      message: `session ${pair.old.number} of ${from.id}, "${pair.old.title}", is taken for "${pair.new.title}" because of its number alone`,
    });
  const complete: Record<string, SessionTarget> = { ...given };
  for (const { number, title } of open) {
    const target = matched.get(number);
    if (target === undefined)
      unmapped('session', `sessions.${from.id}.${number}`, `session ${number} of ${from.id}, "${title}",`);
    else complete[number] = target;
  }
  return complete;
}
