import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openCsvFile } from '../../../src/adapters/csv/csv-file.ts';
import { carriedFailure, carryFailure } from '../../../src/adapters/workers/carry-failure.ts';
import { openPatientFiles } from '../../../src/faces/cli/patient-files.ts';
import { takeFolder } from '../../../src/faces/cli/take-folder.ts';
import { openWholeFile } from '../../../src/faces/cli/whole-file.ts';
import type { Table } from '../../../src/simulation/tables/table.ts';

const table = (data: readonly (string | null)[]): Table => ({
  ...{ name: 'things', rows: data.length },
  columns: [{ name: 'name', about: 'its name', kind: 'text', data }],
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stepwell-run-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a whole file', () => {
  it('has its name once it is complete, and replaces the one before only then', () => {
    const path = join(folder, 'things.csv');
    writeFileSync(path, 'before');
    const file = openWholeFile(path, openCsvFile);
    file.write(table(['a']));
    expect(readFileSync(path, 'utf8')).toBe('before');
    file.close();
    expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['name\na\n', ['things.csv']]);
  });

  it('leaves nothing behind where writing fails, or where it is dropped', () => {
    const full = openWholeFile(join(folder, 'full.csv'), (path) => ({
      ...openCsvFile(path),
      write: () => {
        throw new Error('no room');
      },
    }));
    expect(() => full.write(table(['a']))).toThrow('no room');
    const dropped = openWholeFile(join(folder, 'dropped.csv'), openCsvFile);
    dropped.write(table(['a']));
    dropped.drop();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('the folder of a run', () => {
  it('is in use while a process runs that took it, and taken over from one that is gone', () => {
    writeFileSync(join(folder, 'running'), `${process.ppid}\n`);
    expect(() => takeFolder(folder)).toThrow(`process ${process.ppid} writes into`);
    writeFileSync(join(folder, 'running'), '4194305\n');
    const leave = takeFolder(folder);
    expect(readFileSync(join(folder, 'running'), 'utf8')).toBe(`${process.pid}\n`);
    leave();
    expect(existsSync(join(folder, 'running'))).toBe(false);
  });

  it('holds no part of the run before once another one begins, and keeps what is no part', () => {
    mkdirSync(join(folder, 'patients'));
    mkdirSync(join(folder, 'events'));
    const old = ['patients/part-00000.parquet', 'patients/part-00001.csv', 'events/part-00000.parquet'];
    for (const name of [...old, 'manifest.json', 'patients/notes.txt', 'notes.txt'])
      writeFileSync(join(folder, name), '');
    const files = openPatientFiles(folder, {});
    files.begin();
    expect(readdirSync(folder, { recursive: true }).sort()).toEqual(
      ['events', 'notes.txt', 'patients', 'patients/notes.txt', 'running'].sort(),
    );
    writeFileSync(join(folder, 'patients/part-00000.parquet'), '');
    writeFileSync(join(folder, 'patients/part-00001.parquet.new'), '');
    files.stop();
    expect(readdirSync(join(folder, 'patients')).sort()).toEqual(['notes.txt', 'part-00000.parquet']);
    expect(existsSync(join(folder, 'running'))).toBe(false);
  });
});

describe('a failure in a thread', () => {
  it('has its code and its file here, too', () => {
    const read = carryFailure((path: string) => readFileSync(path));
    let failure: unknown;
    try {
      read(join(folder, 'nothing'));
    } catch (error) {
      failure = carriedFailure(structuredClone(error));
    }
    expect(failure).toMatchObject({ code: 'ENOENT', path: join(folder, 'nothing') });
  });
});
