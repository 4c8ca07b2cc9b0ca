import { type Edit, EVENING_CLINIC } from '../../../curriculum/fixtures/evening-clinic.ts';
import type { Fault } from './fault.ts';

const whole = (text: string): readonly Edit[] => [[EVENING_CLINIC, text]];

/** Faults of keys and values, by the code of the issue that they cause. */
export const SHAPE_FAULTS = {
  'unknown-key': [
    {
      edits: [['weekdays: [monday]', 'weeekdays: [monday]']],
      path: 'tracks.0.schedule.0.weeekdays',
      at: 'weeekdays',
      says: 'weeekdays: did you mean weekdays?',
    },
    {
      edits: [['title: Group', 'titel: Group']],
      path: 'tracks.1.titel',
      at: 'titel',
      says: 'did you mean title?',
    },
    {
      edits: [['consecutive: true, atLeast: 3', 'consecutiv: true, atLeast: 3']],
      path: 'phases.0.exitAfterReturn.consecutiv',
      at: 'consecutiv:',
      says: 'did you mean consecutive?',
    },
    {
      edits: [['title: Evening clinic', 'titles: x']],
      path: 'titles',
      at: 'titles',
      says: 'did you mean title?',
    },
  ],
  'missing-key': [
    {
      edits: [['    kind: skills\n', '']],
      path: 'tracks.0.kind',
      at: 'id: skills',
      says: 'kind is missing here; write one of psychoeducation',
    },
    { edits: [['type: sessions, ', '']], path: 'phases.0.exit.of.0.type', at: '{ track: skills, atLeast' },
    { edits: whole('extends: base\nid: site\ntitle: x'), path: 'version', at: 'extends' },
  ],
  'wrong-type': [
    { edits: [['version: 1.0.0', 'version: 1.0']], path: 'version', at: '1.0', says: 'put it in quotes' },
    {
      edits: [['weeks: 1-4', 'weeks: true']],
      path: 'phases.0.weeks',
      at: 'true',
      says: 'write weeks as a number',
    },
    {
      edits: [['perWeek: 2', 'perWeek: 1.5']],
      path: 'drugTests.0.perWeek',
      at: '1.5',
      says: 'write a whole number, not 1.5',
    },
    { edits: whole('- a\n- b'), path: '', at: '- a' },
    {
      edits: whole('extends: { a: b }\nid: site\nversion: 1.0.0\ntitle: x'),
      path: 'extends',
      at: '{ a: b }',
    },
    { edits: [['requires: 2', 'requires: []']], path: 'tracks.1.requires', at: '[]', says: 'all' },
  ],
  'unknown-value': [
    {
      edits: [['[monday]', '[mondya]']],
      path: 'tracks.0.schedule.0.weekdays.0',
      at: 'mondya',
      says: 'did you mean monday?',
    },
    {
      edits: [['type: sessions', 'type: sesions']],
      path: 'phases.0.exit.of.0.type',
      at: 'sesions',
      says: 'did you mean sessions?',
    },
    {
      edits: [[' days: [monday, thursday]', ' days: randon']],
      path: 'drugTests.0.days',
      at: 'randon',
      says: 'did you mean random?',
    },
    {
      edits: [['system: general, level: outpatient', 'system: asam-3, level: 2.1']],
      path: 'levelOfCare.level',
      at: '2.1',
      says: 'put 2.1 in quotes',
    },
    {
      edits: [['requires: none', 'requires: non']],
      path: 'tracks.2.requires',
      at: 'non',
      says: 'did you mean none?',
    },
  ],
  'bad-format': [
    { edits: [['"18:00"', '6pm']], path: 'tracks.0.schedule.0.start', at: '6pm', says: 'HH:MM' },
    { edits: [['  manual:', '  The Manual:']], path: 'sources.The Manual', at: 'The Manual:' },
    {
      edits: [['weeks: 5-8', 'weeks: 5 to 8']],
      path: 'phases.1.weeks',
      at: '5 to 8',
      says: 'write weeks as 1-16',
    },
    {
      edits: [['order: rolling', 'order: rolling\n    cycleStart: tomorrow']],
      path: 'tracks.1.cycleStart',
      at: 'tomorrow',
      says: 'YYYY-MM-DD',
    },
  ],
  'out-of-range': [
    {
      edits: [['minutes: 50', 'minutes: 0']],
      path: 'tracks.0.schedule.0.minutes',
      at: '0',
      says: 'at least 1',
    },
    { edits: [['title: Evening clinic', 'title: ""']], path: 'title', at: '""', says: 'title is empty' },
    {
      edits: [['perWeek: 2, days', 'perWeek: 8, days']],
      path: 'drugTests.0.perWeek',
      at: '8',
      says: 'at most 7',
    },
  ],
  'invalid-value': [
    {
      edits: [['minimum: { days: 14 }', 'minimum: { days: 14, weeks: 2 }']],
      path: 'phases.0.stay.minimum',
      at: '{ days: 14, weeks',
      says: 'either days or weeks',
    },
    { edits: [['weeks: 5-8', 'weeks: 8-5']], path: 'phases.1.weeks', at: '8-5', says: 'upwards' },
    {
      edits: [['order: rolling', 'order: rolling\n    cycleStart: 2027-02-29']],
      path: 'tracks.1.cycleStart',
      at: '2027-02-29',
    },
    {
      edits: [['track: skills, atLeast: 3', 'track: skills']],
      path: 'phases.0.exit.of.0',
      at: '{ type: sessions',
      says: 'exactly one threshold',
    },
  ],
} satisfies Record<string, readonly Fault[]>;
