import { describe, expect, it } from 'vitest';
import { publishedCalendar } from '../../src/curriculum/published-calendar.ts';
import { proveCurriculum } from '../../src/program/proof/prove-curriculum.ts';
import { findUnmarked } from './find-unmarked.ts';
import { minutesInWeek, readCurriculum } from './read-curriculum.ts';

const NAMES = [
  'eating-disorder-residential',
  'eating-disorder-php',
  'eating-disorder-iop',
  'mental-health-iop',
  'dual-diagnosis-iop',
];

describe.each(NAMES)('%s', (name) => {
  const curriculum = readCurriculum(name);

  it('bears the name of its file, and marks what was not read in its source', () => {
    expect(curriculum.id).toBe(name);
    expect(findUnmarked(curriculum)).toEqual([]);
  });

  it('can be completed by a patient who does everything, from any weekday on', () => {
    expect(proveCurriculum(curriculum)).toEqual([]);
  });
});

describe('the programs for eating disorders', () => {
  const programs = NAMES.slice(0, 3).map(readCurriculum);

  it('test nobody for drugs, and watch the weight instead', () => {
    for (const { drugTests, monitors } of programs) {
      expect(drugTests).toBeUndefined();
      expect(monitors?.map(({ id }) => id)).toEqual(['attendance', 'weight']);
    }
  });

  it('have three supported meals a day in the house, one on five days, and one on three', () => {
    const meals = programs.map(
      (program) =>
        publishedCalendar(program, '2026-01-05').filter(
          (row) => row.week === 2 && row.track === 'supported-meals',
        ).length,
    );
    expect(meals).toEqual([21, 5, 3]);
  });
});

describe('the intensive outpatient programs', () => {
  const GROUPS: Record<string, string[]> = {
    'eating-disorder-iop': ['eating-skills', 'supported-meals', 'nutrition-group', 'body-image'],
    'mental-health-iop': ['goals-group', 'skills-group', 'psychoeducation', 'therapy-group'],
    'dual-diagnosis-iop': ['process-group', 'recovery-skills', 'psychoeducation', 'family-education'],
  };
  it.each(Object.entries(GROUPS))('%s has nine hours of groups on three days', (name, groups) => {
    const curriculum = readCurriculum(name);
    const days = publishedCalendar(curriculum, '2026-01-05').filter(
      (row) => row.week === 2 && groups.includes(row.track),
    );
    expect(minutesInWeek(curriculum, 2, groups)).toBe(540);
    expect(new Set(days.map(({ date }) => date)).size).toBe(3);
  });

  it('that treats two conditions adds Seeking Safety, and watches both', () => {
    const { tracks, monitors } = readCurriculum('dual-diagnosis-iop');
    expect(tracks.find(({ id }) => id === 'seeking-safety')).toMatchObject({ requires: 12 });
    expect(monitors?.map(({ id }) => id)).toEqual(expect.arrayContaining(['abstinence', 'depression']));
  });
});
