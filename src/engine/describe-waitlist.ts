import { type CalendarDate, fromDayNumber, toDayNumber } from '../curriculum/calendar-date.ts';
import type { Fold } from '../program/fold.ts';
import { readState } from '../program/read-state.ts';
import { dueItems } from './due-items.ts';
import { dateOf, type Episode } from './episode.ts';
import { peopleOf } from './people.ts';
import { waitingPriority } from './waiting-priority.ts';
import type { WaitlistQuery, WaitlistRow } from './waitlist-row.ts';

/** A patient on a list, with what puts him before or behind another. */
export type Waiting = {
  readonly row: Omit<WaitlistRow, 'position'>;
  readonly order: readonly (string | number)[];
};

/** Where an episode waits as of a day; null where it is on no waitlist. Pure. */
export function waitingOf(episode: Episode, fold: Fold, asOf: CalendarDate): Waiting | null {
  const context = fold.snapshot.context;
  const place = context.waitlist;
  const { referral } = readState(episode.plan, fold.snapshot.value);
  if (place === null || referral === null || referral === 'new') return null;
  const since = fromDayNumber(place.since);
  const facts = episode.facts.flatMap(({ fact }) => (fact.on >= since && fact.on <= asOf ? [fact] : []));
  const next = dueItems(episode, fold).find((item) => item.work);
  const entry = episode.facts.find(({ version }) => version === place.fact)?.fact;
  const recordedAt = episode.records.find(({ version }) => version === place.fact)?.recordedAt ?? '';
  const { program, offer, orderedFrom } = place;
  const { priority, rule: priorityRule, open } = waitingPriority(episode, place, asOf);
  return {
    row: {
      program,
      ...peopleOf(episode, asOf),
      episode: episode.id,
      state: referral,
      since,
      waitingDays: toDayNumber(asOf) - place.since,
      priority,
      priorityRule,
      mayComeBefore: open.map(({ rule }) => rule.id),
      offerUntil: dateOf(offer?.until),
      lastContactOn: dateOf(context.counters[episode.plan.common.lastContact] as number | null),
      interim: {
        contacts: facts.filter((fact) => fact.type === 'ContactRecorded' && fact.reached).length,
        services: facts.filter((fact) => fact.type === 'InterimServiceGiven').length,
      },
      nextDueOn: next?.dueOn ?? null,
      nextDue: next?.title ?? null,
    },
    order: [
      priority ?? Number.POSITIVE_INFINITY,
      orderedFrom,
      orderedFrom === place.since ? (entry?.at ?? LATEST) : LATEST,
      recordedAt,
      episode.id,
    ],
  };
}

/** After every time of day. */
const LATEST = '99:99';

/**
 * Waitlists in order, one for each program and site: by priority, then by day and time of entry; what is still equal goes by
 * the instant of recording. Positions are those on the whole list, whatever the query leaves out. Pure.
 */
export function describeWaitlist(waiting: readonly Waiting[], query: WaitlistQuery = {}): WaitlistRow[] {
  const ordered = [...waiting].sort(
    (a, b) =>
      compare([a.row.program, a.row.site ?? ''], [b.row.program, b.row.site ?? '']) ||
      compare(a.order, b.order),
  );
  const counts = new Map<string, number>();
  const rows = ordered.map(({ row }) => {
    const list = JSON.stringify([row.program, row.site]);
    const position = (counts.get(list) ?? 0) + 1;
    counts.set(list, position);
    return { ...row, position };
  });
  return rows.filter(
    (row) =>
      (query.program === undefined || row.program === query.program) &&
      (query.site === undefined || row.site === query.site) &&
      (query.counselor === undefined || row.counselor === query.counselor) &&
      (query.episode === undefined || row.episode === query.episode),
  );
}

function compare(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  for (const [index, one] of a.entries()) {
    const other = b[index]!;
    if (one !== other) return one < other ? -1 : 1;
  }
  return 0;
}
