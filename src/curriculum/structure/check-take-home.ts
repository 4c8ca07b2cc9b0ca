import type { Curriculum } from '../curriculum.ts';
import type { CurriculumPath } from '../curriculum-path.ts';
import { type StructureIssue, structureError } from '../structure-issue.ts';
import type { TakeHomeRule } from '../take-home.ts';

/** Finds rules on doses to take home that contradict themselves: bands that overlap, leave days out or fall, and two rules for one day. Pure. */
export function checkTakeHome({ takeHome, drugTests = [] }: Curriculum): StructureIssue[] {
  if (takeHome === undefined) return [];
  const { rules, reductions = [] } = takeHome;
  return [
    ...checkDuplicateRules(rules),
    ...rules.flatMap((rule, r) => checkBands(rule, ['takeHome', 'rules', r, 'bands'])),
    ...reductions.flatMap(({ after }, i) =>
      drugTests.length === 0 && (after === 'positive-test' || after === 'missed-test')
        ? [
            impossible(
              ['takeHome', 'reductions', i, 'after'],
              `the program gives no drug tests, so none can be ${after === 'positive-test' ? 'positive' : 'missed'}`,
            ),
          ]
        : [],
    ),
  ];
}

function checkDuplicateRules(rules: readonly TakeHomeRule[]): StructureIssue[] {
  return rules.flatMap(({ id, from }, r) => {
    const same = rules.slice(0, r).find((other) => other.from === from);
    if (same === undefined) return [];
    const when = from === undefined ? 'from the beginning' : `from ${from}`;
    return [
      impossible(
        ['takeHome', 'rules', r, ...(from === undefined ? ['id'] : ['from'])],
        `${same.id} and ${id} both hold ${when}; say from which day ${id} holds`,
      ),
    ];
  });
}

function checkBands({ bands }: TakeHomeRule, path: CurriculumPath): StructureIssue[] {
  return bands.flatMap((band, b) => [
    ...checkBand(band, [...path, b]),
    ...checkAfter(bands[b - 1], band, [...path, b]),
  ]);
}

function checkBand({ fromDay, toDay, doses, per }: TakeHomeRule['bands'][number], path: CurriculumPath) {
  const issues: StructureIssue[] = [];
  if (toDay !== undefined && toDay < fromDay)
    issues.push(
      impossible([...path, 'toDay'], `the band ends on day ${toDay}, before its first day ${fromDay}`),
    );
  if (per === 'week' && doses > 7)
    issues.push(
      impossible([...path, 'doses'], `a week has seven days, so ${doses} doses never fit; write per: supply`),
    );
  return issues;
}

function checkAfter(
  before: TakeHomeRule['bands'][number] | undefined,
  { fromDay, doses }: TakeHomeRule['bands'][number],
  path: CurriculumPath,
): StructureIssue[] {
  if (before === undefined)
    return fromDay === 1
      ? []
      : [
          impossible(
            [...path, 'fromDay'],
            `nothing is said of the days before day ${fromDay}; write a band with doses: 0`,
          ),
        ];
  const issues: StructureIssue[] = [];
  const { toDay } = before;
  if (toDay === undefined || fromDay <= toDay) {
    const end = toDay === undefined ? 'has no end' : `goes on to day ${toDay}`;
    issues.push(
      impossible(
        [...path, 'fromDay'],
        `the band before ${end} and overlaps with this one, from day ${fromDay}`,
      ),
    );
  } else if (fromDay > toDay + 1)
    issues.push(
      impossible([...path, 'fromDay'], `no band holds from day ${toDay + 1} to day ${fromDay - 1}`),
    );
  if (doses < before.doses)
    issues.push(
      impossible(
        [...path, 'doses'],
        `the doses fall from ${before.doses} to ${doses} with time in treatment; bands rise`,
      ),
    );
  return issues;
}

function impossible(path: CurriculumPath, message: string): StructureIssue {
  return structureError('take-home-impossible', path, message);
}
