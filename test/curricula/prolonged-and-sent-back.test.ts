import { describe, expect, it } from 'vitest';
import { toDayNumber } from '../../src/curriculum/calendar-date.ts';
import { compilePlan } from '../../src/program/compile-plan.ts';
import type { Fact } from '../../src/program/episode-event.ts';
import { expectedMeetings } from '../../src/program/expected-meetings.ts';
import type { Plan } from '../../src/program/plan.ts';
import { contextOf } from '../generators/context-of.ts';
import { readCurriculum } from './read-curriculum.ts';

const by = 'counselor-1';

describe('a patient who stays longer than published, or is sent back', () => {
  it.each([
    ['matrix-iop', 'continuing-care', 'early-recovery', ['early-recovery-skills', 'relapse-prevention']],
    [
      'generic-iop',
      'step-down',
      'early-recovery',
      ['individual-counseling', 'process-group', 'recovery-skills'],
    ],
    ['sites/generic-iop-evening', 'step-down', 'early-recovery', ['process-group', 'recovery-skills']],
    ['sites/generic-iop-morning', 'step-down', 'early-recovery', ['process-group', 'recovery-skills']],
    ['partial-hospitalization', 'step-down-preparation', 'treatment', ['goals-group', 'therapy-group']],
    ['residential-short-term', 'discharge-preparation', 'treatment', ['community-meeting', 'process-group']],
    ['therapeutic-community', 're-entry', 'primary-senior', ['morning-meeting', 'house-meeting']],
    ['inpatient-acute', 'discharge-planning', 'stabilization', ['physician-round', 'nursing-check']],
  ])('meets in %s after a return from %s to %s, two years on', (name, from, to, tracks) => {
    const plan = compilePlan(readCurriculum(name));
    const back: Fact[] = [...reached(plan, from), { type: 'ReturnedToPhase', on: '2028-01-03', by, to }];
    expect(tracksOfWeek(plan, back)).toEqual(expect.arrayContaining(tracks));
  });

  it.each([
    ['partial-hospitalization', 'step-down-preparation', ['goals-group', 'individual-therapy']],
    ['residential-short-term', 'discharge-preparation', ['community-meeting', 'individual-counseling']],
    ['therapeutic-community', 'primary-senior', ['morning-meeting', 'individual-counseling']],
    ['inpatient-acute', 'discharge-planning', ['physician-round', 'nursing-check']],
    ['generic-iop', 'step-down', ['continuing-care-group']],
  ])('goes on meeting in %s while %s lasts, however long', (name, phase, tracks) => {
    const plan = compilePlan(readCurriculum(name));
    expect(tracksOfWeek(plan, reached(plan, phase))).toEqual(expect.arrayContaining(tracks));
  });

  it.each(['matrix-iop', 'generic-iop', 'outpatient-weekly', 'nida-cbt', 'nida-drug-counseling'])(
    'is tested in %s in every phase whose gate asks for tests, whatever the week',
    (name) => {
      const curriculum = readCurriculum(name);
      const asked = curriculum.phases.filter((phase) =>
        JSON.stringify([phase.exit, phase.exitAfterReturn]).includes('negative-tests'),
      );
      expect(curriculum.drugTests?.[0]?.during).toEqual(expect.arrayContaining(asked.map(({ id }) => id)));
    },
  );
});

describe('the presence of a resident of the therapeutic community', () => {
  const plan = compilePlan(readCurriculum('therapeutic-community'));
  const entered: Fact[] = [
    ...reached(plan, 'primary-senior'),
    { type: 'SignedOff', on: '2027-01-04', by, role: 'clinical-director', subject: 're-entry' },
    { type: 'PhaseAdvanced', on: '2027-01-06', by, to: 're-entry' },
    at('2027-01-06', 're-entry-group', 'attended'),
  ];

  it('is looked for nine days after the last contact in re-entry, and no discharge comes before three weeks', () => {
    expect(presence(entered, '2027-01-14')).toBe('outside');
    expect(presence(entered, '2027-01-15')).toBe('out-of-touch');
    expect(presence(entered, '2027-01-27')).toBe('out-of-touch');
    expect(presence(entered, '2027-01-28')).toBe('left');
    const back = [...entered, at('2027-01-20', 're-entry-group', 'attended')];
    expect(presence(back, '2027-01-20')).toBe('outside');
  });

  it('is asked for every day again when the resident was sent back into the house', () => {
    const back: Fact[] = [
      ...entered,
      { type: 'ReturnedToPhase', on: '2027-01-11', by, to: 'primary-senior' },
      at('2027-01-11', 'morning-meeting', 'attended'),
      at('2027-01-12', 'morning-meeting', 'attended'),
    ];
    expect(presence(back, '2027-01-12')).toBe('present');
    expect(presence(back, '2027-01-14')).toBe('unaccounted');
  });

  it('does not end for one who was found and keeps to the room', () => {
    const calls = ['2026-01-10', '2026-01-12', '2026-01-14'].map(
      (on): Fact => ({ type: 'ContactRecorded', on, by, reached: true }),
    );
    const ill = [...reached(plan, 'induction'), at('2026-01-07', 'morning-meeting', 'attended'), ...calls];
    expect(presence(ill, '2026-01-15')).toBe('unaccounted');
  });

  function presence(facts: readonly Fact[], asOf: string) {
    const context = contextOf(plan, facts, asOf);
    const m = plan.monitors.findIndex(({ id }) => id === 'presence');
    return plan.monitors[m]?.states[context.monitors[m] ?? 0]?.id;
  }
});

describe('motivational enhancement', () => {
  it('does not recommend the discharge of a patient who missed the third session before the fourth was offered', () => {
    const plan = compilePlan(readCurriculum('match-met'));
    const facts = [at('2026-01-13', 'met-sessions', 'attended'), at('2026-02-10', 'met-sessions', 'absent')];
    const context = contextOf(plan, facts, '2026-03-24');
    expect(plan.monitors[0]?.states[context.monitors[0] ?? 0]?.id).toBe('at-risk');
  });
});

/** The facts of a patient who came to a phase in the first days, for whom nothing else was recorded. */
function reached(plan: Plan, phase: string): Fact[] {
  const index = plan.phases.findIndex(({ id }) => id === phase);
  return plan.phases
    .slice(1, index + 1)
    .map(({ id }): Fact => ({ type: 'PhaseAdvanced', on: '2026-01-05', by, to: id }));
}

function at(on: string, track: string, status: 'attended' | 'absent'): Fact {
  return { type: 'AttendanceRecorded', on, by, track, session: 1, status };
}

/** The tracks at which a patient is expected in a week two years after admission. */
function tracksOfWeek(plan: Plan, facts: readonly Fact[]): string[] {
  const monday = toDayNumber('2028-01-10');
  const context = contextOf(plan, facts, '2028-01-10');
  const meetings = [0, 1, 2, 3, 4, 5, 6].flatMap((d) => expectedMeetings(plan, context, monday + d));
  return [...new Set(meetings.map(({ track }) => plan.tracks[track]?.id ?? ''))];
}
