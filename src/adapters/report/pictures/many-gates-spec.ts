import type { GateResult } from '../../../simulation/results/gate-result.ts';
import { PALETTE } from '../draw-chart.ts';
import type { Picture } from '../picture.ts';
import { inWords, percent } from '../shown.ts';

/**
 * Specifies a row for each gate, where there are too many for a curve each: from the day by which a quarter of those who went on had gone on to
 * that of three quarters, a point at the half, and beside it the share that went on.
 */
export function manyGatesSpec(gates: readonly GateResult[]): Picture['spec'] {
  const values = gates.map((gate) => ({
    phase: inWords(gate.phase),
    ...{ from: dayOf(gate, 0.25), half: dayOf(gate, 0.5), to: dayOf(gate, 0.75) },
    passed: `${percent(gate.passed.value, 0)} went on`,
  }));
  const y = {
    ...({ field: 'phase', type: 'nominal', title: null } as const),
    sort: values.map(({ phase }) => phase),
    axis: { labelLimit: 320, grid: true },
  };
  const longest = Math.max(1, ...values.map(({ to }) => to));
  const x = {
    ...({ type: 'quantitative', title: 'Days in the phase' } as const),
    scale: { domain: [0, longest * 1.25], nice: true },
  };
  return {
    width: 420,
    height: { step: 22 },
    data: { values },
    encoding: { y },
    layer: [
      {
        mark: { type: 'rule', strokeWidth: 5, color: PALETTE[4] },
        encoding: { x: { field: 'from', ...x }, x2: { field: 'to' } },
      },
      {
        mark: { type: 'point', filled: true, opacity: 1, size: 60, color: PALETTE[0] },
        encoding: { x: { field: 'half', ...x } },
      },
      {
        mark: { type: 'text', align: 'left', dx: 10, fontSize: 10, color: '#444' },
        encoding: { x: { field: 'to', ...x }, text: { field: 'passed', type: 'nominal' } },
      },
    ],
  };
}

/** The day in a phase by which a share of those who ever went on had gone on. */
function dayOf({ curve }: GateResult, share: number): number {
  const all = curve.at(-1)!.incidence;
  return curve.find(({ incidence }) => incidence >= share * all - 1e-12)!.day;
}
