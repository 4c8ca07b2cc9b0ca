import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Curriculum } from '../../curriculum/curriculum.ts';
import { CliFailure } from './cli-failure.ts';
import { EXIT } from './exit-codes.ts';

/** Loads the curriculum of a file; fails with its problems where it has some. */
export async function loadCurriculum(file: string): Promise<Curriculum> {
  const parsed = Curriculum.safeParse(parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map((issue) => `${file} ${issue.path.join('.')}: ${issue.message}`);
  throw new CliFailure(EXIT.invalidFile, 'invalid-curriculum', issues.join('\n'));
}
