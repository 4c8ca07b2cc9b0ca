import { describe, expect, it } from 'vitest';
import { proveCurriculum } from '../../../src/program/proof/prove-curriculum.ts';
import { smallProgram } from './small-program.ts';

describe('the proof of monitors', () => {
  const watching = (states: unknown[]) =>
    smallProgram({
      core: { stay: { minimum: { weeks: 8 } } },
      more: { monitors: [{ id: 'watch', title: 'Watch', states }] },
    });
  const attendance = (days: number) => [
    {
      id: 'regular',
      title: 'Regular',
      transitions: [{ to: 'outreach', after: { days, since: 'last-contact' } }],
    },
    {
      id: 'outreach',
      title: 'Outreach',
      tasks: [{ id: 'call', title: 'Call' }],
      transitions: [
        { to: 'regular', when: { type: 'absences', consecutive: true, atMost: 0 } },
        { to: 'out', after: { days: 14, since: 'last-contact' } },
      ],
    },
    { id: 'out', title: 'Out', discharge: { reason: 'dropped-out', mode: 'automatic' } },
  ];

  it('lets a deadline be that is longer than the gaps of the calendar', () => {
    expect(proveCurriculum(watching(attendance(7)))).toEqual([]);
  });

  it('warns of outreach to a patient who misses nothing', () => {
    const [proof] = proveCurriculum(watching(attendance(3)));
    expect(proof).toMatchObject({
      code: 'monitor-fires-on-perfect-patient',
      severity: 'warning',
      path: 'monitors.0.states.1',
    });
    expect(proof?.counterExample).toContain('in Core');
  });

  it('finds a monitor that discharges a patient who did everything', () => {
    const program = watching([
      { id: 'here', title: 'Here', transitions: [{ to: 'out', after: { weeks: 6, since: 'admission' } }] },
      { id: 'out', title: 'Out', discharge: { reason: 'other', mode: 'automatic' } },
    ]);
    expect(proveCurriculum(program)).toMatchObject([
      { code: 'never-graduates', counterExample: expect.stringContaining('discharged (other) in week 7') },
      { code: 'monitor-fires-on-perfect-patient', severity: 'error', path: 'monitors.0.states.1' },
    ]);
  });

  it('tries patients whose scores get better and worse', () => {
    const program = watching([
      {
        id: 'same',
        title: 'Same',
        transitions: [
          { to: 'severe', when: { type: 'score', instrument: 'phq-9', atLeast: 20 } },
          { to: 'worse', when: { type: 'score-change', instrument: 'phq-9', atLeast: 5 } },
          { to: 'low', when: { type: 'score', instrument: 'phq-9', atMost: 4 } },
        ],
      },
      {
        id: 'worse',
        title: 'Worse',
        transitions: [{ to: 'same', when: { type: 'score-change', instrument: 'phq-9', atMost: 0 } }],
      },
      {
        id: 'low',
        title: 'Low',
        transitions: [{ to: 'same', when: { type: 'score', instrument: 'phq-9', atLeast: 5 } }],
      },
      {
        id: 'severe',
        title: 'Severe',
        transitions: [{ to: 'same', when: { type: 'score', instrument: 'phq-9', atMost: 19 } }],
      },
    ]);
    expect(proveCurriculum(program)).toEqual([]);
  });

  it('warns of a state that none of its patients comes to', () => {
    const program = watching([
      {
        id: 'none',
        title: 'None',
        transitions: [
          { to: 'lapse', when: { type: 'evidence-of-use', atLeast: 1 } },
          { to: 'relapse', when: { type: 'evidence-of-use', atLeast: 2 } },
        ],
      },
      {
        id: 'lapse',
        title: 'Lapse',
        transitions: [{ to: 'none', when: { type: 'negative-tests', atLeast: 1 } }],
      },
      { id: 'relapse', title: 'Relapse', lasting: true },
    ]);
    expect(proveCurriculum(program)).toMatchObject([
      { code: 'monitor-state-not-exercised', severity: 'warning', path: 'monitors.0.states.2' },
    ]);
  });
});
