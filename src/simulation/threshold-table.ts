import type { CompiledModel } from './compiled-model.ts';
import { CERTAIN, STEPS_PER_LOG_ODDS } from './model-steps.ts';

/** A draw has thirty bits; a threshold of this much is certain. */
export const THRESHOLD_ONE = 2 ** 30;

/** The thresholds of all sums of log-odds that some models can come to: `table[offset + sum]`, of thirty bits. */
export function thresholdTable(models: readonly CompiledModel[]): { table: Int32Array; offset: number } {
  const most = Math.max(CERTAIN, ...models.map(largestSum));
  const table = new Int32Array(2 * most + 1);
  for (let sum = -most; sum <= most; sum += 1) {
    const certain = sum >= CERTAIN ? 1 : sum <= -CERTAIN ? 0 : null;
    const probability = certain ?? 1 / (1 + Math.exp(-sum / STEPS_PER_LOG_ODDS));
    table[most + sum] = Math.round(probability * THRESHOLD_ONE);
  }
  return { table, offset: most };
}

function largestSum(model: CompiledModel): number {
  const of = (numbers: Int32Array) => numbers.reduce((most, n) => Math.max(most, Math.abs(n)), 0);
  return of(model.byType) + model.terms.reduce((sum, { table }) => sum + of(table), 0);
}
