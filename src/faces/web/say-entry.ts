import type { Status } from '../../engine/status.ts';
import type { EpisodeEvent } from '../../program/episode-event.ts';
import { describeEvent } from '../cli/describe-event.ts';
import { plainWords } from './plain-words.ts';
import type { ProgramWords } from './program-words.ts';
import { ATTENDANCE_WORDS, DISCHARGE_WORDS, TEST_WORDS } from './record-words.ts';
import { saySentence } from './say-sentence.ts';

/** The titles of what a record names by its id. */
export type EntryNames = ReadonlyMap<string, string>;

/** The titles of the tracks of a patient, of the phases of his program and of the levels he went through. Pure. */
export function namesOf(
  { tracks, phase, pathway }: Pick<Status, 'tracks' | 'phase' | 'pathway'>,
  words?: ProgramWords,
): EntryNames {
  const own = [...(pathway?.stages ?? []), ...(phase === null ? [] : [phase]), ...tracks];
  return new Map([
    ...(words?.phases ?? []).map((id): [string, string] => [id, words?.phase(id) ?? id]),
    ...own.map(({ id, title }): [string, string] => [id, title]),
  ]);
}

/** The fields that hold an id; `to` does so only where it names a phase. */
const IDS = ['track', 'stage', 'phase', 'subject', 'program', 'privilege', 'incentive', 'outcome'];
const WORDS: Readonly<Record<string, ReadonlyMap<string, string>>> = {
  status: new Map(ATTENDANCE_WORDS),
  result: new Map(TEST_WORDS),
  discharge: new Map(DISCHARGE_WORDS),
};

/** What an entry says, for people: titles for ids, and dates as people say them; a note stays as it was written. Pure. */
export function sayEntry(event: EpisodeEvent, names: EntryNames, today: string): string {
  if (event.type === 'NoteAdded') return describeEvent(event);
  const told = Object.entries(event).map(([name, value]: [string, unknown]) => {
    if (typeof value !== 'string') return [name, value];
    if (name === 'task') return [name, plainWords(value.split('/').at(-1) ?? value)];
    if (name === 'to') return [name, names.get(value) ?? value];
    const known = names.get(value) ?? WORDS[name]?.get(value);
    return [name, IDS.includes(name) || WORDS[name] !== undefined ? (known ?? plainWords(value)) : value];
  });
  return saySentence(describeEvent(Object.fromEntries(told) as EpisodeEvent), today);
}
