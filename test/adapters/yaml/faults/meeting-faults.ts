import type { Fault } from './fault.ts';

/** Faults of sessions, meetings, monitors, thresholds and marks, by the code of the issue that they cause. */
export const MEETING_FAULTS = {
  'session-number-gap': [
    {
      edits: [['number: 2, title: Boredom', 'number: 5, title: Boredom']],
      path: 'tracks.1.sessions',
      at: 'sessions:\n      - { number: 1, title: Work',
    },
  ],
  'sessions-do-not-fit': [
    {
      edits: [['weeks: 1-4, start', 'weeks: 1-3, start']],
      path: 'tracks.0.schedule',
      at: 'schedule:',
      says: '4 sessions but 3 meetings',
    },
    {
      edits: [
        ['weeks: 1-4, start', 'weeks: 1-3, start'],
        ['    source: manual\n    sessions', '    requires: 3\n    source: manual\n    sessions'],
      ],
      path: 'tracks.0.schedule',
      at: 'schedule:',
      severity: 'warning',
    },
  ],
  'track-never-meets': [
    {
      edits: [['[monday, thursday], start', '[monday, thursday], weeks: 20-24, start']],
      path: 'tracks.1.schedule.0.weeks',
      at: '20-24',
    },
    {
      edits: [
        ['during: [early, later]', 'during: [graduated]'],
        ['    heldAt: group\n', ''],
      ],
      path: 'tracks.1.schedule.0',
      at: '{ weekdays: [monday, thursday]',
    },
  ],
  'weeks-outside-phases': [
    {
      edits: [['[monday, thursday], start', '[monday, thursday], weeks: 7-9, start']],
      path: 'tracks.1.schedule.0.weeks',
      at: '7-9',
      severity: 'warning',
    },
  ],
  'tracks-overlap': [
    {
      edits: [['"19:15"', '"18:30"']],
      path: 'tracks.1.schedule.0.start',
      at: '"18:30"',
      says: 'monday of week 1',
    },
  ],
  'meeting-past-midnight': [
    {
      edits: [['"19:15", minutes: 90', '"23:00", minutes: 61']],
      path: 'tracks.1.schedule.0.minutes',
      at: '61',
    },
  ],
  'held-at-impossible': [
    { edits: [['heldAt: group', 'heldAt: elective']], path: 'tracks.2.heldAt', at: 'elective\n    requires' },
    {
      edits: [['heldAt: group', 'heldAt: skills']],
      path: 'tracks.2.heldAt',
      at: 'skills\n    requires',
      says: 'never open',
    },
  ],
  'state-unreachable': [
    {
      edits: [['          - { to: lost, after: { days: 20 } }\n', '']],
      path: 'monitors.0.states.2.id',
      at: 'lost',
    },
  ],
  'state-without-way-out': [
    { edits: [['        lasting: true\n', '']], path: 'monitors.0.states.2.id', at: 'lost\n        title' },
  ],
  'deadline-too-early': [
    {
      edits: [['after: { days: 20 }', 'after: { days: 0 }']],
      path: 'monitors.0.states.1.transitions.1.after',
      at: '{ days: 0 }',
      says: 'moment it is set',
    },
    {
      edits: [
        ['after: { days: 20 }', 'after: { days: 9, since: last-contact }'],
        ['          - { to: outreach, when: { type: absences, consecutive: true, atLeast: 2 } }\n', ''],
      ],
      path: 'monitors.0.states.1.transitions.1.after',
      at: '{ days: 9, since',
      says: 'have passed already',
    },
  ],
  'deadline-never': [
    {
      edits: [['after: { days: 20 }', 'after: { days: 20, since: last-attendance, clock: attended }']],
      path: 'monitors.0.states.1.transitions.1.after',
      at: '{ days: 20, since',
    },
  ],
  'task-after-deadline': [
    {
      edits: [['within: { days: 1 }', 'within: { days: 21 }']],
      path: 'monitors.0.states.1.tasks.0.within',
      at: '{ days: 21 }',
      severity: 'warning',
    },
  ],
  'threshold-impossible': [
    {
      edits: [['atLeast: 0.7', 'atLeast: 70']],
      path: 'phases.0.exit.of.1.atLeast',
      at: '70',
      says: '1 is the most',
    },
    {
      edits: [['track: skills, atLeast: 3', 'track: skills, atLeast: 5']],
      path: 'phases.0.exit.of.0.atLeast',
      at: '5',
      says: '4 is the most',
    },
    { edits: [['count: 2', 'count: 4']], path: 'phases.1.exit.count', at: '4' },
    { edits: [['atMost: 9', 'atMost: -1']], path: 'phases.1.exit.of.0.atMost', at: '-1' },
    {
      edits: [['consecutive: true, atMost: 0', 'consecutive: true, atMost: -1']],
      path: 'monitors.0.states.1.transitions.0.when.atMost',
      at: '-1',
    },
    {
      edits: [['track: skills, atLeast: 3', 'track: elective, atLeast: 1']],
      path: 'phases.0.exit.of.0',
      at: '{ type: sessions, track: elective',
      says: 'opens only after early',
    },
    { edits: [['requires: 2', 'requires: 4']], path: 'tracks.1.requires', at: '4' },
    {
      edits: [['minimum: 4, maximum: 12', 'minimum: 4, maximum: 3']],
      path: 'tracks.0.capacity.minimum',
      at: '4, maximum',
    },
    { edits: [['perWeek: 2, days', 'perWeek: 3, days']], path: 'drugTests.0.perWeek', at: '3' },
    {
      edits: [['minimum: 0, maximum: 27', 'minimum: 30, maximum: 27']],
      path: 'instruments.0.minimum',
      at: '30',
    },
  ],
  'track-given-twice': [
    {
      edits: [['track: skills, atLeast: 3', 'track: skills, tracks: [skills], atLeast: 3']],
      path: 'phases.0.exit.of.0.tracks',
      at: '[skills], atLeast',
    },
  ],
  'provisional-mark-missing': [
    {
      edits: [['    provisional: true\n', '']],
      path: 'phases.1.source',
      at: 'memory\n',
      severity: 'warning',
      says: 'weeks rests on',
    },
    {
      edits: [['atLeast: 0.7', 'atLeast: 0.7, source: memory']],
      path: 'phases.0.exit.of.1.source',
      at: 'memory }',
      severity: 'warning',
    },
  ],
  'dose-not-offered': [
    {
      edits: [
        ['drugTests:\n', 'dose: [{ minutesPerWeek: 3000, note: "too much", source: manual }]\ndrugTests:\n'],
      ],
      path: 'dose.0',
      at: '{ minutesPerWeek: 3000',
      severity: 'warning',
      says: '3000 minutes a week are asked for, but week 1 offers',
    },
    {
      edits: [['drugTests:\n', 'dose: [{ daysPerWeek: 7, source: manual }]\ndrugTests:\n']],
      path: 'dose.0',
      at: '{ daysPerWeek: 7',
      severity: 'warning',
    },
  ],
  'dose-without-rule': [
    {
      edits: [['{ type: sessions, track: skills, atLeast: 3', '{ type: dose-weeks, atLeast: 3']],
      path: 'phases.0.exit.of.0',
      at: '{ type: dose-weeks',
    },
  ],
} satisfies Record<string, readonly Fault[]>;
