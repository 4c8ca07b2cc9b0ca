import { describe, expect, it } from 'vitest';
import { proveCurriculum } from '../../../src/program/proof/prove-curriculum.ts';
import { group, sessions, smallProgram } from './small-program.ts';

const attended = (atLeast: number, more = {}) => ({ type: 'sessions', track: 'skills', atLeast, ...more });
const three = [{ weekdays: ['monday', 'wednesday', 'friday'], start: '18:00', minutes: 90 }];
const codes = (program: ReturnType<typeof smallProgram>) => proveCurriculum(program).map(({ code }) => code);

describe('the proof of a gate', () => {
  it('finds nothing wrong with 20 of 24 sessions by week 8 at three a week', () => {
    expect(
      proveCurriculum(smallProgram({ core: { exit: attended(20) }, group: { schedule: three } })),
    ).toEqual([]);
  });

  it('finds that 24 sessions by week 8 at two a week come too late, and shows how far a patient gets', () => {
    const [proof, ...rest] = proveCurriculum(smallProgram({ core: { exit: attended(24) } }));
    expect(rest).toEqual([]);
    expect(proof).toMatchObject({
      code: 'gate-later-than-published',
      severity: 'error',
      path: 'phases.0.exit',
    });
    expect(proof?.message).toContain('week 8');
    expect(proof?.counterExample).toContain('Admitted on Monday 2026-01-05');
    expect(proof?.counterExample).toContain('by week 8: 16 of 24 sessions of Skills attended, 2 a week');
    expect(proof?.counterExample).toContain('met in week 12, on 2026-03-26');
  });

  it('draws the line where the calendar does: 16 at two a week by week 8, not 17', () => {
    expect(codes(smallProgram({ core: { exit: attended(16) } }))).toEqual([]);
    expect(codes(smallProgram({ core: { exit: attended(17) } }))).toEqual(['gate-later-than-published']);
  });

  it('lets a stay as long as the published weeks end with them, and not a day more', () => {
    expect(codes(smallProgram({ core: { stay: { minimum: { weeks: 8 } } } }))).toEqual([]);
    const [late] = proveCurriculum(smallProgram({ core: { stay: { minimum: { days: 57 } } } }));
    expect(late).toMatchObject({ code: 'gate-later-than-published', path: 'phases.0.stay.minimum' });
  });

  it('finds a gate that nobody can meet, and names the criterion that blocks', () => {
    const exit = { type: 'all', of: [{ type: 'negative-tests', atLeast: 2 }, attended(30)] };
    const [proof] = proveCurriculum(smallProgram({ core: { exit } }));
    expect(proof).toMatchObject({
      code: 'gate-never-satisfied',
      severity: 'error',
      path: 'phases.0.exit.of.1',
    });
    expect(proof?.counterExample).toContain('24 of 30 sessions');
    expect(proof?.counterExample).toContain('never');
  });

  it('goes on behind a gate that blocks, so that one call finds the next one as well', () => {
    const phases = [
      { id: 'core', title: 'Core', weeks: '1-8', exit: attended(30) },
      { id: 'after', title: 'After', weeks: '9-10', exit: { type: 'homework', atLeast: 16, since: 'phase' } },
      { id: 'graduated', title: 'Graduated', final: 'completed' },
    ];
    const proofs = proveCurriculum(smallProgram({ more: { phases } }));
    expect(proofs.map(({ code, path }) => [code, path])).toEqual([
      ['gate-never-satisfied', 'phases.0.exit'],
      ['gate-later-than-published', 'phases.1.exit'],
    ]);
  });

  it('does not blame a phase for the days that the one before took', () => {
    const phases = [
      { id: 'intake', title: 'Intake', exit: { type: 'stay', in: 'phase', atLeastDays: 5 } },
      { id: 'core', title: 'Core', weeks: '1-8', exit: attended(16, { since: 'phase' }) },
      { id: 'graduated', title: 'Graduated', final: 'completed' },
    ];
    expect(codes(smallProgram({ more: { phases } }))).toEqual([]);
  });

  it('gives a patient who was quick in one phase until the last published week of the next', () => {
    const program = (atLeastDays: number) =>
      smallProgram({
        more: {
          phases: [
            { id: 'intake', title: 'Intake', weeks: '1-4' },
            { id: 'core', title: 'Core', weeks: '5-8', exit: { type: 'stay', in: 'program', atLeastDays } },
            { id: 'graduated', title: 'Graduated', final: 'completed' },
          ],
        },
      });
    expect(codes(program(56))).toEqual([]);
    expect(codes(program(57))).toEqual(['gate-later-than-published']);
  });

  it('lets a patient do whatever a gate asks: tests, papers, scores, mutual help, meetings on demand and electives', () => {
    const exit = {
      type: 'all',
      of: [
        { type: 'signed-off', role: 'physician', subject: 'plan' },
        { type: 'signed-off', role: 'counselor' },
        { type: 'homework', atLeast: 3 },
        { type: 'mutual-help', atLeast: 12 },
        { type: 'score', instrument: 'phq-9', atMost: 9 },
        { type: 'score-change', instrument: 'phq-9', atMost: -5 },
        { type: 'score-change', instrument: 'recovery-capital', atLeast: 4 },
        { type: 'not', of: { type: 'score', instrument: 'craving', atLeast: 6 } },
        { type: 'score', instrument: 'days-of-work', atLeast: 20 },
        { type: 'score-change', instrument: 'days-of-work', atMost: -5 },
        { type: 'negative-tests', atLeast: 8, consecutive: true },
        { type: 'days-abstinent', atLeast: 30 },
        { type: 'attendance-rate', atLeast: 1 },
        { type: 'absences', atMost: 0 },
        { type: 'track-completed', track: 'review' },
        { type: 'sessions', track: 'elective', atLeast: 2 },
        { type: 'minutes', atLeast: 900 },
        { type: 'attended-days', atLeast: 10 },
        { type: 'monitor-in', monitor: 'attendance', states: ['regular'] },
      ],
    };
    const elective = {
      order: 'any',
      schedule: [],
      heldAt: 'skills',
      requires: 'none',
      sessions: sessions(3),
    };
    const more = {
      tracks: [
        group('skills'),
        group('review', { order: 'next', schedule: [], sessions: sessions(2) }),
        group('elective', elective),
      ],
      drugTests: [{ id: 'urine', title: 'Urine', specimens: ['urine'], perWeek: 1, days: 'random' }],
      monitors: [
        {
          id: 'attendance',
          title: 'Attendance',
          states: [{ id: 'regular', title: 'Regular', lasting: true }],
        },
      ],
    };
    expect(proveCurriculum(smallProgram({ core: { exit }, more }))).toEqual([]);
  });

  it('finds that four negative tests cannot be had where tests end after week 3', () => {
    const drugTests = [
      { id: 'urine', title: 'Urine', specimens: ['urine'], perWeek: 1, days: ['monday'], weeks: '1-3' },
    ];
    const program = (atLeast: number) =>
      smallProgram({ core: { exit: { type: 'negative-tests', atLeast } }, more: { drugTests } });
    expect(codes(program(3))).toEqual([]);
    expect(codes(program(4))).toEqual(['gate-never-satisfied']);
  });
});

describe('the proof of returns', () => {
  const program = (exitAfterReturn: unknown) =>
    smallProgram({
      more: {
        phases: [
          { id: 'core', title: 'Core', weeks: '1-8', exit: attended(16), exitAfterReturn },
          {
            id: 'after',
            title: 'After',
            returnsTo: ['core'],
            exit: { type: 'stay', in: 'phase', atLeastDays: 7 },
          },
          { id: 'graduated', title: 'Graduated', final: 'completed' },
        ],
      },
    });

  it('is content with a gate after a return that the rest of the sessions can meet', () => {
    expect(codes(program(attended(4, { since: 'phase' })))).toEqual([]);
  });

  it('finds a phase that lets nobody out again who was sent back', () => {
    const [proof] = proveCurriculum(program(attended(12, { since: 'phase' })));
    expect(proof).toMatchObject({
      code: 'exit-after-return-never-satisfied',
      severity: 'error',
      path: 'phases.0.exitAfterReturn',
    });
    expect(proof?.counterExample).toContain('sent back to Core');
  });
});

describe('the proof of the way through', () => {
  it('finds a phase that nobody comes to', () => {
    const phases = (next: string[]) => [
      { id: 'core', title: 'Core', next },
      { id: 'aside', title: 'Aside', next: ['graduated'] },
      { id: 'graduated', title: 'Graduated', final: 'completed' },
    ];
    expect(codes(smallProgram({ more: { phases: phases(['aside', 'graduated']) } }))).toEqual([]);
    expect(codes(smallProgram({ more: { phases: phases(['graduated', 'aside']) } }))).toEqual([]);
    expect(proveCurriculum(smallProgram({ more: { phases: phases(['graduated']) } }))).toMatchObject([
      { code: 'phase-not-reached', path: 'phases.1' },
    ]);
  });

  it('finds a program that nobody leaves', () => {
    const phases = [
      { id: 'core', title: 'Core' },
      { id: 'after', title: 'After', next: ['core'] },
    ];
    expect(proveCurriculum(smallProgram({ more: { phases } }))).toMatchObject([
      { code: 'never-graduates', counterExample: expect.stringContaining('stays in') },
    ]);
  });
});
