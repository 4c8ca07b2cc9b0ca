import type { Schedule } from '../schedule.ts';
import { WEEKDAYS, type Weekday } from '../weekday.ts';
import { weekRanges } from '../weeks.ts';
import { diffFields, type Place } from './diff-fields.ts';
import type { Difference } from './difference.ts';
import { matchParts } from './match-parts.ts';
import { sameValue } from './same-value.ts';
import { showValue } from './show-value.ts';

type Meeting = Readonly<Record<string, unknown>> & { readonly weekdays: readonly string[] };

/**
 * Compares the recurring meetings of a track. Weekdays in one entry or in several of the same time are the same, as are
 * weeks written as a run or as a list.
 */
export function diffSchedule(
  place: Place,
  before: readonly Schedule[],
  after: readonly Schedule[],
): Difference[] {
  const agree = (fields: readonly string[]) => (a: Meeting, b: Meeting) =>
    fields.every((field) => sameValue(a[field], b[field]));
  const { both, removed, added } = matchParts(meetingsOf(before), meetingsOf(after), [
    sameValue,
    agree(['weekdays', 'start', 'minutes']),
    agree(['start', 'minutes', 'weeks']),
    agree(['weekdays', 'weeks']),
    agree(['weekdays']),
    agree(['start']),
    () => before.length === 1 && after.length === 1,
  ]);
  return [
    ...removed.map((meeting) => oneSided(place, meeting, 'removed')),
    ...added.map((meeting) => oneSided(place, meeting, 'added')),
    ...both.flatMap(([was, is]) => {
      const differences = diffFields(place, was, is, { code: 'meeting-changed' });
      return differences.map((difference) =>
        difference.code === 'meeting-changed'
          ? { ...difference, path: `${place.path}.schedule` }
          : difference,
      );
    }),
  ];
}

function oneSided(place: Place, meeting: Meeting, verb: 'added' | 'removed'): Difference {
  const { weekdays, start, minutes, weeks } = meeting;
  const when = `${showValue(weekdays)} at ${showValue(start)} for ${showValue(minutes)} minutes`;
  return {
    code: `meeting-${verb}`,
    path: `${place.path}.schedule`,
    subject: place.subject,
    before: verb === 'added' ? null : meeting,
    after: verb === 'added' ? meeting : null,
    sentence: `${place.subject}: meeting ${verb}, ${when}${weeks === null ? '' : ` in weeks ${showValue(weeks)}`}`,
  };
}

/** The meetings of a schedule, with all weekdays of the same meeting together. */
function meetingsOf(schedule: readonly Schedule[]): Meeting[] {
  const byRest = new Map<string, { rest: Record<string, unknown>; weekdays: Weekday[] }>();
  for (const { weekdays, weeks, everyWeeks = 1, ...fields } of schedule) {
    const rest = { ...fields, weeks: weeksOf(weeks, everyWeeks), everyWeeks };
    const key = JSON.stringify(Object.entries(rest).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    const entry = byRest.get(key) ?? { rest, weekdays: [] as Weekday[] };
    entry.weekdays.push(...weekdays);
    byRest.set(key, entry);
  }
  return [...byRest.values()].map(({ rest, weekdays }) => ({
    ...rest,
    weekdays: weekdays.toSorted((a, b) => WEEKDAYS.indexOf(a) - WEEKDAYS.indexOf(b)),
  }));
}

/** Weeks as runs that do not touch; where a meeting is not held every week, as they are written, because each run begins anew. */
function weeksOf(weeks: Schedule['weeks'], every: number): string[] | null {
  if (weeks === undefined) return null;
  const text = ({ from, to }: { from: number; to: number }) => (from === to ? `${from}` : `${from}-${to}`);
  if (every > 1) return weekRanges(weeks).map(text);
  const runs: { from: number; to: number }[] = [];
  for (const range of weekRanges(weeks).toSorted((a, b) => a.from - b.from)) {
    const last = runs.at(-1);
    if (last && range.from <= last.to + 1) last.to = Math.max(last.to, range.to);
    else runs.push({ ...range });
  }
  return runs.map(text);
}
