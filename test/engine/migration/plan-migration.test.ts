import { describe, expect, it } from 'vitest';
import { MigrationMapping } from '../../../src/curriculum/migration-mapping.ts';
import { matchSessions } from '../../../src/engine/migration/map-sessions.ts';
import { planMigration } from '../../../src/engine/migration/plan-migration.ts';
import { compilePlan } from '../../../src/program/compile-plan.ts';
import { SMALL_PLAN } from '../../generators/small-curriculum.ts';
import { renamePhase, versionTwo } from './small-versions.ts';

const titled = (...titles: string[]) => titles.map((title, index) => ({ number: index + 1, title }));
const RENAMED = compilePlan(
  versionTwo((one) => ({
    ...renamePhase(one, 'early-recovery', 'first-steps'),
    monitors: one.monitors?.slice(1) ?? [],
  })),
);
const codes = (mapping: MigrationMapping) =>
  planMigration({ from: SMALL_PLAN, to: RENAMED, mapping }).issues.map(
    ({ severity, code, path }) => `${severity} ${code} ${path}`,
  );

describe('planMigration', () => {
  it('derives from the ids what goes where, and says what goes nowhere', () => {
    const { mapping, issues } = planMigration({ from: SMALL_PLAN, to: RENAMED });
    expect(mapping.phases).toMatchObject({ orientation: 'orientation', graduated: 'graduated' });
    expect(mapping.tracks).toMatchObject({ skills: 'skills', elective: 'elective' });
    expect(mapping.sessions?.['individual']).toEqual({ '1': 1, '2': 2, '3': 3 });
    expect(issues.map(({ severity, path }) => `${severity} ${path}`)).toEqual([
      'warning phases.early-recovery',
      'warning monitors.attendance',
    ]);
  });

  it('finds ids that neither version has, on both sides', () => {
    expect(codes({ phases: { 'early-recovry': 'first-steps', 'early-recovery': 'first-step' } })).toEqual([
      'error unknown-phase phases.early-recovry',
      'error unknown-phase phases.early-recovery',
    ]);
    expect(codes({ tracks: { skill: 'skills', group: 'circle' }, monitors: { pulse: 'drop' } })).toEqual([
      'error unknown-track tracks.skill',
      'error unknown-track tracks.group',
      'error unknown-monitor monitors.pulse',
    ]);
    expect(codes({ sessions: { skills: { '9': 1, '1': 8, '2': { track: 'group', session: 7 } } } })).toEqual([
      'error unknown-session sessions.skills.1',
      'error unknown-session sessions.skills.2',
      'error unknown-session sessions.skills.9',
    ]);
  });

  it('does not let a phase of treatment stand for the end of it', () => {
    expect(codes({ phases: { 'early-recovery': 'graduated' } })).toEqual([
      'error phase-ends phases.early-recovery',
    ]);
    expect(codes({ phases: { graduated: 'first-steps' } })).toContain('error phase-ends phases.graduated');
  });

  it('does not move patients to the version they are in', () => {
    const { issues } = planMigration({ from: SMALL_PLAN, to: SMALL_PLAN });
    expect(issues.map(({ code }) => code)).toEqual(['same-version']);
  });

  it('takes a mapping only as it is described', () => {
    const split = { splitBy: 'program-week', parts: [{ phase: 'first-steps', fromWeek: 2 }] };
    expect(MigrationMapping.safeParse({ phases: { 'early-recovery': split } }).success).toBe(false);
    expect(MigrationMapping.safeParse({ sessions: { skills: { '01': 1 } } }).success).toBe(false);
    expect(MigrationMapping.safeParse({ sessions: { skills: { '1': 'drop' } } }).success).toBe(true);
  });
});

describe('matchSessions', () => {
  it('goes by number and title, then by title, then by number where it is nobody else by title', () => {
    const { matched, byNumber } = matchSessions(
      titled('Stop', 'Triggers', 'Craving', 'Trust', 'Anger'),
      titled('Stop', 'Craving', 'Boredom', 'Trust and honesty'),
    );
    expect([...matched]).toEqual([
      [1, 1],
      [3, 2],
      [4, 4],
    ]);
    expect(byNumber.map(({ old, new: now }) => `${old.title}: ${now.title}`)).toEqual([
      'Trust: Trust and honesty',
    ]);
  });

  it('pairs sessions of the same title one by one', () => {
    const { matched } = matchSessions(titled('A', 'B', 'A', 'B'), titled('B', 'A', 'B', 'A'));
    expect([...matched].toSorted(([a], [b]) => a - b)).toEqual([
      [1, 2],
      [2, 1],
      [3, 4],
      [4, 3],
    ]);
  });
});
