import { Curriculum } from '../../../src/curriculum/curriculum.ts';

type Written = Record<string, unknown>;

/** An eight-week program with one group of 24 sessions, twice a week, and whatever a test changes about it. */
export function smallProgram(changes: { core?: Written; group?: Written; more?: Written } = {}): Curriculum {
  return Curriculum.parse({
    id: 'small',
    version: '1.0.0',
    title: 'Small program',
    levelOfCare: { system: 'asam-3', level: '2.1' },
    sources: {},
    phases: [
      { id: 'core', title: 'Core', weeks: '1-8', ...changes.core },
      { id: 'graduated', title: 'Graduated', final: 'completed' },
    ],
    tracks: [group('skills', changes.group)],
    ...changes.more,
  });
}

/** A group on Monday and Thursday in the phase `core`. */
export function group(id: string, changes: Written = {}): Written {
  return {
    id,
    title: `${id[0]?.toUpperCase()}${id.slice(1)}`,
    kind: 'skills',
    format: 'group',
    order: 'fixed',
    during: ['core'],
    schedule: [{ weekdays: ['monday', 'thursday'], start: '18:00', minutes: 90 }],
    sessions: sessions(24),
    ...changes,
  };
}

/** Numbered sessions. */
export function sessions(count: number): Written[] {
  return Array.from({ length: count }, (_, i) => ({ number: i + 1, title: `Topic ${i + 1}` }));
}
