import { Curriculum } from '../../../src/curriculum/curriculum.ts';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** A way to one value of a curriculum: keys and indexes. */
export type Way = readonly (string | number)[];

/** Words that stand for each other in the enumerations of the language. */
const OTHER_WORDS = [
  'any-other',
  'Another text',
  ...[
    'admission',
    'phase',
    'program',
    'wall',
    'attended',
    'state-entry',
    'last-contact',
    'any',
    'all',
    'none',
  ],
  ...[
    'monday',
    'sunday',
    'urine',
    'hair',
    'group',
    'individual',
    'fixed',
    'next',
    'skills',
    'milieu',
    'automatic',
  ],
  ...[
    'counselor',
    'recommended',
    'completed',
    'transferred',
    'dropped-out',
    'terminated',
    'positive',
    'missed',
  ],
  ...['owed', 'not-owed', 'stands', 'withdrawn', 'verified', 'recalled', '23:45', '2031-01-01', '3.1', 'otp'],
  ...['2-3', 'https://example.org/other', 'sessions', 'meetings', 'homework'],
];

/** The ways to all values of a curriculum that hold no others. */
export function leavesOf(value: unknown, way: Way = []): Way[] {
  if (typeof value !== 'object' || value === null) return [way];
  return Object.entries(value).flatMap(([key, part]) =>
    leavesOf(part, [...way, Array.isArray(value) ? Number(key) : key]),
  );
}

/** The ways to all parts of objects, whatever they hold. */
export function partsOf(value: unknown, way: Way = []): Way[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const here = [...way, Array.isArray(value) ? Number(key) : key];
    return [here, ...partsOf(part, here)];
  });
}

/** Another value that the language allows at a place, or undefined where there is none. */
export function otherAt(curriculum: Curriculum, way: Way): Json | undefined {
  const written = curriculum as unknown as Json;
  const was = at(written, way);
  const others: Json[] =
    typeof was === 'number'
      ? [was + 1, was / 2, was - 1]
      : typeof was === 'boolean'
        ? [!was]
        : OTHER_WORDS.filter((word) => word !== was);
  return others.find((other) => Curriculum.safeParse(put(written, way, other)).success);
}

/** The curriculum with another value at a place. */
export function withValue(curriculum: Curriculum, way: Way, value: Json): Curriculum {
  return put(curriculum as unknown as Json, way, value) as unknown as Curriculum;
}

/** The curriculum without one part, or null where the language asks for it. */
export function without(curriculum: Curriculum, way: Way): Curriculum | null {
  const changed = Curriculum.safeParse(put(curriculum as unknown as Json, way, undefined));
  return changed.success ? changed.data : null;
}

function at(value: Json, [key, ...rest]: Way): Json {
  if (key === undefined) return value;
  return at((value as Record<string | number, Json>)[key] as Json, rest);
}

function put(value: Json, [key, ...rest]: Way, part: Json | undefined): Json | undefined {
  if (key === undefined) return part;
  if (Array.isArray(value)) {
    const inner = put(value[Number(key)] as Json, rest, part);
    return inner === undefined ? value.toSpliced(Number(key), 1) : value.with(Number(key), inner);
  }
  const { [key]: old, ...others } = value as Record<string, Json>;
  const inner = put(old as Json, rest, part);
  return inner === undefined ? others : { ...others, [key]: inner };
}
