import { didYouMean } from '../../curriculum/did-you-mean.ts';
import { isAskedFigure } from '../results/asked-figures.ts';
import type { Figures } from '../results/figures.ts';
import { isShare } from '../results/is-share.ts';
import { figuresOfTarget, nameOf, type Target } from './targets.ts';

/**
 * Refuses targets that no cohort of a study can be held against. Throws one `RangeError` with everything that is wrong: figures that
 * nobody knows, shares that are percentages, days beyond the horizon. `known` are the figures of any cohort of the study.
 */
export function checkTargets(targets: readonly Target[], known: Figures, horizonDays: number): void {
  const problems = targets.flatMap((target) => {
    const names = figuresOfTarget(target);
    const unknown = names.filter((name) => !(name in known) && !isAskedFigure(name));
    if (unknown.length > 0)
      return unknown.map((name) => `a cohort has no figure ${name}${didYouMean(name, Object.keys(known))}`);
    return [shareProblem(target, names), dayProblem(target, names, horizonDays)].filter(
      (one) => one !== null,
    );
  });
  if (targets.every(({ holdOut }) => holdOut === true))
    problems.push('every target is held out: there is nothing to fit to');
  if (problems.length > 0) throw new RangeError(problems.join('\n'));
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

/** What published figures say against each other, in sentences: no cohort can come to all of them. */
export function contradictions(targets: readonly Target[]): string[] {
  const found: string[] = [];
  const single = targets.filter(({ figure }) => typeof figure === 'string');
  const reasons = targets.filter((target) =>
    figuresOfTarget(target).every((name) => name.startsWith('discharged.')),
  );
  const total = reasons.reduce((sum, { value }) => sum + value, 0);
  if (
    new Set(reasons.flatMap(figuresOfTarget)).size === reasons.flatMap(figuresOfTarget).length &&
    total > 1.02
  )
    found.push(`The shares by reason of discharge add up to ${Number(total.toFixed(3))}, more than all.`);
  for (const [index, { figure, value }] of single.entries()) {
    const other = single.slice(0, index).find((one) => one.figure === figure && one.value !== value);
    if (other !== undefined) found.push(`${figure} is to come to ${other.value} and to ${value}.`);
  }
  const curve = single
    .flatMap(({ figure, value }) => {
      const [, day] = /^retention\.(\d+)$/.exec(`${figure}`) ?? [];
      return day === undefined ? [] : [{ day: Number(day), value }];
    })
    .sort((a, b) => a.day - b.day);
  for (const [index, { day, value }] of curve.entries()) {
    const before = curve[index - 1];
    if (before !== undefined && before.day < day && before.value < value)
      found.push(
        `Retention is to rise from day ${before.day} to day ${day}: nobody comes back into a curve of retention.`,
      );
  }
  return found;
}
