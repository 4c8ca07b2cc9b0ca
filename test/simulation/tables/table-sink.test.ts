import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCsvFile } from '../../../src/adapters/csv/csv-file.ts';
import { openParquetFile } from '../../../src/adapters/parquet/parquet-file.ts';
import { openCohortDatabase } from '../../../src/adapters/sqlite/open-cohort-database.ts';
import { patientTable } from '../../../src/simulation/tables/patient-table.ts';
import type { Table, TableSink } from '../../../src/simulation/tables/table.ts';
import { columnsOf, SHAPE } from '../results/hand-made.ts';

type Row = Record<string, string | number | null>;
type Kind = {
  readonly name: string;
  readonly open: (path: string) => TableSink;
  readonly read: (path: string, table: Table) => Promise<Row[]> | Row[];
};

const KINDS: readonly Kind[] = [
  {
    name: 'CSV',
    open: openCsvFile,
    read: (path, { columns }) =>
      parse<Record<string, string>>(readFileSync(path), { columns: true }).map((row) =>
        Object.fromEntries(
          columns.map(({ name, kind }) => [
            name,
            row[name] === '' ? null : kind === 'text' ? row[name]! : Number(row[name]),
          ]),
        ),
      ),
  },
  {
    name: 'Parquet',
    open: openParquetFile,
    read: async (path) => (await parquetReadObjects({ file: await asyncBufferFromFile(path) })) as Row[],
  },
  {
    name: 'SQLite',
    open: openCohortDatabase,
    read: (path, { name }) => {
      const db = new Database(path, { readonly: true });
      try {
        return db.prepare<[], Row>(`SELECT * FROM "${name}"`).all();
      } finally {
        db.close();
      }
    },
  },
];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stepwell-tables-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const table = (numbers: readonly number[], texts: readonly (string | null)[]): Table => ({
  name: 'things',
  rows: numbers.length,
  columns: [
    { name: 'count', about: 'how many', kind: 'integer', data: Int32Array.from(numbers), missing: -1 },
    {
      name: 'size',
      about: 'how large',
      kind: 'number',
      data: numbers.map((n) => (n === -1 ? Number.NaN : n / 3)),
    },
    { name: 'label', about: 'what it is called', kind: 'text', data: texts },
    {
      name: 'kind',
      about: 'its kind',
      kind: 'text',
      data: numbers.map((n) => Math.abs(n) % 2),
      labels: ['even', 'odd'],
    },
  ],
});

describe.each(KINDS)('a file of $name', ({ open, read }) => {
  it('gives back what was written in several parts, with what is missing', async () => {
    const sink = open(join(folder, 'things'));
    sink.write(table([1, -1], ['a "quoted", text', null]));
    sink.write(table([], []));
    sink.write(table([2_000_000], ['two\nlines, é 漢']));
    sink.close();
    expect(await read(join(folder, 'things'), table([], []))).toEqual([
      { count: 1, size: 1 / 3, label: 'a "quoted", text', kind: 'odd' },
      { count: null, size: null, label: null, kind: 'odd' },
      { count: 2_000_000, size: 2_000_000 / 3, label: 'two\nlines, é 漢', kind: 'even' },
    ]);
  });

  it('has one row a patient, by names and not by indexes', async () => {
    const columns = columnsOf(
      [{ end: 'dropped-out', endDay: 12, phases: [0], attended: 3, minutes: 270, group: [1] }],
      500,
    );
    const patients = patientTable(columns, SHAPE);
    const sink = open(join(folder, 'patients'));
    sink.write(patients);
    sink.close();
    const [row] = await read(join(folder, 'patients'), patients);
    expect(row).toMatchObject({
      ...{ patient: 500, severity: 'severe', end: 'dropped-out', end_day: 12, stage: 'iop', phase: 'early' },
      ...{ day_early: 0, day_late: null, days_at_iop: 12, sessions_attended: 3 },
      cost_cents: 3 * 1000 + 27_000 + 12 * 50,
    });
  });

  it('is the same to the byte when it is written again', () => {
    const [first, second] = ['first', 'second'].map((name) => {
      const sink = open(join(folder, name));
      sink.write(table([1, 2, 3], ['a', 'b', null]));
      sink.close();
      return readFileSync(join(folder, name));
    });
    expect(second!.equals(first!)).toBe(true);
  });

  it('replaces a file that was there', async () => {
    for (const texts of [['a', 'b'], ['c']]) {
      const sink = open(join(folder, 'things'));
      sink.write(
        table(
          texts.map((_, i) => i),
          texts,
        ),
      );
      sink.close();
    }
    expect((await read(join(folder, 'things'), table([], []))).map((row) => row['label'])).toEqual(['c']);
  });
});

const WHOLE = [0, 9, -9, 10, -10, 99, 100, 2_147_483_647, -2_147_483_648];

describe.each(KINDS)('typed arrays in a file of $name', ({ open, read }) => {
  it.each([WHOLE.length, 30_000])(
    'are whole numbers and names, each as it was given, %i of them',
    async (rows) => {
      const codes = [Uint8Array, Uint16Array, Int32Array];
      const typed: Table = {
        ...{ name: 'typed', rows },
        columns: [
          {
            ...{ name: 'whole', about: 'never missing', kind: 'integer' },
            data: new Int32Array(rows).map((_, row) => WHOLE[row % WHOLE.length]!),
          },
          {
            ...{ name: 'some', about: 'at times missing', kind: 'integer', missing: -9 },
            data: new Int32Array(rows).map((_, row) => WHOLE[row % WHOLE.length]!),
          },
          ...codes.map((Codes, c) => ({
            ...{
              name: `code_${c}`,
              about: 'a name',
              kind: 'text' as const,
              labels: ['plain', 'a "b", c', 'é 漢'],
            },
            data: new Codes(rows).map((_, row) => row % 3),
          })),
        ],
      };
      const sink = open(join(folder, 'typed'));
      sink.write(typed);
      sink.close();
      const all = await read(join(folder, 'typed'), typed);
      expect(all).toHaveLength(rows);
      for (const [row, cells] of all.entries()) {
        const [whole, label] = [WHOLE[row % WHOLE.length]!, typed.columns[2]!.labels![row % 3]];
        const expected = {
          whole,
          some: whole === -9 ? null : whole,
          code_0: label,
          code_1: label,
          code_2: label,
        };
        if (JSON.stringify(cells) !== JSON.stringify(expected)) expect(cells).toEqual(expected);
      }
    },
  );
});

describe('a CSV file of many rows', () => {
  it('has whole numbers whole where its buffer is full', () => {
    const data = new Int32Array(100_000).map((_, row) => -2_147_483_648 + row);
    const sink = openCsvFile(join(folder, 'long'));
    sink.write({
      ...{ name: 'long', rows: data.length },
      columns: [{ name: 'n', about: 'a number', kind: 'integer', data }],
    });
    sink.close();
    expect(readFileSync(join(folder, 'long'), 'utf8') === `n\n${data.join('\n')}\n`).toBe(true);
  });
});

describe('a Parquet file of many rows', () => {
  it('is written and let go in groups of rows, none of them lost', async () => {
    const path = join(folder, 'things');
    const numbers = Array.from({ length: 20_000 }, (_, i) => i);
    const sink = openParquetFile(path);
    sink.write(table(numbers, numbers.map(String)));
    sink.close();
    const file = await asyncBufferFromFile(path);
    const groups = (await parquetMetadataAsync(file)).row_groups.map(({ num_rows }) => Number(num_rows));
    expect(groups).toEqual([8192, 8192, 3616]);
    const rows = (await parquetReadObjects({ file })) as Row[];
    expect(rows.map(({ count }) => count)).toEqual(numbers);
    expect(rows.map(({ label }) => label)).toEqual(numbers.map(String));
  });
});
