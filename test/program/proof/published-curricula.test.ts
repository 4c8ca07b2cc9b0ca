import { globSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCurriculumFile } from '../../../src/adapters/yaml/load-curriculum-file.ts';
import { proveCurriculum } from '../../../src/program/proof/prove-curriculum.ts';

const root = new URL('../../../', import.meta.url).pathname;
const files = globSync('curricula/**/*.yaml', { cwd: root })
  .filter((file) => !file.includes('directory') && !file.includes('pathways'))
  .sort();

describe('a curriculum that comes with the package', () => {
  it('exists', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  it.each(files)('%s carries a perfect patient from admission to graduation as published', (file) => {
    const loaded = loadCurriculumFile(`${root}${file}`, { folders: [`${root}curricula`] });
    if (!loaded.ok) throw new Error(loaded.issues.map(({ message }) => message).join('\n'));
    const errors = proveCurriculum(loaded.curriculum).filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
  });
});
