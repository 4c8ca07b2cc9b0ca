import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Curriculum } from '../../../src/curriculum/curriculum.ts';
import { proveCurriculum } from '../../../src/program/proof/prove-curriculum.ts';

const root = new URL('../../../', import.meta.url).pathname;
const files = globSync('curricula/*.yaml', { cwd: root });

describe('a curriculum that comes with the package', () => {
  it('exists', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  it.each(files)('%s carries a perfect patient from admission to graduation as published', (file) => {
    const curriculum = Curriculum.parse(parse(readFileSync(`${root}${file}`, 'utf8')));
    const errors = proveCurriculum(curriculum).filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
  });
});
