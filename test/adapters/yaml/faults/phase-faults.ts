import type { Fault } from './fault.ts';

/** Faults of ids, references and phases, by the code of the issue that they cause. */
export const PHASE_FAULTS = {
  'duplicate-id': [
    { edits: [['id: group', 'id: skills']], path: 'tracks.1.id', at: 'skills\n    title: Group' },
    {
      edits: [['number: 2, title: Boredom', 'number: 1, title: Boredom']],
      path: 'tracks.1.sessions.1.number',
      at: '1, title: Boredom',
    },
    {
      edits: [['id: outreach', 'id: regular']],
      path: 'monitors.0.states.1.id',
      at: 'regular\n        title: Outreach',
    },
  ],
  'duplicate-value': [
    {
      edits: [['[monday, thursday], start', '[monday, monday], start']],
      path: 'tracks.1.schedule.0.weekdays.1',
      at: 'monday], start: "19',
    },
  ],
  'dangling-reference': [
    {
      edits: [['during: [early, later]', 'during: [early, latter]']],
      path: 'tracks.1.during.1',
      at: 'latter',
      says: 'did you mean later?',
    },
    { edits: [['returnsTo: [early]', 'returnsTo: [start]']], path: 'phases.1.returnsTo.0', at: 'start]' },
    {
      edits: [['final: completed', 'final: completed\n  - { id: aside, title: Aside, next: [nowhere] }']],
      path: 'phases.3.next.0',
      at: 'nowhere',
    },
    {
      edits: [['track: skills, atLeast', 'track: skill, atLeast']],
      path: 'phases.0.exit.of.0.track',
      at: 'skill, atLeast',
      says: 'did you mean skills?',
    },
    {
      edits: [['monitor: attendance,', 'monitor: attendence,']],
      path: 'phases.1.exit.of.1.monitor',
      at: 'attendence',
      says: 'did you mean attendance?',
    },
    {
      edits: [['states: [regular]', 'states: [regulr]']],
      path: 'phases.1.exit.of.1.states.0',
      at: 'regulr',
      says: 'did you mean regular?',
    },
    {
      edits: [['instrument: phq-9', 'instrument: phq9x']],
      path: 'phases.1.exit.of.0.instrument',
      at: 'phq9x',
      says: 'did you mean phq-9?',
    },
    {
      edits: [['source: memory', 'source: [memroy]']],
      path: 'phases.1.source.0',
      at: 'memroy',
      says: 'did you mean memory?',
    },
    { edits: [['source: memory', 'source: constructor']], path: 'phases.1.source', at: 'constructor' },
    {
      edits: [['heldAt: group', 'heldAt: grup']],
      path: 'tracks.2.heldAt',
      at: 'grup',
      says: 'did you mean group?',
    },
    {
      edits: [['to: lost', 'to: last']],
      path: 'monitors.0.states.1.transitions.1.to',
      at: 'last',
      says: 'did you mean lost?',
    },
  ],
  'final-phase-missing': [{ edits: [['    final: completed\n', '']], path: 'phases', at: 'phases:' }],
  'phase-unreachable': [
    {
      edits: [
        ['returnsTo: [early]', 'next: [graduated]'],
        ['    source: manual\n    exit:', '    next: [graduated]\n    source: manual\n    exit:'],
      ],
      path: 'phases.1.id',
      at: 'later',
    },
  ],
  'phase-without-way-out': [
    {
      edits: [['returnsTo: [early]', 'returnsTo: [early]\n    next: [early]']],
      path: 'phases.1.id',
      at: 'later',
    },
  ],
  'return-not-earlier': [
    { edits: [['returnsTo: [early]', 'returnsTo: [later]']], path: 'phases.1.returnsTo.0', at: 'later]' },
  ],
  'gate-without-effect': [
    {
      edits: [['final: completed', 'final: completed\n    exit: { type: minutes, atLeast: 1 }']],
      path: 'phases.2.exit',
      at: 'exit: { type: minutes',
    },
    {
      edits: [['    returnsTo: [early]\n', '']],
      path: 'phases.0.exitAfterReturn',
      at: 'exitAfterReturn',
      severity: 'warning',
    },
  ],
  'phase-weeks-overlap': [
    { edits: [['weeks: 5-8', 'weeks: 4-8']], path: 'phases.1.weeks', at: '4-8', severity: 'warning' },
  ],
  'stay-impossible': [
    {
      edits: [['maximum: { days: 56 }', 'maximum: { weeks: 1 }']],
      path: 'phases.0.stay.maximum',
      at: '{ weeks: 1 }',
    },
  ],
} satisfies Record<string, readonly Fault[]>;
