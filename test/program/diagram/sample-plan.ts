import { Curriculum } from '../../../src/curriculum/curriculum.ts';
import { compilePlan } from '../../../src/program/compile-plan.ts';
import type { Plan } from '../../../src/program/plan.ts';

/** Words that mean something to mermaid and to XML. */
export const AWKWARD = 'A: "b"; c --> d {e} #35; <i> %% [*] & note | ` \\ end é 🙂';

/** A plan with every kind of thing that a picture shows; `title` goes before all titles. */
export function samplePlan(title = ''): Plan {
  const named = (id: string, name: string) => ({ id, title: `${title} ${name}`.trim() });
  const during = ['early', 'later'];
  return compilePlan(
    Curriculum.parse({
      ...named('sample', 'Sample program'),
      version: '1.2.0',
      levelOfCare: { system: 'asam-4', level: '2.1' },
      sources: {},
      phases: [
        {
          ...named('intake', 'Intake'),
          exit: { type: 'signed-off', role: 'counselor', subject: 'agreement' },
        },
        {
          ...named('early', 'Early weeks'),
          weeks: '1-4',
          next: ['later', 'graduated'],
          stay: { minimum: { weeks: 3 }, maximum: { weeks: 8 } },
          exit: {
            type: 'all',
            of: [
              { type: 'sessions', track: 'group', atLeast: 6 },
              { type: 'not', of: { type: 'monitor-in', monitor: 'use', states: ['lapse'] } },
            ],
          },
          exitAfterReturn: { type: 'negative-tests', atLeast: 1 },
        },
        {
          ...named('later', 'Later weeks'),
          weeks: '5-12',
          advance: 'automatic',
          returnsTo: ['early'],
          milestone: 'Half way.',
          exit: {
            type: 'any',
            of: [
              { type: 'attendance-rate', atLeast: 0.75, since: 'phase' },
              { type: 'score-change', instrument: 'phq-9', atMost: -5 },
            ],
          },
        },
        { ...named('graduated', 'Graduated'), final: 'completed' },
      ],
      tracks: [
        {
          ...named('group', 'Skills group'),
          kind: 'skills',
          format: 'group',
          order: 'rolling',
          during,
          schedule: [
            { weekdays: ['monday', 'friday'], weeks: '1-8', start: '18:00', minutes: 50 },
            { weekdays: ['wednesday'], weeks: [1, 12], everyWeeks: 2, start: '10:00', minutes: 30 },
          ],
          sessions: [{ number: 1, title: 'One' }],
        },
        {
          ...named('choice', 'Choice'),
          kind: 'skills',
          format: 'group',
          order: 'any',
          during,
          heldAt: 'group',
          requires: 'none',
          schedule: [],
          sessions: [{ number: 1, title: 'One' }],
        },
      ],
      drugTests: [{ ...named('urine', 'Urine test'), specimens: ['urine'], perWeek: 2, days: 'random' }],
      monitors: [
        {
          ...named('use', 'Use'),
          states: [
            {
              ...named('none', 'None known'),
              transitions: [
                { to: 'lapse', when: { type: 'evidence-of-use', atLeast: 1 } },
                { to: 'gone', after: { days: 21, since: 'last-contact' } },
              ],
            },
            {
              ...named('lapse', 'Lapse'),
              tasks: [named('talk', 'Talk')],
              transitions: [{ to: 'none', after: { days: 7, clock: 'wall' } }],
            },
            { ...named('gone', 'Gone'), discharge: { reason: 'dropped-out', mode: 'recommended' } },
          ],
        },
      ],
      policies: { leave: { maximum: { days: 28 } } },
    }),
  );
}
