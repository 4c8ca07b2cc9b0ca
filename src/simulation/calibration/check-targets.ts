import { didYouMean } from '../../curriculum/did-you-mean.ts';
import { isAskedFigure } from '../results/asked-figures.ts';
import type { Figures } from '../results/figures.ts';
import { isShare } from '../results/is-share.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type TargetProblem, TargetProblems } from './target-problems.ts';
import { figuresOfTarget, nameOf, placedTargets, type Target, type Targets } from './targets.ts';

/**
 * Refuses targets that no cohort of a study can be held against. Throws `TargetProblems` with everything that is wrong: figures and
 * parameters that nobody knows, shares that are percentages, days beyond the horizon. `known` are the figures of any cohort of the study.
 */
export function checkTargets(
  targets: Targets,
  known: Figures,
  scenario: Pick<Scenario, 'horizon' | 'parameters'>,
): void {
  const placed = placedTargets(targets);
  const problems = placed.flatMap(({ target, path, figureAt }): TargetProblem[] => {
    const names = figuresOfTarget(target);
    const unknown = names.flatMap((name, index): TargetProblem[] =>
      name in known || isAskedFigure(name)
        ? []
        : [{ message: unknownFigure(name, known), path: placeOfName(target, figureAt, index) }],
    );
    if (unknown.length > 0) return unknown;
    const share = shareProblem(target, names);
    const day = dayProblem(target, names, scenario.horizon.days);
    return [
      ...(share === null ? [] : [{ message: share, path: [...path, 'value'] }]),
      ...(day === null ? [] : [{ message: day, path: figureAt.length > path.length ? figureAt : path }]),
    ];
  });
  for (const [index, one] of (targets.fit ?? []).entries()) {
    const message = parameterProblem(typeof one === 'string' ? one : one.parameter, scenario);
    if (message !== null) problems.push({ message, path: ['fit', index] });
  }
  if (placed.every(({ target }) => target.holdOut === true))
    problems.push({ message: 'every target is held out: there is nothing to fit to', path: ['targets'] });
  const once = new Map(problems.map((one) => [`${one.path.join('.')} ${one.message}`, one]));
  if (once.size > 0) throw new TargetProblems([...once.values()]);
}

function placeOfName({ figure }: Target, figureAt: TargetProblem['path'], index: number) {
  return typeof figure === 'string' ? figureAt : [...figureAt, index];
}

/** Names that are told for any day or week are suggested as well as those that every cohort has. */
function unknownFigure(name: string, known: Figures): string {
  const [, curve] = /^(.*?)\.(\d+)$/.exec(name) ?? [];
  const asked = ['retention', 'attendance.week', 'tests-negative.week'];
  const near = curve === undefined ? '' : didYouMean(curve, asked);
  if (near !== '') return `a cohort has no curve ${curve}${near}`;
  return `a cohort has no figure ${name}${didYouMean(name, Object.keys(known))}`;
}

function parameterProblem(name: string, { parameters = {} }: Pick<Scenario, 'parameters'>): string | null {
  const known = Object.keys(parameters);
  if (known.includes(name)) return null;
  const others = known.length === 0 ? '; it declares none' : `; it declares ${known.join(', ')}`;
  return `the scenario declares no parameter ${name}${didYouMean(name, known) || others}`;
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
  for (const name of names) {
    const day = Number(/^retention\.(\d+)$/.exec(name)?.[1] ?? 0);
    const week = Number(/\.week\.(\d+)$/.exec(name)?.[1] ?? 1);
    if (day > horizonDays || week < 1 || (week - 1) * 7 >= horizonDays)
      return `${name} lies beyond the horizon of ${horizonDays} days: give the scenario a later one`;
    if (name.startsWith('stay.') && value >= horizonDays)
      return `${name} cannot come to ${value} days: patients are followed for ${horizonDays}`;
  }
  return null;
}
