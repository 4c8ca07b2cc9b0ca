import { describe, expect, it } from 'vitest';
import { type PublishedSession, publishedCalendar } from '../../src/curriculum/published-calendar.ts';
import { minutesOfDay } from '../../src/curriculum/time-of-day.ts';
import { compilePlan } from '../../src/program/compile-plan.ts';
import { proveCurriculum } from '../../src/program/proof/prove-curriculum.ts';
import { findUnmarked } from './find-unmarked.ts';
import { countByTrack, minutesInWeek, readCurriculum } from './read-curriculum.ts';

const matrix = readCurriculum('matrix-iop');
const calendar = publishedCalendar(matrix, '2026-01-05');
const GROUPS = ['early-recovery-skills', 'relapse-prevention', 'family-education', 'social-support'];

describe('the Matrix Model', () => {
  it('has the tracks and counts of the published program, 91 dated sessions', () => {
    expect(calendar).toHaveLength(91);
    expect(countByTrack(matrix)).toEqual({
      'individual-conjoint': 3,
      'early-recovery-skills': 8,
      'relapse-prevention': 32,
      'family-education': 12,
      'social-support': 36,
    });
    const electives = matrix.tracks.find((track) => track.id === 'relapse-prevention-electives');
    expect(electives).toMatchObject({ requires: 'none', heldAt: 'relapse-prevention', schedule: [] });
    expect(electives?.sessions).toHaveLength(3);
  });

  it('holds each track on its weekdays, in its weeks, at its time', () => {
    const shape = (id: string) => matrix.tracks.find((track) => track.id === id)?.schedule[0];
    expect(shape('individual-conjoint')).toMatchObject({
      weekdays: ['monday'],
      weeks: [1, 5, 16],
      start: '17:00',
      minutes: 50,
    });
    expect(shape('early-recovery-skills')).toMatchObject({
      weekdays: ['monday', 'friday'],
      weeks: '1-4',
      start: '18:00',
      minutes: 50,
    });
    expect(shape('relapse-prevention')).toMatchObject({
      weekdays: ['monday', 'friday'],
      start: '19:15',
      minutes: 90,
    });
    expect(shape('family-education')).toMatchObject({
      weekdays: ['wednesday'],
      weeks: '1-12',
      start: '19:00',
      minutes: 90,
    });
    expect(shape('social-support')).toMatchObject({
      weekdays: ['wednesday'],
      weeks: '13-48',
      start: '19:00',
      minutes: 90,
    });
  });

  it('begins and ends each track on the day that a wall calendar says', () => {
    const span = (track: string) => {
      const dates = calendar.filter((row) => row.track === track).map((row) => row.date);
      return [dates[0], dates.at(-1)];
    };
    expect(span('individual-conjoint')).toEqual(['2026-01-05', '2026-04-20']);
    expect(span('early-recovery-skills')).toEqual(['2026-01-05', '2026-01-30']);
    expect(span('relapse-prevention')).toEqual(['2026-01-05', '2026-04-24']);
    expect(span('family-education')).toEqual(['2026-01-07', '2026-03-25']);
    expect(span('social-support')).toEqual(['2026-04-01', '2026-12-02']);
  });

  it('numbers its sessions from 1 without a gap, each with a title of its own', () => {
    for (const track of matrix.tracks) {
      expect(track.sessions.map((session) => session.number)).toEqual(track.sessions.map((_, i) => i + 1));
      expect(new Set(track.sessions.map((session) => session.title)).size).toBe(track.sessions.length);
    }
  });

  it('has groups of 370 minutes a week in the first month, then 270, then 90', () => {
    expect([1, 2, 3, 4].map((week) => minutesInWeek(matrix, week, GROUPS))).toEqual([370, 370, 370, 370]);
    for (let week = 5; week <= 16; week += 1) expect(minutesInWeek(matrix, week, GROUPS)).toBe(270);
    for (let week = 17; week <= 48; week += 1) expect(minutesInWeek(matrix, week, GROUPS)).toBe(90);
  });

  it('goes through its phases in order, and lets a patient return to early recovery', () => {
    expect(matrix.phases.map((phase) => [phase.id, phase.weeks, phase.returnsTo])).toEqual([
      ['orientation', undefined, undefined],
      ['early-recovery', '1-4', undefined],
      ['relapse-prevention', '5-12', ['early-recovery']],
      ['transition', '13-16', ['early-recovery']],
      ['continuing-care', '17-48', ['early-recovery']],
      ['graduated', undefined, undefined],
    ]);
    expect(matrix.phases.at(-1)?.final).toBe('completed');
  });

  it('tests urine and breath once a week on a random day in the sixteen intensive weeks', () => {
    expect(matrix.drugTests).toMatchObject([
      { specimens: ['urine', 'breath'], perWeek: 1, days: 'random', weeks: '1-16' },
    ]);
  });

  it('marks every session title that was not read in its source', () => {
    expect(findUnmarked(matrix)).toEqual([]);
  });

  it('never discharges for use, and never without a person', () => {
    const plan = compilePlan(matrix);
    const discharges = plan.monitors.flatMap((monitor) =>
      monitor.states.flatMap(({ id, discharge }) =>
        discharge ? [`${monitor.id}/${id} ${discharge.reason} ${discharge.automatic}`] : [],
      ),
    );
    expect(discharges).toEqual(['attendance/discharge-due dropped-out false']);
  });

  it.each(['matrix-iop', 'sites/matrix-iop-evening', 'sites/matrix-iop-morning'])(
    'has gates in %s that a patient can meet in the published weeks, from any weekday on',
    (name) => {
      expect(proveCurriculum(readCurriculum(name))).toEqual([]);
    },
  );

  it.each(['matrix-iop', 'sites/matrix-iop-evening', 'sites/matrix-iop-morning'])(
    'asks nobody to be in two meetings of %s at once',
    (name) => {
      expect(overlaps(publishedCalendar(readCurriculum(name), '2026-01-05'))).toEqual([]);
    },
  );

  it('changes nothing but the hours at its sites', () => {
    const withoutHours = (rows: PublishedSession[]) =>
      rows.map(({ start: _start, ...row }) => row).sort(byDateAndTrack);
    for (const site of ['matrix-iop-evening', 'matrix-iop-morning']) {
      const curriculum = readCurriculum(`sites/${site}`);
      expect(curriculum.id).toBe(site);
      expect(withoutHours(publishedCalendar(curriculum, '2026-01-05'))).toEqual(withoutHours(calendar));
    }
  });
});

function overlaps(rows: PublishedSession[]): string[] {
  return rows.flatMap((row, i) => {
    const next = rows[i + 1];
    if (!next || next.date !== row.date) return [];
    const end = minutesOfDay(row.start) + row.minutes;
    return minutesOfDay(next.start) < end ? [`${row.date} ${row.track} and ${next.track}`] : [];
  });
}

type Sortable = Pick<PublishedSession, 'date' | 'track'>;

function byDateAndTrack(a: Sortable, b: Sortable): number {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : a.track < b.track ? -1 : 1;
}
