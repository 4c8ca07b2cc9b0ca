import { didYouMean } from '../../curriculum/did-you-mean.ts';
import { isAskedFigure } from '../results/asked-figures.ts';
import type { Figures } from '../results/figures.ts';
import { bareFigure } from '../results/group-figure.ts';
import { isShare } from '../results/is-share.ts';
import { isQuantileFigure } from '../results/quantile-figures.ts';
import { parameterProblem } from '../scenario/parameter-problem.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { numberAtPath } from '../scenario/set-at-path.ts';
import { type TargetProblem, TargetProblems } from './target-problems.ts';
import { figuresOfTarget, nameOf, placedTargets, type Target, type Targets } from './targets.ts';

/**
 * Refuses targets that no cohort of a study can be held against. Throws `TargetProblems` with everything that is wrong: figures and
 * parameters that nobody knows, shares that are percentages, days beyond the horizon. `known` are the figures of any cohort of the study.
 */
export function checkTargets(
  targets: Targets,
  known: Figures,
  scenario: Pick<Scenario, 'horizon' | 'parameters' | 'behaviour'>,
): void {
  const placed = placedTargets(targets);
  const problems = placed.flatMap(({ target, path, figureAt }): TargetProblem[] => {
    const names = figuresOfTarget(target);
    const unknown = names.flatMap((name, index): TargetProblem[] =>
      isKnown(bareFigure(name), known)
        ? []
        : [{ message: unknownFigure(bareFigure(name), known), path: placeOfName(target, figureAt, index) }],
    );
    if (unknown.length > 0) return unknown;
    const group = groupProblem(target, scenario.behaviour.traits);
    if (group !== null) return [{ message: group, path: [...path, 'of'] }];
    const share = shareProblem(target, names);
    const day = dayProblem(target, names, scenario.horizon.days);
    return [
      ...(share === null ? [] : [{ message: share, path: [...path, 'value'] }]),
      ...(day === null ? [] : [{ message: day, path: figureAt.length > path.length ? figureAt : path }]),
    ];
  });
  for (const [index, one] of (targets.fit ?? []).entries()) {
    const message =
      typeof one === 'string' ? parameterProblem(one, scenario) : placeProblem(one.parameter, scenario);
    if (message !== null) problems.push({ message, path: ['fit', index] });
  }
  if (placed.every(({ target }) => target.holdOut === true))
    problems.push({ message: 'every target is held out: there is nothing to fit to', path: ['targets'] });
  const once = new Map(problems.map((one) => [`${one.path.join('.')} ${one.message}`, one]));
  if (once.size > 0) throw new TargetProblems([...once.values()]);
}

function isKnown(name: string, known: Figures): boolean {
  return name in known || isAskedFigure(name) || isQuantileFigure(name);
}

/** What keeps a figure from being told of a group of patients. */
function groupProblem({ of = {}, figure }: Target, traits: Scenario['behaviour']['traits']): string | null {
  const [trait, level] = Object.entries(of)[0] ?? [];
  if (trait === undefined || level === undefined) return null;
  const known = traits.find(({ id }) => id === trait)?.levels.map(({ id }) => id);
  const ids = traits.map(({ id }) => id);
  if (known === undefined)
    return `the scenario has no trait ${trait}${didYouMean(trait, ids) || `; it has ${ids.join(', ') || 'none'}`}`;
  if (!known.includes(level))
    return `${trait} has no level ${level}${didYouMean(level, known) || `; it has ${known.join(', ')}`}`;
  const whole = [figure].flat().find((name) => /^(clinic\.|(attendance|tests-negative)\.week\.)/.test(name));
  return whole === undefined ? null : `${whole} is told of all patients only, not of a group`;
}

function placeOfName({ figure }: Target, figureAt: TargetProblem['path'], index: number) {
  return typeof figure === 'string' ? figureAt : [...figureAt, index];
}

/** Names that are told for any day or week are suggested as well as those that every cohort has. */
function unknownFigure(name: string, known: Figures): string {
  const [, curve] = /^(.*?)\.(\d+)$/.exec(name) ?? [];
  const asked = ['retention', 'retention.week', 'attendance.week', 'tests-negative.week'];
  const near = curve === undefined ? '' : didYouMean(curve, asked);
  if (near !== '') return `a cohort has no curve ${curve}${near}`;
  return `a cohort has no figure ${name}${didYouMean(name, Object.keys(known))}`;
}

/** A parameter with a range of its own may also be the way to a number of the scenario, or of its curriculum. */
function placeProblem(name: string, scenario: Parameters<typeof parameterProblem>[1]): string | null {
  const unknown = parameterProblem(name, scenario);
  if (unknown === null || /^(gate|curriculum)\./.test(name)) return null;
  if (!name.includes('.')) return unknown;
  try {
    numberAtPath(scenario, name.split('.'));
    return null;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

function shareProblem(target: Target, names: readonly string[]): string | null {
  const { value, n, sd, within } = target;
  const shares = names.filter(isShare).length;
  if (shares > 0 && shares < names.length) return `${nameOf(target)} adds up shares and other figures`;
  if (shares === 0)
    return n !== undefined && sd === undefined
      ? `${nameOf(target)} is no share: beside n write sd, or write se, low and high, or within`
      : null;
  if (value >= 0 && value <= 1)
    return (within ?? 0) >= 1 ? `${nameOf(target)} is a share: within ${within} allows anything` : null;
  return `${nameOf(target)} is a share from 0 to 1, not ${value}${value <= 100 && value > 0 ? `: write ${Number((value / 100).toPrecision(6))} for ${value} %` : ''}`;
}

function dayProblem({ value }: Target, names: readonly string[], horizonDays: number): string | null {
  for (const name of names.map(bareFigure)) {
    const day = Number(/^retention\.(\d+)$/.exec(name)?.[1] ?? 0);
    const week = Number(/\.week\.(\d+)$/.exec(name)?.[1] ?? 1);
    const end = name.startsWith('retention.week.') ? week * 7 : 0;
    if (day > horizonDays || end > horizonDays || week < 1 || (week - 1) * 7 >= horizonDays)
      return `${name} lies beyond the horizon of ${horizonDays} days: give the scenario a later one`;
    if (name.startsWith('stay.') && value >= horizonDays)
      return `${name} cannot come to ${value} days: patients are followed for ${horizonDays}`;
  }
  return null;
}
