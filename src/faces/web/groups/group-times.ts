import type { Group } from '../../../engine/groups/group.ts';
import type { Filled } from '../action-command.ts';

type Times = Group['times'];

/** How many times a week the form of a group has room for. */
export const TIME_PLACES = 4;

const WEEKLY = /^FREQ=WEEKLY;(INTERVAL=2;)?BYDAY=([A-Z,]+)$/;

/** The name of a field of one of the times in the form: `days` of the first, `days-1` of the second. Pure. */
export function timeField(name: string, place: number): string {
  return place === 0 ? name : `${name}-${place}`;
}

/** Whether the form has fields for a time: a weekly one, or one every other week, on some days. Pure. */
export function isFilledIn({ rule }: Times[number]): boolean {
  return WEEKLY.test(rule);
}

/** The times of a group as the fields of its form; those that it has no fields for are kept by a box of their own. Pure. */
export function filledTimes(times: Times): Filled {
  const weekly = times.filter(isFilledIn).slice(0, TIME_PLACES);
  const kept = times.flatMap((time, index) => (weekly.includes(time) ? [] : [String(index)]));
  const fields = weekly.flatMap(({ rule, start, minutes }, place): [string, string | string[]][] => {
    const [, every, days = ''] = WEEKLY.exec(rule) ?? [];
    return [
      [timeField('days', place), days.split(',')],
      [timeField('every', place), every === undefined ? '1' : '2'],
      [timeField('start', place), start],
      [timeField('minutes', place), String(minutes)],
    ];
  });
  return { ...Object.fromEntries(fields), keep: kept };
}

/** The times that a filled-in form means: those with days, and those of `before` that are kept. Pure. */
export function timesOf(filled: Filled, before: Times): Times {
  const all = (name: string) => [filled[name] ?? []].flat().filter((value) => value !== '');
  const text = (name: string) => all(name)[0]?.trim() ?? '';
  const places = Array.from({ length: TIME_PLACES }, (_, place) => place);
  const weekly = places.flatMap((place) => {
    const days = all(timeField('days', place));
    if (days.length === 0) return [];
    const every = text(timeField('every', place)) === '2' ? 'INTERVAL=2;' : '';
    const minutes = Number(text(timeField('minutes', place)));
    return [
      {
        rule: `FREQ=WEEKLY;${every}BYDAY=${days.join(',')}`,
        start: text(timeField('start', place)),
        minutes,
      },
    ];
  });
  return [...all('keep').flatMap((index) => before[Number(index)] ?? []), ...weekly];
}
