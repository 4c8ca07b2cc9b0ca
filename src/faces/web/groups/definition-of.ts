import { addDays } from '../../../curriculum/calendar-date.ts';
import { Group } from '../../../engine/groups/group.ts';
import type { GroupChange } from '../../../engine/groups/group-change.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import { readWith } from '../../http/read-with.ts';
import type { Filled } from '../action-command.ts';
import { timesOf } from './group-times.ts';

const NUMBERS = ['firstTopic', 'capacity', 'minimum', 'patientsPerLeader', 'coLeaderAbstinentWeeks'] as const;
const TEXTS = ['title', 'site', 'timeZone', 'place', 'from', 'leader'] as const;

/** What a group need not have. */
const MAY_GO: readonly string[] = [...NUMBERS, 'place', 'coLeader'];

/**
 * The definition of a group that a filled-in form means. Times that were not chosen anew stay as they are in `before`. Throws the problem
 * `invalid-request` with all that is wrong.
 */
export function definitionOf(filled: Filled, before: Group | null): Group {
  const text = (name: string) => String([filled[name] ?? ''].flat()[0] ?? '').trim();
  const all = (name: string) => [filled[name] ?? []].flat().filter((value) => value !== '');
  const given = (names: readonly string[], read: (value: string) => unknown) =>
    names.flatMap((name) => (text(name) === '' ? [] : [[name, read(text(name))]]));
  const times = timesOf(filled, before?.times ?? []);
  if (times.length === 0) throw wrong('days', 'choose the days on which it meets');
  const coLeader = {
    ...(text('coLeader') === '' ? {} : { name: text('coLeader') }),
    ...(text('abstinentSince') === '' ? {} : { abstinentSince: text('abstinentSince') }),
  };
  const credits = all('credit').map((credit) => {
    const [curriculum = '', track = ''] = credit.split(' ');
    const kept = before?.credits.find((one) => one.curriculum === curriculum && one.track === track);
    return kept ?? { curriculum, track };
  });
  if (credits.length === 0) throw wrong('credit', 'choose a program in which it counts');
  const topics = text('topics')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const kept = Object.fromEntries(Object.entries(before ?? {}).filter(([name]) => !MAY_GO.includes(name)));
  const group = {
    ...kept,
    ...Object.fromEntries(given(TEXTS, (value) => value)),
    ...Object.fromEntries(given(NUMBERS, Number)),
    ...{ times, topics, credits, admission: text('admission') === 'closed' ? 'closed' : 'open' },
    ...('name' in coLeader ? { coLeader } : {}),
  };
  return readWith(Group, group as unknown as Group, 'body');
}

/** What of a group a new definition changes; a value that was there and is empty now is taken away. Pure. */
export function changeOf(before: Group, after: Group, filled: Filled): GroupChange {
  const gone = MAY_GO.filter(
    (name) => before[name as keyof Group] !== undefined && String(filled[name] ?? '').trim() === '',
  );
  const changed = Object.entries(after).filter(
    ([name, value]) =>
      name !== 'from' &&
      !gone.includes(name) &&
      JSON.stringify(value) !==
        JSON.stringify(before[name as keyof Group] ?? (name === 'admission' ? 'open' : undefined)),
  );
  return Object.fromEntries([...changed, ...gone.map((name) => [name, null] as const)]);
}

/** The first day from which a change can count: the one after the last meeting that was held, and today at the earliest. Pure. */
export function changesFrom(held: Iterable<string>, today: string): string {
  const last = [...held]
    .map((key) => key.slice(0, 10))
    .sort()
    .at(-1);
  return last !== undefined && last >= today ? addDays(last, 1) : today;
}

function wrong(name: string, message: string): HttpProblem {
  return new HttpProblem(400, 'invalid-request', message, {
    errors: [{ in: 'body', pointer: `/${name}`, message }],
  });
}
