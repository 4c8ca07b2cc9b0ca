import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { Curriculum } from './curriculum/curriculum.ts';
import { type CurriculumLibrary, createCurriculumLibrary } from './engine/curriculum-library.ts';

/** The folder of curricula that comes with the package. */
export const PACKAGE_CURRICULA = fileURLToPath(new URL('../curricula', import.meta.url));

/** The curricula of the package, with others beside them: values, or folders or files of YAML. */
export function loadCurriculumLibrary(others: readonly (Curriculum | string)[]): CurriculumLibrary {
  return createCurriculumLibrary([...load(PACKAGE_CURRICULA), ...others.flatMap((other) => (typeof other === 'string' ? load(other) : [other]))]);
}

function load(path: string): Curriculum[] {
  if (statSync(path).isFile()) return [Curriculum.parse(parse(readFileSync(path, 'utf8')))];
  return readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => Curriculum.parse(parse(readFileSync(join(path, name), 'utf8'))));
}
