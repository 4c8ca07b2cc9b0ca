import { clinicFigures } from '../capacity/clinic-figures.ts';
import { simulateClinic } from '../capacity/simulate-clinic.ts';
import type { WeekCounts } from '../patient-columns.ts';
import { addWeeks } from '../results/add-weeks.ts';
import { askedFigures } from '../results/asked-figures.ts';
import { groupResult } from '../results/cohort-result.ts';
import { type Figures, figuresOf } from '../results/figures.ts';
import { figureInGroup, groupFigure } from '../results/group-figure.ts';
import { quantileFigures } from '../results/quantile-figures.ts';
import { Tally } from '../results/tally.ts';
import { type WeekResult, weekResults } from '../results/week-result.ts';
import type { PreparedStudy } from './prepared-study.ts';

/** Patients simulated at once; memory holds so many, whatever the cohort. */
const SHARD = 50_000;

/** The seed and size of a cohort; replication r is the patients from r × patients on. */
export type CohortRun = { readonly seed: number; readonly patients: number; readonly replication?: number };

/**
 * Simulates one replication of a cohort and gives its figures, with those that are asked for by name: of days and weeks, quantiles, and
 * figures of groups as `engagement=low/completed`.
 */
export function runCohortFigures(
  study: PreparedStudy,
  run: CohortRun,
  asked: readonly string[] = [],
): Figures {
  const tally = new Tally(study.shape);
  const groups = groupsIn(study, asked);
  let weeks: WeekCounts | null = null;
  const from = (run.replication ?? 0) * run.patients;
  for (let done = 0; done < run.patients; done += SHARD) {
    const shard = study.run(run.seed, from + done, Math.min(SHARD, run.patients - done));
    tally.add(shard.patients);
    for (const group of groups) group.tally.add(shard.patients, group);
    weeks = weeks === null ? shard.weeks : addWeeks(weeks, shard.weeks);
  }
  const told = weeks === null ? [] : weekResults(weeks);
  const figures = { ...toldOf(tally, told, asked) };
  for (const group of groups) Object.assign(figures, ofGroup(group, toldOf(group.tally, [], group.figures)));
  if (study.clinic === undefined) return figures;
  return { ...figures, ...clinicFigures(simulateClinic(study, study.clinic, run)) };
}

function toldOf(tally: Tally, weeks: readonly WeekResult[], asked: readonly string[]): Figures {
  const result = groupResult(tally);
  return { ...figuresOf(result), ...askedFigures(result, weeks, asked), ...quantileFigures(tally, asked) };
}

/** A group of patients of which figures are asked for: the place of its trait and level, and the figures without the group. */
type Group = {
  readonly name: (figure: string) => string;
  readonly trait: number;
  readonly value: number;
  readonly tally: Tally;
  readonly figures: string[];
};

/** The groups of which figures are asked for; a trait or level that the study does not have is left out. */
function groupsIn(study: PreparedStudy, asked: readonly string[]): Group[] {
  const groups = new Map<string, Group>();
  for (const one of asked) {
    const found = groupFigure(one);
    if (found === null) continue;
    const { trait, level, figure } = found;
    const place = study.shape.groups.findIndex((group) => group.trait === trait);
    const value = study.shape.groups[place]?.values.indexOf(level) ?? -1;
    if (value === -1) continue;
    const key = `${trait}=${level}`;
    const name = (of: string) => figureInGroup(of, trait, level);
    const group = groups.get(key) ?? {
      name,
      trait: place,
      value,
      tally: new Tally(study.shape),
      figures: [],
    };
    group.figures.push(figure);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function ofGroup({ name, figures }: Group, told: Figures): Figures {
  return Object.fromEntries(figures.map((figure) => [name(figure), told[figure] ?? null]));
}
