import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Curriculum } from '../../src/curriculum/curriculum.ts';
import { compilePlan } from '../../src/program/compile-plan.ts';

/** The small program that tests run on, from `test/fixtures/small-iop.yaml`; `change` edits it before it is read. */
export function smallCurriculum(change: (written: Record<string, unknown>) => void = () => {}): Curriculum {
  const written = parse(
    readFileSync(new URL('../fixtures/small-iop.yaml', import.meta.url), 'utf8'),
  ) as Record<string, unknown>;
  change(written);
  return Curriculum.parse(written);
}

/** The plan of the small program. */
export const SMALL_PLAN = compilePlan(smallCurriculum());
