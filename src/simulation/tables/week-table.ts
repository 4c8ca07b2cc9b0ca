import type { WeekResult } from '../results/week-result.ts';
import type { Table } from './table.ts';

/** The table with one row a week and state: how many were in it at the beginning of the week. */
export function weekTable(weeks: readonly WeekResult[]): Table {
  const cells = weeks.flatMap(({ week, states }) =>
    Object.entries(states).map(([state, patients]) => ({ week, state, patients })),
  );
  return {
    name: 'weeks',
    rows: cells.length,
    columns: [
      {
        name: 'week',
        about: 'week since admission, from 1',
        kind: 'integer',
        data: cells.map((c) => c.week),
      },
      {
        ...{ name: 'state', about: 'phase, on-leave, or how treatment ended', kind: 'text' },
        data: cells.map((c) => c.state),
      },
      {
        name: 'patients',
        about: 'patients in the state',
        kind: 'integer',
        data: cells.map((c) => c.patients),
      },
    ],
  };
}

/** The table with one row a week: sessions and drug tests of those in treatment. */
export function serviceTable(weeks: readonly WeekResult[]): Table {
  const column = (name: string, about: string, of: (week: WeekResult) => number) =>
    ({ name, about, kind: 'integer', data: weeks.map(of) }) as const;
  return {
    name: 'services',
    rows: weeks.length,
    columns: [
      column('week', 'week since admission, from 1', (w) => w.week),
      column('offered', 'sessions offered', (w) => w.offered),
      column('attended', 'sessions attended', (w) => w.attended),
      column('negative', 'negative drug tests', (w) => w.negative),
      column('positive', 'positive drug tests', (w) => w.positive),
      column('missed_tests', 'missed drug tests', (w) => w.missedTests),
    ],
  };
}
