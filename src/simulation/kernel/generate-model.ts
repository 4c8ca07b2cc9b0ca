import type { CompiledFeature } from '../compiled-model.ts';
import { counterValue } from './generate-criterion.ts';
import { nextReward } from './generate-incentives.ts';
import type { KernelScope } from './kernel-scope.ts';

/** Tables that the generated code reads, by name. */
export type KernelTables = Map<string, Int32Array>;

/**
 * The expression of a model's threshold, over 2^30, from where the patient stands; `track` names the variable with the index of
 * the track. Puts the tables that it reads into `tables`.
 */
export function generateThreshold(
  scope: KernelScope,
  tables: KernelTables,
  name: string,
  track = '0',
  hour = '0',
): string {
  const model = scope.behaviour.models[name];
  if (!model) return '0';
  const id = tableName(name);
  tables.set(id, model.byType);
  const terms = model.terms.map(({ feature, table }, i) => {
    const own = `${id}_${i}`;
    tables.set(own, table);
    const value = generateFeature(scope, feature, track, hour);
    const last = table.length - 1;
    if (feature.of === 'track' || feature.of === 'phase') return `${own}[${value}]`;
    if (feature.of === 'using' && last >= 1) return `${own}[${value}]`;
    return last === 0 ? `${own}[0]` : `${own}[${value} < ${last} ? ${value} : ${last}]`;
  });
  return `THRESHOLDS[${[`${scope.behaviour.offset}`, `${id}[type]`, ...terms].join(' + ')}]`;
}

/** A model's name as that of a table. */
export function tableName(model: string): string {
  return `M_${model.replaceAll(/[^a-zA-Z0-9]/g, '_')}`;
}

function generateFeature(scope: KernelScope, feature: CompiledFeature, track: string, hour: string): string {
  switch (feature.of) {
    case 'week':
      return 'week';
    case 'weekday':
      return 'wd';
    case 'hour':
      return hour;
    case 'absences':
      return `c${scope.plan.common.absentRun}`;
    case 'using':
      return 'using';
    case 'clean-weeks':
      return 'clean';
    case 'track':
      return track;
    case 'phase':
      return 'phase';
    case 'monitor':
      return `m${feature.index}`;
    case 'reward':
      return nextReward(scope, feature.index);
    case 'counter': {
      const value = counterValue(scope, feature.index);
      return `(${value} > 0 ? ${value} : 0)`;
    }
  }
}
