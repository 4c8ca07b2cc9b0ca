import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadCurriculaFolder } from '../../../src/adapters/yaml/load-curricula-folder.ts';
import { loadCurriculumFile } from '../../../src/adapters/yaml/load-curriculum-file.ts';
import { formatIssue } from '../../../src/curriculum/issue.ts';
import { EVENING_CLINIC } from '../../curriculum/fixtures/evening-clinic.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stepwell-yaml-'));
  mkdirSync(join(folder, 'site'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const site = (base: string, id = 'site') => `extends: ${base}\nid: ${id}\nversion: 1.0.0\ntitle: Site\n`;

describe('loadCurriculumFile', () => {
  it('finds a base by its path, beside the file that names it', () => {
    write('evening-clinic.yaml', EVENING_CLINIC);
    expect(loadCurriculumFile(write('site/here.yaml', site('../evening-clinic.yaml')))).toMatchObject({
      ok: true,
    });
    expect(loadCurriculumFile(write('site/wrong.yaml', site('./evening-clinic.yaml')))).toMatchObject({
      ok: false,
    });
  });

  it('finds a base by its id, in its own folder and then in others', () => {
    write('evening-clinic.yaml', EVENING_CLINIC);
    expect(loadCurriculumFile(write('beside.yaml', site('evening-clinic'))).ok).toBe(true);
    const below = write('site/below.yaml', site('evening-clinic'));
    expect(loadCurriculumFile(below).issues.map(({ code }) => code)).toEqual(['base-not-found']);
    expect(loadCurriculumFile(below, { folders: [folder] }).ok).toBe(true);
    // A site's file may bear the name of what it extends.
    const same = write('site/evening-clinic.yaml', site('evening-clinic'));
    expect(loadCurriculumFile(same, { folders: [folder] }).ok).toBe(true);
  });

  it.each([
    ['is missing', undefined, 'ENOENT'],
    ['is no text', new Uint8Array([0xff, 0xfe, 0x00]), 'no UTF-8 text'],
  ])('tells that a file %s', (_, content, reason) => {
    const path = content === undefined ? join(folder, 'none.yaml') : write('bytes.yaml', content);
    const { ok, issues } = loadCurriculumFile(path);
    expect(ok).toBe(false);
    expect(formatIssue(issues[0]!)).toBe(
      `${path}:1:1 file-unreadable this file cannot be read (${reason === 'ENOENT' ? reason : `it is ${reason}`})`,
    );
  });

  it('tells that a file is a folder, or too large to be read', () => {
    expect(loadCurriculumFile(folder).issues[0]?.code).toBe('file-unreadable');
    expect(loadCurriculumFile(write('large.yaml', 'x'.repeat(5_000_000))).issues[0]?.code).toBe(
      'file-too-large',
    );
  });
});

describe('loadCurriculaFolder', () => {
  it('gives the curricula that are in order and the issues of the others', () => {
    write('a.yaml', EVENING_CLINIC);
    const path = write('b.yaml', 'id: b');
    write('notes.txt', 'not read');
    const loaded = loadCurriculaFolder(folder);
    expect(loaded.ok).toBe(false);
    expect(loaded.curricula.map(({ curriculum }) => curriculum.id)).toEqual(['evening-clinic']);
    expect(new Set(loaded.issues.map(({ file }) => file))).toEqual(new Set([path]));
  });

  it('reports the second of two files with the same id and version', () => {
    const first = write('a.yaml', EVENING_CLINIC);
    const second = write('b.yaml', EVENING_CLINIC);
    const { ok, issues } = loadCurriculaFolder(folder);
    expect(ok).toBe(false);
    expect(issues).toMatchObject([
      { code: 'duplicate-curriculum', file: second, line: 1, column: 5, path: 'id' },
    ]);
    expect(issues[0]?.message).toContain(first);
  });

  it('tells that a folder is missing', () => {
    expect(loadCurriculaFolder(join(folder, 'none')).issues).toMatchObject([{ code: 'file-unreadable' }]);
  });
});
