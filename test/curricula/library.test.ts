import { describe, expect, it } from 'vitest';
import { publishedCalendar } from '../../src/curriculum/published-calendar.ts';
import { compilePlan } from '../../src/program/compile-plan.ts';
import { tellAll } from '../../src/program/fold.ts';
import { proveCurriculum } from '../../src/program/proof/prove-curriculum.ts';
import { findUnmarked } from './find-unmarked.ts';
import { countByTrack, minutesInWeek, readCurriculum } from './read-curriculum.ts';

/** The dated sessions that each source gives a program, counted by hand, by track. */
const COUNTS: Record<string, Record<string, number>> = {
  'generic-iop': {
    intake: 1,
    'individual-counseling': 12,
    'process-group': 36,
    'recovery-skills': 24,
    psychoeducation: 12,
    'family-education': 12,
    'continuing-care-group': 12,
  },
  'partial-hospitalization': {
    'psychiatric-assessment': 1,
    'goals-group': 20,
    'skills-group': 20,
    psychoeducation: 20,
    'therapy-group': 20,
    'individual-therapy': 8,
    'medication-management': 4,
  },
  'residential-short-term': {
    'medical-assessment': 1,
    'community-meeting': 28,
    psychoeducation: 20,
    'relapse-prevention': 20,
    'process-group': 20,
    'individual-counseling': 8,
    'family-program': 4,
  },
  'therapeutic-community': {
    'morning-meeting': 364,
    'encounter-group': 156,
    seminars: 52,
    'community-work': 260,
    'house-meeting': 364,
    'individual-counseling': 78,
    're-entry-group': 26,
  },
  'inpatient-acute': {
    'admission-assessment': 1,
    'physician-round': 14,
    'nursing-check': 14,
    'unit-group': 10,
  },
  'outpatient-weekly': { 'weekly-sessions': 12, 'fortnightly-sessions': 6, 'monthly-sessions': 6 },
  'nida-cbt': { 'cbt-sessions': 12 },
  'match-tsf': { 'tsf-sessions': 12 },
  'match-met': { 'met-sessions': 4 },
  'match-cbt': { 'core-sessions': 8, 'elective-sessions': 4 },
  'nida-drug-counseling': {
    'individual-months-1-3': 24,
    'individual-months-4-6': 12,
    boosters: 3,
    'structured-group': 12,
    'problem-solving-group': 12,
  },
  'anger-management': { 'anger-management-group': 12 },
  'seeking-safety': { 'seeking-safety': 25 },
  'dbt-skills': { 'skills-first-cycle': 24, 'skills-second-cycle': 24 },
  'cbt-e-20': { assessment: 1, 'stage-1': 8, 'stage-2': 1, 'stage-3': 8, 'stage-4': 3, review: 1 },
  'behavioral-activation': { 'ba-sessions': 10 },
  'cbt-depression': { 'cbt-sessions': 16 },
  'cra-vouchers': { 'counseling-twice-weekly': 24, 'counseling-weekly': 12 },
  'prize-incentives': { visits: 24 },
  'drug-court': { counseling: 72, 'status-hearing': 22 },
  'sixteen-session-program': { group: 16, 'aftercare-group': 12 },
  'integrated-dual-disorder': { 'case-management': 78, 'psychiatric-visit': 20, 'persuasion-group': 66 },
  tms: { 'daily-sessions': 30, 'taper-sessions': 6 },
  esketamine: { 'induction-doses': 8, 'optimization-doses': 4, 'maintenance-doses': 8 },
  emdr: { 'emdr-sessions': 8 },
  yoga: { 'yoga-group': 8 },
  'equine-assisted': { 'equine-assisted-group': 8 },
  'medication-management': {
    'psychiatric-assessment': 1,
    'weekly-visits': 8,
    'fortnightly-visits': 8,
    'monthly-visits': 7,
  },
  'opioid-treatment-program': {
    'medical-assessment': 2,
    dosing: 312,
    'weekly-counseling': 12,
    'monthly-counseling': 10,
  },
  'recovery-incentives': { 'visits-two-a-week': 24, 'visits-weekly': 12 },
};

describe.each(Object.keys(COUNTS))('%s', (name) => {
  const curriculum = readCurriculum(name);

  it('bears the name of its file', () => {
    expect(curriculum.id).toBe(name);
  });

  it('has as many dated sessions as its sources say', () => {
    expect(countByTrack(curriculum)).toEqual(COUNTS[name]);
  });

  it('marks every session title that was not read in its source', () => {
    expect(findUnmarked(curriculum)).toEqual([]);
  });

  it('names no source that it does not use', () => {
    const { sources, ...rest } = curriculum;
    const text = JSON.stringify(rest);
    expect(Object.keys(sources).filter((id) => !text.includes(`"${id}"`))).toEqual([]);
  });

  it('can be completed by a patient who does everything, from any weekday on', () => {
    expect(proveCurriculum(curriculum)).toEqual([]);
  });

  it('discharges nobody without a person, and nobody for use', () => {
    for (const monitor of curriculum.monitors ?? []) {
      for (const state of monitor.states) {
        expect(state.discharge?.mode).not.toBe('automatic');
        if (monitor.id === 'abstinence') expect(state.discharge).toBeUndefined();
      }
    }
  });
});

describe('the intensive outpatient program', () => {
  it.each(['generic-iop', 'sites/generic-iop-evening', 'sites/generic-iop-morning'])(
    'has nine hours of groups on three days in every intensive week of %s',
    (name) => {
      const curriculum = readCurriculum(name);
      const groups = ['process-group', 'recovery-skills', 'psychoeducation', 'family-education'];
      for (let week = 1; week <= 12; week += 1) {
        expect(minutesInWeek(curriculum, week, groups)).toBe(540);
        const days = publishedCalendar(curriculum, '2026-01-05').filter(
          (row) => row.week === week && groups.includes(row.track),
        );
        expect(new Set(days.map((row) => row.date)).size).toBe(3);
      }
    },
  );
});

describe('partial hospitalization', () => {
  it('has twenty hours of groups on five days a week, for four weeks', () => {
    const curriculum = readCurriculum('partial-hospitalization');
    const groups = ['goals-group', 'skills-group', 'psychoeducation', 'therapy-group'];
    for (const week of [1, 2, 3, 4]) expect(minutesInWeek(curriculum, week, groups)).toBe(1200);
  });
});

describe('individual and group drug counseling', () => {
  it('comes to 39 individual and 24 group sessions, 63 together', () => {
    const counts = countByTrack(readCurriculum('nida-drug-counseling'));
    const sum = (...tracks: string[]) => tracks.reduce((all, track) => all + (counts[track] ?? 0), 0);
    expect(sum('individual-months-1-3', 'individual-months-4-6', 'boosters')).toBe(39);
    expect(sum('structured-group', 'problem-solving-group')).toBe(24);
    expect(sum(...Object.keys(counts))).toBe(63);
  });
});

describe('CBT-E', () => {
  it('has 20 sessions between the assessment and the review twenty weeks after the last of them', () => {
    const rows = publishedCalendar(readCurriculum('cbt-e-20'), '2026-01-05');
    const sessions = rows.filter((row) => row.track.startsWith('stage-'));
    expect(sessions).toHaveLength(20);
    expect(sessions.at(-1)).toMatchObject({ date: '2026-05-11', week: 19 });
    expect(rows.at(-1)).toMatchObject({ track: 'review', date: '2026-09-28', week: 39 });
  });
});

describe('motivational enhancement', () => {
  it('meets in weeks 1, 2, 6 and 12', () => {
    const rows = publishedCalendar(readCurriculum('match-met'), '2026-01-05');
    expect(rows.map((row) => [row.week, row.date])).toEqual([
      [1, '2026-01-06'],
      [2, '2026-01-13'],
      [6, '2026-02-10'],
      [12, '2026-03-24'],
    ]);
  });
});

describe('DBT skills training', () => {
  it('holds modules of seven, nine and eight weeks, mindfulness included, twice', () => {
    const [first, second] = readCurriculum('dbt-skills').tracks;
    const weeksOf = (module: string) =>
      first?.sessions.filter((session) => session.title.includes(module)).length;
    expect([
      weeksOf('Interpersonal Effectiveness'),
      weeksOf('Emotion Regulation'),
      weeksOf('Distress Tolerance'),
    ]).toEqual([7, 9, 8]);
    expect(second?.sessions).toEqual(first?.sessions);
  });
});

describe('the monitor of depression', () => {
  it.each(['behavioral-activation', 'cbt-depression', 'partial-hospitalization'])(
    'raises a review in %s when a score rises by five points',
    (name) => {
      const plan = compilePlan(readCurriculum(name));
      const score = (on: string, value: number) =>
        ({ type: 'AssessmentRecorded', instrument: 'phq-9', score: value, on, by: 'counselor' }) as const;
      const admitted = {
        type: 'Admitted',
        on: '2026-01-05',
        by: 'counselor',
        patient: 'p-1',
        curriculum: plan.curriculum.id,
        version: plan.curriculum.version,
      } as const;
      const facts = [admitted, score('2026-01-05', 10), score('2026-01-06', 15)];
      const fold = tellAll(
        plan,
        facts.map((fact, index) => ({ version: index + 1, fact })),
      );
      const { monitors, tasks } = fold.snapshot.context;
      const depression = plan.monitors.findIndex((monitor) => monitor.id === 'depression');
      expect(plan.monitors[depression]?.states[monitors[depression] ?? 0]?.id).toBe('worsening');
      expect(tasks.map((task) => task.id)).toContain('depression/worsening/review-plan');
    },
  );
});
