import { Curriculum } from '../../src/curriculum/curriculum.ts';
import type { Pathway } from '../../src/curriculum/pathway/pathway.ts';
import type { PathwayDocument } from '../../src/curriculum/pathway/pathway-document.ts';
import { smallCurriculum } from './small-curriculum.ts';

const none = { none: { title: 'Made for tests', certainty: 'recalled' } } as const;

/** A house of one phase in which a group meets on each day; it is completed by a sign-off. */
const HOUSE = Curriculum.parse({
  id: 'small-house',
  version: '1.0.0',
  title: 'Small house',
  levelOfCare: { system: 'asam-3', level: '3.5' },
  sources: none,
  phases: [
    {
      id: 'living-in',
      title: 'Living in',
      weeks: '1-4',
      exit: { type: 'signed-off', role: 'counselor', subject: 'ready' },
    },
    { id: 'done', title: 'Done', final: 'completed' },
  ],
  tracks: [
    {
      id: 'house-group',
      title: 'House group',
      kind: 'relapse-prevention',
      format: 'group',
      order: 'rolling',
      during: ['living-in'],
      requires: 'none',
      schedule: [
        {
          weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
          start: '10:00',
          minutes: 60,
        },
      ],
      sessions: [1, 2, 3, 4, 5, 6].map((number) => ({ number, title: `Topic ${number}` })),
    },
  ],
  monitors: [
    {
      id: 'presence',
      title: 'Presence',
      states: [
        {
          id: 'present',
          title: 'Present',
          transitions: [{ to: 'missing', when: { type: 'absences', consecutive: true, atLeast: 2 } }],
        },
        {
          id: 'missing',
          title: 'Missing',
          tasks: [{ id: 'look', title: 'Look for the resident' }],
          transitions: [{ to: 'present', when: { type: 'absences', consecutive: true, atMost: 0 } }],
        },
      ],
    },
  ],
});

/** A pathway from the house down to the small program, in the morning or later, and up again; `change` edits it. */
export function smallPathway(
  change: (pathway: Pathway) => void = () => {},
  program: Curriculum = smallCurriculum(),
): PathwayDocument {
  const pathway: Pathway = {
    id: 'small-pathway',
    version: '1.0.0',
    title: 'Small pathway',
    sources: none,
    stages: [
      {
        id: 'house',
        title: 'The house',
        curriculum: 'small-house',
        stay: { minimum: { days: 5 }, maximum: { days: 28 } },
        moves: [
          {
            to: 'program',
            kind: 'step-down',
            when: {
              type: 'any',
              of: [
                { type: 'phase-in', phases: ['done'] },
                { type: 'signed-off', role: 'counselor', subject: 'step-down' },
              ],
            },
          },
          { to: 'other', kind: 'step-down', when: { type: 'phase-in', phases: ['done'] } },
        ],
      },
      {
        id: 'program',
        title: 'The program',
        curriculum: 'small-iop',
        moves: [
          {
            to: 'house',
            kind: 'step-up',
            when: { type: 'monitor-in', monitor: 'abstinence', states: ['relapse'] },
          },
          { to: 'other', kind: 'transfer' },
        ],
      },
      { id: 'other', title: 'The program elsewhere', curriculum: 'small-iop', entry: false },
    ],
    equivalences: [
      {
        from: { curriculum: 'small-house', track: 'house-group', sessions: '1-3' },
        to: { curriculum: 'small-iop', track: 'group', sessions: '2-4' },
        expiresAfter: { days: 30 },
      },
    ],
  };
  change(pathway);
  return { pathway, curricula: [HOUSE, program] };
}
