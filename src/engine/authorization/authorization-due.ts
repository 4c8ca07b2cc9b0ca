import { addDays, type CalendarDate, fromDayNumber } from '../../curriculum/calendar-date.ts';
import type { Fold } from '../../program/fold.ts';
import type { DueItem } from '../due-item.ts';
import type { Episode } from '../episode.ts';
import { type AuthorizationStatus, authorizationStatus } from './authorization-status.ts';

/** Work is due so many days before an authorization ends. */
const LEAD_DAYS = 7;

type Shown = AuthorizationStatus['authorizations'][number];

/** The work that authorizations make due: reviews, an end in sight, few units left, and attendance that nothing covers. Pure. */
export function authorizationDue(episode: Episode, fold: Fold): DueItem[] {
  const { today, ended } = fold.snapshot.context;
  if (today === null || ended !== null) return [];
  const asOf = fromDayNumber(today);
  const status = authorizationStatus(episode, fold, asOf);
  if (status === null) return [];
  const done = new Set(
    episode.facts.flatMap(({ fact }) =>
      fact.type === 'TaskCompleted' && fact.on <= asOf ? [fact.task] : [],
    ),
  );
  const all = status.authorizations;
  const items = [...all.flatMap((one) => dueOf(one, all, asOf)), ...uncoveredDue(status)];
  return items.filter(({ item }) => !done.has(item));
}

function dueOf(one: Shown, all: readonly Shown[], asOf: CalendarDate): DueItem[] {
  const others = all.filter(({ fact }) => fact !== one.fact);
  const followed = others.some(({ from, to }) => to > one.to && from <= addDays(one.to, 1));
  const helped = others.some(({ from, to, left }) => from <= asOf && asOf <= to && left.atLeast > 0);
  const named = `authorization by ${one.payer}${one.reference === null ? '' : ` (${one.reference})`}`;
  const id = `authorization/${one.fact}`;
  const left =
    one.left.atLeast === one.left.atMost ? `${one.left.atMost}` : `${one.left.atLeast} to ${one.left.atMost}`;
  const lowOn =
    one.lowOn ??
    (one.unit === 'days' && one.state === 'in-force' ? addDays(asOf, one.left.atMost - one.warnAt) : null);
  const low = one.lowOn === null ? `${one.warnAt}` : left;
  const items: DueItem[] = [];
  if (one.reviewDue !== null && !followed)
    items.push(work(`${id}/review`, one.reviewDue, `Review for the ${named} is due`));
  if (lowOn !== null && lowOn <= one.to && !helped)
    items.push(
      work(`${id}/units`, lowOn, `${low} of ${one.units} ${one.unit} left of the ${named}: ask for more`),
    );
  if (!followed) {
    const title = `The ${named} ends on ${one.to}: ask for more, or plan the end`;
    items.push(work(`${id}/ends`, addDays(one.to, -LEAD_DAYS), title));
  }
  return items;
}

function uncoveredDue({ uncovered }: AuthorizationStatus): DueItem[] {
  const last = uncovered.at(-1);
  if (last === undefined) return [];
  const days = uncovered.length === 1 ? '1 day' : `${uncovered.length} days`;
  return [
    work(
      `authorization/uncovered/${last.on}`,
      last.on,
      `Attended on ${days} beyond what is authorized, the latest ${last.on}: ${last.why}`,
    ),
  ];
}

function work(item: string, dueOn: CalendarDate, title: string): DueItem {
  return { item, kind: 'authorization', dueOn, work: true, title, role: 'counselor' };
}
