import type { Plan } from '../program/plan.ts';
import type { Behaviour } from './behaviour.ts';
import type { BehaviourModel } from './behaviour-model.ts';
import { CERTAIN, STEPS_PER_LOG_ODDS } from './model-steps.ts';

/** What a compiled term looks at. */
export type CompiledFeature =
  | { readonly of: 'week' | 'weekday' | 'hour' | 'absences' | 'using' | 'clean-weeks' | 'track' | 'phase' }
  | { readonly of: 'counter' | 'monitor' | 'reward'; readonly index: number };

/** A logistic model as whole numbers: the sum of its entries is looked up in the table of thresholds. */
export type CompiledModel = {
  /** By combination of traits, with the reference in it. */
  readonly byType: Int32Array;
  readonly terms: readonly { readonly feature: CompiledFeature; readonly table: Int32Array }[];
};

/** What names in a model refer to. */
export type ModelScope = {
  readonly plan: Plan;
  readonly traits: Behaviour['traits'];
  readonly types: number;
};

/** Compiles a model: log-odds in steps, names as indexes. What the plan does not have adds nothing. */
export function compileModel({ plan, traits, types }: ModelScope, model: BehaviourModel): CompiledModel {
  const reference = steps(Math.log(model.probability / (1 - model.probability)));
  const byType = new Int32Array(types);
  for (let type = 0; type < types; type += 1) {
    let sum = reference;
    let rest = type;
    for (const trait of traits) {
      const level = trait.levels[rest % trait.levels.length];
      rest = Math.floor(rest / trait.levels.length);
      sum += steps(model.traits?.[trait.id]?.[level?.id ?? ''] ?? 0);
    }
    byType[type] = sum;
  }
  const terms: { feature: CompiledFeature; table: Int32Array }[] = [];
  const named = (
    of: 'track' | 'phase',
    ids: readonly string[],
    effects: Record<string, number> | undefined,
  ) => {
    if (effects && ids.some((id) => effects[id]))
      terms.push({ feature: { of }, table: Int32Array.from(ids, (id) => steps(effects[id] ?? 0)) });
  };
  named(
    'track',
    plan.tracks.map(({ id }) => id),
    model.tracks,
  );
  named(
    'phase',
    plan.phases.map(({ id }) => id),
    model.phases,
  );
  for (const [name, logOdds] of Object.entries(model.terms ?? {})) {
    const feature = featureOf(plan, name);
    if (feature && logOdds) terms.push({ feature, table: Int32Array.from(logOdds, steps) });
  }
  for (const [name, trend] of Object.entries(model.trends ?? {})) {
    const feature = featureOf(plan, name);
    if (!feature || !trend) continue;
    const { each = 0, logarithm = 0, upTo } = trend;
    const at = (_: unknown, value: number) => steps(each * value + logarithm * Math.log(1 + value));
    terms.push({ feature, table: Int32Array.from({ length: upTo + 1 }, at) });
  }
  // A term without any effect would cost time in each draw.
  return { byType, terms: terms.filter(({ table }) => table.some((step) => step !== 0)) };
}

function featureOf(plan: Plan, name: string): CompiledFeature | null {
  const [kind, ...rest] = name.split('/');
  const id = rest.join('/');
  if (kind === 'counter') {
    const index = plan.counters.findIndex((counter) => counter.name === id);
    return index < 0 || plan.counters[index]?.kind === 'date' ? null : { of: 'counter', index };
  }
  if (kind === 'monitor') {
    const index = plan.monitors.findIndex((monitor) => monitor.id === id);
    return index < 0 ? null : { of: 'monitor', index };
  }
  if (kind === 'reward') {
    const index = plan.incentives?.findIndex((incentive) => incentive.id === id) ?? -1;
    return index < 0 ? null : { of: 'reward', index };
  }
  return { of: name as 'week' };
}

/** Log-odds as steps; a certainty outweighs all that may be added to it. */
function steps(logOdds: number): number {
  if (logOdds === Number.POSITIVE_INFINITY) return 16 * CERTAIN;
  if (logOdds === Number.NEGATIVE_INFINITY) return -16 * CERTAIN;
  return Math.round(logOdds * STEPS_PER_LOG_ODDS);
}
