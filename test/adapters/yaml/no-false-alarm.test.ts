import { describe, expect, it } from 'vitest';
import { loadCurriculum } from '../../../src/adapters/yaml/load-curriculum.ts';
import { type Edit, eveningClinic } from '../../curriculum/fixtures/evening-clinic.ts';

const issuesOf = (...edits: Edit[]) =>
  loadCurriculum(eveningClinic(...edits), { file: 'clinic.yaml' }).issues;
const codesOf = (...edits: Edit[]) => issuesOf(...edits).map(({ code }) => code);

describe('loadCurriculum', () => {
  it.each<[string, Edit]>([
    [
      'a gate that asks that something did not happen',
      [
        '{ type: sessions, track: skills, atLeast: 3 }',
        '{ type: not, of: { type: sessions, track: elective, atLeast: 1 } }',
      ],
    ],
    [
      'a number with one sure source among several',
      ['    source: memory\n    provisional: true\n', '    source: [memory, manual]\n'],
    ],
    ['a mark on the object around a number', ['atMost: 9 }', 'atMost: 9, source: memory }']],
    [
      'an elective at the time of the track that it is held at',
      ['    schedule: []\n', '    schedule: [{ weekdays: [monday], start: "19:15", minutes: 90 }]\n'],
    ],
    ['meetings that follow each other without a break', ['"19:15"', '"18:50"']],
    ['a meeting that ends at midnight', ['"19:15", minutes: 90', '"22:30", minutes: 90']],
    [
      'a minimum stay on another clock than the maximum',
      ['maximum: { days: 56 }', 'maximum: { days: 8, clock: attended }'],
    ],
    [
      'a state that is left for good by a discharge',
      ['lasting: true', 'discharge: { reason: dropped-out, mode: automatic }'],
    ],
    [
      'a deadline that goes on where another one ended',
      ['after: { days: 20 }', 'after: { days: 11, since: last-contact }'],
    ],
    [
      'a key called constructor among the sources',
      ['  memory:', '  constructor: { title: x, certainty: verified }\n  memory:'],
    ],
    [
      'comments, folded texts and quotes',
      ['title: Evening clinic', 'title: >-\n  Evening\n  clinic # not a comment'],
    ],
  ])('has nothing against %s', (_, edit) => {
    expect(issuesOf(edit)).toEqual([]);
  });

  it('lets tracks of different phases meet at the same time', () => {
    const edits: Edit[] = [
      ['during: [early, later]', 'during: [later]'],
      ['[monday, thursday], start: "19:15"', '[monday, thursday], weeks: 4-8, start: "18:00"'],
    ];
    expect(codesOf(...edits)).toEqual(['weeks-outside-phases']);
    // The same where they do share a phase.
    expect(
      codesOf(['[monday, thursday], start: "19:15"', '[monday, thursday], weeks: 4-8, start: "18:00"']),
    ).toEqual(['tracks-overlap']);
  });

  it('tells one mistake once: a misspelt threshold is not also a missing one', () => {
    expect(codesOf(['atLeast: 0.7', 'atLesst: 0.7'])).toEqual(['unknown-key']);
  });

  it('suggests only keys that the kind of criterion has', () => {
    const [issue] = issuesOf([
      '{ type: track-completed, track: group }',
      '{ type: track-completed, track: group, instrumnt: x }',
    ]);
    expect(issue?.message).toBe(
      'instrumnt is not known here; known are type, track, source, provisional, note',
    );
  });

  it('tells all problems of a file at once', () => {
    expect(
      codesOf(
        ['version: 1.0.0', 'version: 1'],
        ['kind: skills', 'knid: skills'],
        ['minutes: 90', 'minutes: long'],
        ['perWeek: 2 }', 'perWeek: 0 }'],
      ),
    ).toEqual(['wrong-type', 'missing-key', 'unknown-key', 'wrong-type', 'out-of-range']);
    expect(
      codesOf(
        ['heldAt: group', 'heldAt: grup'],
        ['requires: 2', 'requires: 9'],
        ['        lasting: true\n', ''],
      ),
    ).toEqual(['threshold-impossible', 'dangling-reference', 'state-without-way-out']);
  });
});
