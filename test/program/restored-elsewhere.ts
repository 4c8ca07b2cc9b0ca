import { readFileSync } from 'node:fs';
import { toDayNumber } from '../../src/curriculum/calendar-date.ts';
import { foldAsOf, tellFact } from '../../src/program/fold.ts';
import type { StandingFact } from '../../src/program/order-facts.ts';
import { restoreFold } from '../../src/program/persist-fold.ts';
import { SMALL_PLAN } from '../generators/small-curriculum.ts';
import { told } from '../generators/told.ts';

type Job = { readonly kept: unknown; readonly rest: readonly StandingFact[]; readonly today: string };

/** A process of its own: takes up kept folds from a file, tells them the rest, and prints what they say then. */
const jobs = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Job[];
const said = jobs.map(({ kept, rest, today }) => {
  let fold = restoreFold(SMALL_PLAN, kept);
  if (fold === null) throw new Error('the fold was made by another plan');
  for (const fact of rest) if (fact.fact.on <= today) fold = tellFact(SMALL_PLAN, fold, fact);
  return told(foldAsOf(SMALL_PLAN, fold, toDayNumber(today)));
});
process.stdout.write(JSON.stringify(said));
