import {
  type CurriculumMapping,
  DROP,
  type MigrationMapping,
  type PhaseTarget,
} from '../../curriculum/migration-mapping.ts';
import type { Plan } from '../../program/plan.ts';
import { completeMapping } from './complete-mapping.ts';
import type { MigrationIssue } from './migration-issue.ts';

/** A mapping with nothing left to be derived, and what is wrong with it or should be looked at. */
export type MigrationPlan = {
  readonly mapping: MigrationMapping;
  readonly issues: readonly MigrationIssue[];
};

/**
 * Completes a mapping between two versions and checks its ids. Pure.
 *
 * An id that neither version has is an error. What has no place in the new version is a warning here: whether it is an
 * error depends on whether a patient's record speaks of it, which the rehearsal tells.
 */
export function planMigration(parts: {
  readonly from: Plan;
  readonly to: Plan;
  readonly mapping?: CurriculumMapping;
}): MigrationPlan {
  const { from, to, mapping = {} } = parts;
  const issues: MigrationIssue[] = [];
  const add = (code: MigrationIssue['code'], path: string, message: string) =>
    issues.push({ code, severity: 'error', path, message });
  if (from.curriculum.id === to.curriculum.id && from.curriculum.version === to.curriculum.version)
    add('same-version', '', `${to.curriculum.id}@${to.curriculum.version} is the version they are in`);
  const known = (plan: Plan, kind: 'phase' | 'track' | 'monitor', path: string, id: string): boolean => {
    const list = plan[`${kind}s`];
    if (list.some((item) => item.id === id)) return true;
    const names = list.map((item) => item.id).join(', ');
    add(`unknown-${kind}`, path, `${plan.curriculum.version} has no ${kind} ${id}; it has ${names}`);
    return false;
  };
  for (const [old, target] of Object.entries(mapping.phases ?? {})) {
    const path = `phases.${old}`;
    const exists = known(from, 'phase', path, old);
    for (const id of targetsOf(target)) {
      if (!known(to, 'phase', path, id) || !exists) continue;
      if (finalOf(from, old) !== finalOf(to, id))
        add('phase-ends', path, `${old} and ${id} cannot stand for each other: one of them ends the episode`);
    }
  }
  for (const kind of ['track', 'monitor'] as const)
    for (const [old, target] of Object.entries(mapping[`${kind}s`] ?? {})) {
      known(from, kind, `${kind}s.${old}`, old);
      if (target !== DROP) known(to, kind, `${kind}s.${old}`, target);
    }
  issues.push(...sessionIssues(from, to, mapping));
  if (issues.length > 0) return { mapping, issues };
  const completed = completeMapping(from, to, mapping);
  const elsewhere = Object.entries(completed.mapping.phases ?? {}).filter(([old, target]) =>
    targetsOf(target).some((id) => finalOf(from, old) !== finalOf(to, id)),
  );
  for (const [old] of elsewhere)
    add('phase-ends', `phases.${old}`, `${old} ends the episode in one of the versions and not in the other`);
  return { mapping: completed.mapping, issues: [...issues, ...completed.warnings] };
}

function sessionIssues(from: Plan, to: Plan, mapping: CurriculumMapping): MigrationIssue[] {
  const issues: MigrationIssue[] = [];
  const add = (code: MigrationIssue['code'], path: string, message: string) =>
    issues.push({ code, severity: 'error', path, message });
  const has = (plan: Plan, track: string, session: number) =>
    plan.tracks.find(({ id }) => id === track)?.sessions.some(({ number }) => number === session) === true;
  for (const [track, targets] of Object.entries(mapping.sessions ?? {})) {
    if (!from.tracks.some(({ id }) => id === track))
      add('unknown-track', `sessions.${track}`, `${from.curriculum.version} has no track ${track}`);
    const goes = mapping.tracks?.[track] ?? track;
    for (const [number, target] of Object.entries(targets)) {
      const path = `sessions.${track}.${number}`;
      if (!has(from, track, Number(number)))
        add('unknown-session', path, `${track} has no session ${number} in ${from.curriculum.version}`);
      if (target === DROP) continue;
      const place = typeof target === 'number' ? { track: goes, session: target } : target;
      if (!has(to, place.track, place.session))
        add(
          'unknown-session',
          path,
          `${place.track} has no session ${place.session} in ${to.curriculum.version}`,
        );
    }
  }
  return issues;
}

function targetsOf(target: PhaseTarget): string[] {
  if (typeof target === 'string') return [target];
  if (target.splitBy === 'program-week') return target.parts.map(({ phase }) => phase);
  const chosen = Object.values(target.episodes);
  return [...new Set(target.otherwise === undefined ? chosen : [...chosen, target.otherwise])];
}

function finalOf(plan: Plan, phase: string): string | null {
  return plan.phases.find(({ id }) => id === phase)?.final ?? null;
}
