import { appendFileSync, cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCurriculumPack } from '../../../src/adapters/yaml/curriculum-pack.ts';
import {
  curriculumFiles,
  loadCurriculumLibrary,
  PACKAGE_CURRICULA,
  packPackageCurricula,
  pathwayFiles,
} from '../../../src/curriculum-folder.ts';
import { temporaryFolder } from '../sqlite/temporary-folder.ts';

describe('the pack of the package’s curricula', () => {
  const { path, remove } = temporaryFolder();
  afterAll(remove);
  const folder = join(path, 'curricula');
  cpSync(PACKAGE_CURRICULA, folder, { recursive: true });
  const file = join(path, 'curricula.pack.json');
  writeFileSync(file, packPackageCurricula());
  const filesOf = () => [...curriculumFiles(folder), ...pathwayFiles(folder)];

  it('gives what the files of YAML give, pathways with their curricula', async () => {
    const pack = readCurriculumPack(file, folder, filesOf());
    const library = loadCurriculumLibrary([]);
    expect(pack?.curricula).toHaveLength(curriculumFiles(folder).length);
    expect(pack?.pathways).toHaveLength(pathwayFiles(folder).length);
    for (const { value } of pack?.curricula ?? [])
      expect(value).toStrictEqual(await library.find(value.id, value.version));
    for (const { value } of pack?.pathways ?? [])
      expect(value).toStrictEqual(await library.findPathway?.(value.pathway.id, value.pathway.version));
  });

  it('does not count where it is damaged or missing', () => {
    const half = join(path, 'half.json');
    writeFileSync(half, packPackageCurricula().slice(0, 1000));
    expect(readCurriculumPack(half, folder, filesOf())).toBeNull();
    expect(readCurriculumPack(join(path, 'none.json'), folder, filesOf())).toBeNull();
  });

  it('does not count when a file is another, or is gone', () => {
    expect(readCurriculumPack(file, folder, filesOf().slice(1))).toBeNull();
    appendFileSync(join(folder, 'matrix-iop.yaml'), '\n');
    expect(readCurriculumPack(file, folder, filesOf())).toBeNull();
  });
});
