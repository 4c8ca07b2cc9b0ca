import { fromDayNumber } from '../../curriculum/calendar-date.ts';
import { weekdayOf } from '../../curriculum/weekday.ts';
import { describeLeaf } from '../describe-leaf.ts';
import type { EpisodeContext } from '../episode-context.ts';
import { compareMeasured } from '../evaluate-criterion.ts';
import { measure } from '../measure.ts';
import type { Plan } from '../plan.ts';
import { type GateLeaf, gateLeaves } from './gate-leaves.ts';

const MOST_LINES = 6;

/** The leaves of a gate that a patient does not meet. */
export function blockingLeaves(plan: Plan, root: number, context: EpisodeContext): GateLeaf[] {
  return gateLeaves(plan, root).filter(
    ({ leaf, wanted }) => truthOf(leaf, context) !== (wanted ? 'satisfied' : 'unsatisfied'),
  );
}

/** What a patient has of a leaf: `16 of 24 sessions of Relapse prevention attended`. */
export function sentenceOf({ leaf, wanted }: GateLeaf, context: EpisodeContext): string {
  const words = describeLeaf(leaf, measure(context, leaf.quantity), truthOf(leaf, context)).sentence;
  return wanted ? words : `not: ${words}`;
}

/** Which patient is meant: `Admitted on Monday 2026-01-05`. */
export function whoOf(admittedOn: number): string {
  const day = weekdayOf(admittedOn);
  return `Admitted on ${day[0]?.toUpperCase()}${day.slice(1)} ${fromDayNumber(admittedOn)}`;
}

/** Tells week by week what a patient reached of some leaves, with at most six weeks told. */
export function weekByWeek(
  plan: Plan,
  leaves: readonly GateLeaf[],
  weeks: readonly EpisodeContext[],
  enteredOn: number,
): string {
  return spread(untilStill(leaves, weeks))
    .map((context) => {
      const week = weekOf(context);
      const reached = leaves.map((leaf) => sentenceOf(leaf, context) + pace(leaf, context, enteredOn));
      return `by week ${week}: ${reached.join('; ') || `no criterion of ${plan.curriculum.title} is open`}`;
    })
    .join('\n');
}

/** The week of a patient's stay, from 1, that a context's day lies in. */
export function weekOf(context: EpisodeContext): number {
  return Math.floor(((context.today ?? 0) - (context.admittedOn ?? 0)) / 7) + 1;
}

function pace({ leaf }: GateLeaf, context: EpisodeContext, enteredOn: number): string {
  if (leaf.quantity.quantity !== 'sum' || leaf.compare !== 'at-least' || leaf.value < 2) return '';
  const since = leaf.leaf.type !== 'stay' && 'since' in leaf.leaf && leaf.leaf.since === 'phase';
  const from = since ? enteredOn : (context.admittedOn ?? enteredOn);
  const weeks = ((context.today ?? from) - from + 1) / 7;
  const found = measure(context, leaf.quantity)?.low ?? 0;
  return weeks < 1 || found === 0 ? '' : `, ${Math.round((found / weeks) * 10) / 10} a week`;
}

function truthOf(leaf: GateLeaf['leaf'], context: EpisodeContext) {
  const measured = measure(context, leaf.quantity);
  return measured === null ? 'unknown' : compareMeasured(measured, leaf.compare, leaf.value);
}

/** The weeks up to the one after which nothing moved any more. */
function untilStill(
  leaves: readonly GateLeaf[],
  weeks: readonly EpisodeContext[],
): readonly EpisodeContext[] {
  const reached = weeks.map((context) => leaves.map((leaf) => sentenceOf(leaf, context)).join());
  const still = reached.indexOf(reached.at(-1) ?? '');
  return weeks.slice(0, Math.max(still, 0) + 1);
}

function spread<T>(items: readonly T[]): T[] {
  if (items.length <= MOST_LINES) return [...items];
  return Array.from(
    { length: MOST_LINES },
    (_, i) => items[Math.round((i * (items.length - 1)) / (MOST_LINES - 1))]!,
  );
}
