import type { Curriculum } from '../curriculum.ts';
import type { CurriculumPath } from '../curriculum-path.ts';
import type { Incentive } from '../incentive.ts';
import { lastProgramWeek } from '../last-program-week.ts';
import { type StructureIssue, structureError } from '../structure-issue.ts';
import { weekRanges } from '../weeks.ts';

/** Finds rewards that contradict themselves: two amounts for one week, a bowl without draws, a maximum below the start. Pure. */
export function checkIncentives(curriculum: Curriculum): StructureIssue[] {
  return (curriculum.incentives ?? []).flatMap((incentive, i) => {
    const path: CurriculumPath = ['incentives', i];
    return [
      ...checkTiers(incentive, path),
      ...checkWeeks(curriculum, incentive, path),
      ...checkGround(curriculum, incentive, path),
      ...checkPrizes(incentive, path),
    ];
  });
}

function checkTiers({ tiers }: Incentive, path: CurriculumPath): StructureIssue[] {
  return tiers.flatMap(({ first, maximum }, t) =>
    maximum !== undefined && maximum < first
      ? [
          impossible(
            [...path, 'tiers', t, 'maximum'],
            `the maximum (${maximum}) is below the first reward (${first})`,
          ),
        ]
      : [],
  );
}

function checkWeeks(curriculum: Curriculum, { tiers }: Incentive, path: CurriculumPath): StructureIssue[] {
  const last = lastProgramWeek(curriculum);
  const taken = new Set<number>();
  return tiers.flatMap(({ weeks }, t): StructureIssue[] => {
    const ranges = weeks === undefined ? [{ from: 1, to: Math.max(1, last) }] : weekRanges(weeks);
    const own = ranges.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, n) => from + n));
    const twice = own.find((week) => taken.has(week));
    for (const week of own) taken.add(week);
    const place = [...path, 'tiers', t, ...(weeks === undefined ? [] : ['weeks'])];
    if (twice !== undefined)
      return [impossible(place, `week ${twice} has another tier already; give each week one amount`)];
    const late = weeks === undefined || last === 0 ? undefined : own.find((week) => week > last);
    return late === undefined
      ? []
      : [impossible(place, `week ${late} lies after the last week of the program, ${last}`)];
  });
}

function checkGround(curriculum: Curriculum, incentive: Incentive, path: CurriculumPath): StructureIssue[] {
  const { for: ground, reset = [] } = incentive;
  const tests = curriculum.drugTests ?? [];
  if (ground.type === 'negative-test' && tests.length === 0)
    return [impossible([...path, 'for'], 'negative tests are rewarded, and the program gives no drug tests')];
  const absence = ground.type === 'negative-test' ? -1 : reset.indexOf('missed-test');
  return absence < 0 || tests.length > 0
    ? []
    : [impossible([...path, 'reset', absence], 'the program gives no drug tests that could be missed')];
}

function checkPrizes({ pays, prizes }: Incentive, path: CurriculumPath): StructureIssue[] {
  if (pays === 'draws' && prizes === undefined)
    return [impossible([...path, 'pays'], 'draws need prizes; say what is in the bowl')];
  return pays === 'draws' || prizes === undefined
    ? []
    : [impossible([...path, 'prizes'], `prizes are drawn, and this pays ${pays}; write pays: draws`)];
}

function impossible(path: CurriculumPath, message: string): StructureIssue {
  return structureError('incentive-impossible', path, message);
}
