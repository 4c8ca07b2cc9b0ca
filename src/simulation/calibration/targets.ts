import { z } from 'zod';
import { Identifier } from '../../curriculum/identifier.ts';
import { figureInGroup } from '../results/group-figure.ts';
import { nearEnough, Precision, precisionProblem, saysPrecision, standardError } from './precision.ts';
import { PublishedNumber } from './published-number.ts';
import { inOwnUnit, TargetUnit } from './target-unit.ts';

const holdOut = z.boolean().optional().describe('true for what is not fitted, but looked at afterwards');
const of = z
  .record(Identifier, Identifier)
  .refine((group) => Object.keys(group).length === 1, 'write one trait with its level')
  .optional()
  .describe('of the patients with one level of a trait only, as { severity: severe }');

/** A published figure that a simulation is to come to, and how precisely it is known. */
const Target = Precision.extend({
  figure: z
    .union([z.string().min(1), z.array(z.string().min(1)).min(1)])
    .describe(
      'the figure of a cohort that is meant, as discharged.completed or stay.discharged.q25; of several the sum; `stepwell calibrate SCENARIO --list` prints them',
    ),
  of,
  value: PublishedNumber.describe('what was published, as 0.364 or 36.4 %'),
  unit: TargetUnit.optional(),
  holdOut,
  source: z.string().min(1),
}).check(({ value, issues }) => {
  const { low, high } = value;
  const between = low === undefined || high === undefined || (low <= value.value && value.value <= high);
  const problem = precisionProblem(value) ?? (between ? null : 'the value lies outside of low to high');
  if (problem !== null) issues.push({ code: 'custom', message: problem, input: value });
});

/** Points of a published curve: the figures `<curve>.<at>`, with one precision for all points or one each. */
const Curve = Precision.extend({
  curve: z
    .string()
    .min(1)
    .describe('retention by day; retention.week, attendance.week or tests-negative.week by week'),
  of,
  points: z
    .array(Precision.extend({ at: z.int().min(0), value: PublishedNumber }))
    .min(1)
    .max(1000),
  holdOut,
  source: z.string().min(1),
}).check(({ value: curve, issues }) => {
  for (const [index, point] of curve.points.entries()) {
    const problem = precisionProblem({ ...precisionOf(curve), ...precisionOf(point) });
    if (problem !== null)
      issues.push({ code: 'custom', message: problem, input: point, path: ['points', index] });
  }
});

/** A parameter that may move, within another range than the scenario gives it. */
const Fitted = z
  .strictObject({ parameter: z.string().min(1), low: z.number(), high: z.number() })
  .refine(({ low, high }) => low < high, 'low is not below high');

/** What a scenario is fitted to: published figures and curves, and the parameters that may move. */
export const Targets = z
  .strictObject({
    id: Identifier,
    title: z.string().min(1),
    note: z.string().optional(),
    targets: z.array(Target).max(1000).default([]),
    curves: z.array(Curve).max(100).optional(),
    fit: z
      .array(z.union([z.string().min(1), Fitted]))
      .min(1)
      .max(24)
      .optional()
      .describe(
        'names of parameters of the scenario, with ranges of their own or without; with a range also the way to any number, as behaviour.dropOut.probability; all declared parameters unless given',
      ),
    patients: z
      .int()
      .min(100)
      .max(10_000_000)
      .optional()
      .describe('patients for each trial; 8000 unless given'),
  })
  .refine(({ targets, curves = [] }) => targets.length + curves.length > 0, {
    path: ['targets'],
    error: 'there is nothing to fit to: write targets, or curves',
  });
export type Targets = z.infer<typeof Targets>;
/** A published figure with its precision. */
export type Target = z.infer<typeof Target> & { readonly assumedPrecision?: true };

/** A target, and the way to it in its document; `figureAt` is the way to the name of its figure. */
export type PlacedTarget = {
  readonly target: Target;
  readonly path: readonly (string | number)[];
  readonly figureAt: readonly (string | number)[];
};

/** All figures of some targets with their places, those of curves point by point. */
export function placedTargets({ targets, curves = [] }: Targets): PlacedTarget[] {
  const single = targets.map((target, index): PlacedTarget => {
    const path = ['targets', index];
    return { target: completed(target), path, figureAt: [...path, 'figure'] };
  });
  const points = curves.flatMap((curve, c) =>
    curve.points.map(({ at, ...point }, index): PlacedTarget => {
      const target = {
        ...{ ...precisionOf(curve), ...point, figure: `${curve.curve}.${at}`, source: curve.source },
        ...(curve.holdOut === undefined ? {} : { holdOut: curve.holdOut }),
        ...(curve.of === undefined ? {} : { of: curve.of }),
      };
      return {
        target: completed(target),
        path: ['curves', c, 'points', index],
        figureAt: ['curves', c, 'curve'],
      };
    }),
  );
  return [...single, ...points];
}

/** All figures of some targets, those of curves point by point. */
export function targetList(targets: Targets): Target[] {
  return placedTargets(targets).map(({ target }) => target);
}

/** The standard error that a target stands for. */
export function errorOf(target: Target): number {
  return standardError(target.value, target);
}

/** What a target is called: its figure, or the sum of several. */
export function nameOf(target: Target): string {
  return figuresOfTarget(target).join(' + ');
}

/** The names of the figures of which a target is the sum; mostly one. */
export function figuresOfTarget({ figure, of = {} }: Target): string[] {
  const [group] = Object.entries(of);
  return [figure].flat().map((name) => (group === undefined ? name : figureInGroup(name, ...group)));
}

/** A target in the unit of its figure, with a precision where it says none. */
function completed(target: Target): Target {
  const own = inOwnUnit(target);
  if (saysPrecision(own)) return own;
  return { ...own, within: nearEnough([own.figure].flat()[0]!, own.value), assumedPrecision: true };
}

function precisionOf({ se, low, high, n, sd, within }: Precision): Precision {
  const given = Object.entries({ se, low, high, n, sd, within }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given);
}
