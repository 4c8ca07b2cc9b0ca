import fc from 'fast-check';
import { addDays } from '../../src/curriculum/calendar-date.ts';
import type { EpisodeEvent, EpisodeRecord } from '../../src/program/episode-event.ts';
import { compareFacts, type RecordedFact } from '../../src/program/order-facts.ts';
import type { Plan } from '../../src/program/plan.ts';
import { amendFact } from '../../src/program/standing-facts.ts';

/** How one fact gets into a log: at once, entered wrongly and put right, entered twice, or taken out and put back. */
export type Detour = 'plain' | 'wrong-day' | 'wrong-kind' | 'twice' | 'void-voided' | 'amendment-voided';

const DETOURS: readonly Detour[] = [
  'plain',
  'plain',
  'wrong-day',
  'wrong-kind',
  'twice',
  'void-voided',
  'amendment-voided',
];

/** An order of recording with its detours: one number for each fact, read modulo. */
export type Recording = readonly { readonly place: number; readonly detour: Detour; readonly days: number }[];

/** Ways to record up to 400 facts. */
export function recording(): fc.Arbitrary<Recording> {
  const way = fc.record({
    place: fc.nat({ max: 1_000_000 }),
    detour: fc.constantFrom(...DETOURS),
    days: fc.integer({ min: -9, max: 9 }),
  });
  return fc.array(way, { minLength: 60, maxLength: 60, size: 'max' });
}

/** A log in which some facts are recorded in another order and with detours, and which facts its numbers stand for. */
export type OtherLog = {
  readonly records: readonly EpisodeRecord[];
  readonly original: ReadonlyMap<number, number>;
};

/**
 * Records facts in an order of its own. Facts of one day between which only the order of recording decides keep it,
 * for that order is part of what happened.
 */
export function recordOtherwise(plan: Plan, facts: readonly RecordedFact[], ways: Recording): OtherLog {
  const way = (i: number) => ways[i % ways.length]!;
  const shuffled = facts
    .map((fact, i) => ({ fact, i, at: way(i).place + i }))
    .sort((a, b) => a.at - b.at || a.i - b.i);
  const order = keepTies(
    plan,
    shuffled.map(({ fact }) => fact),
  );
  const records: EpisodeRecord[] = [];
  const original = new Map<number, number>([[0, 0]]);
  const push = (event: EpisodeEvent) => {
    const minute = records.length;
    const recordedAt = new Date(Date.UTC(2027, 0, 1) + minute * 60_000).toISOString();
    return records.push({ version: minute + 1, recordedAt, event });
  };
  const correction = { on: '2027-01-01', by: 'counselor-2', reason: 'put right' };
  const later: (() => void)[] = [];
  order.forEach((standing, i) => {
    const { detour, days } = way(i);
    const { fact } = standing;
    const enter = (event: EpisodeEvent) => {
      const version = push(event);
      original.set(version, standing.version);
      return version;
    };
    switch (detour) {
      case 'plain':
        enter(fact);
        break;
      case 'wrong-day': {
        const version = enter({ ...fact, on: addDays(fact.on, days) });
        later.push(() => push({ type: 'Amended', fact: version, change: { on: fact.on }, ...correction }));
        break;
      }
      case 'wrong-kind': {
        const wrong = push({ type: 'UseReported', on: fact.on, by: fact.by });
        later.push(() => push({ type: 'Voided', fact: wrong, ...correction }));
        enter(fact);
        break;
      }
      case 'twice': {
        enter(fact);
        const twin = push(amendFact(fact, { on: addDays(fact.on, days) }));
        later.push(() => push({ type: 'Voided', fact: twin, ...correction }));
        break;
      }
      case 'void-voided': {
        const version = enter(fact);
        const gone = push({ type: 'Voided', fact: version, ...correction });
        later.push(() => push({ type: 'Voided', fact: gone, ...correction }));
        break;
      }
      case 'amendment-voided': {
        const version = enter(fact);
        const change = { on: addDays(fact.on, days) };
        const wrong = push({ type: 'Amended', fact: version, change, ...correction });
        later.push(() => push({ type: 'Voided', fact: wrong, ...correction }));
      }
    }
    if (i % 3 === 0) later.shift()?.();
  });
  for (const put of later) put();
  return { records, original };
}

/** The facts without the reviews that were done: those name the number of another fact, which is another one in another log. */
export function withoutReviews(facts: readonly RecordedFact[]): RecordedFact[] {
  return facts.filter(({ fact }) => fact.type !== 'TaskCompleted' || !fact.task.startsWith('review/'));
}

/** Puts facts that only their numbers tell apart back into the order of their numbers. */
function keepTies(plan: Plan, facts: readonly RecordedFact[]): RecordedFact[] {
  const tied = (a: RecordedFact, b: RecordedFact) =>
    compareFacts(plan, { ...a, version: 0 }, { ...b, version: 0 }) === 0;
  const result = [...facts];
  for (let i = 0; i < result.length; i += 1) {
    for (let j = i + 1; j < result.length; j += 1) {
      const [a, b] = [result[i]!, result[j]!];
      if (tied(a, b) && a.version > b.version) [result[i], result[j]] = [b, a];
    }
  }
  return result;
}

/** Replaces the numbers of facts in what a fold says by those of the log that it was made from. */
export function renumber(said: unknown, original: ReadonlyMap<number, number>): unknown {
  return JSON.parse(
    JSON.stringify(said, (key, value) =>
      key === 'fact' ? (original.get(value as number) ?? `unknown ${value}`) : value,
    ),
  );
}
