import type { GroupResult } from '../../../simulation/results/cohort-result.ts';
import type { GateResult } from '../../../simulation/results/gate-result.ts';
import type { Picture } from '../picture.ts';
import { amount, inWords, percent, withInterval } from '../shown.ts';
import { manyGatesSpec } from './many-gates-spec.ts';

/** More curves than this cannot be told apart. */
const CURVES = 7;

/** Draws after how many days in a phase patients go on to the next, while leaving treatment competes. */
export function gatesPicture(result: GroupResult): Picture {
  const gates = result.gates.filter(({ curve }) => curve.length > 0);
  const many = gates.length > CURVES;
  return {
    name: 'gates',
    title: 'How long gates hold patients',
    caption: many
      ? 'Of those who went on from a phase to another: the bar goes from the day by which a quarter had gone on to that of three quarters, the point is the half. Beside it, how many of all who entered went on before they left treatment.'
      : 'Of all who entered a phase, the share that has gone on to another phase by each day in it. A curve that stays low lets few through before they leave treatment; the band is the 95 % interval.',
    alternative: (many ? extremes(gates) : gates).map(sentence).join(' '),
    spec: many ? manyGatesSpec(gates) : curvesSpec(gates),
    table: {
      headings: [
        'Phase',
        'Entered',
        'Went on',
        'Median days of those',
        'A quarter had gone on by',
        'Half had gone on by',
      ],
      rows: result.gates.map(({ phase, entered, passed, medianDays, daysFor }) => [
        ...[inWords(phase), entered, withInterval(passed, percent), withInterval(medianDays, amount)],
        ...[daysFor.quarter === null ? null : `day ${daysFor.quarter}`],
        ...[daysFor.half === null ? null : `day ${daysFor.half}`],
      ]),
    },
  };
}

function sentence({ phase, passed, medianDays }: GateResult): string {
  const after = medianDays === null ? '' : `, half of them within ${amount(medianDays.value)} days`;
  return `${percent(passed.value)} of those in ${inWords(phase)} went on${after}.`;
}

/** Of many gates those that hold longest, and the one that lets fewest through. */
function extremes(gates: readonly GateResult[]): GateResult[] {
  const days = ({ medianDays }: GateResult) => medianDays?.value ?? 0;
  const slow = [...gates].sort((a, b) => days(b) - days(a)).slice(0, 3);
  const [narrow] = [...gates].sort((a, b) => a.passed.value - b.passed.value);
  return [...new Set([...slow, narrow!])];
}

/** Specifies a curve for each gate: the share that has gone on by each day in the phase. */
function curvesSpec(gates: readonly GateResult[]): Picture['spec'] {
  const longest = Math.max(1, ...gates.map(({ curve }) => curve.at(-1)!.day));
  const values = gates.flatMap(({ phase, curve }) => {
    const steps = curve.map(({ day, incidence, low, high }) => ({ day, incidence, low, high }));
    const last = steps.at(-1)!;
    const zero = { day: 0, incidence: 0, low: 0, high: 0 };
    return [...(steps[0]!.day === 0 ? [] : [zero]), ...steps, { ...last, day: longest }].map((step) => ({
      ...step,
      phase: inWords(phase),
    }));
  });
  const x = {
    ...({ field: 'day', type: 'quantitative', title: 'Days in the phase' } as const),
    scale: { domain: [0, longest], nice: false },
  };
  const share = {
    type: 'quantitative',
    axis: { format: '.0%' },
    scale: { domain: [0, 1] as number[] },
  } as const;
  const color = {
    ...({ field: 'phase', type: 'nominal', sort: gates.map(({ phase }) => inWords(phase)) } as const),
    legend: { title: 'Gate out of', orient: 'bottom' as const, columns: 3 },
  };
  return {
    width: 640,
    height: 280,
    data: { values },
    layer: [
      {
        mark: { type: 'area', interpolate: 'step-after', opacity: 0.18 },
        encoding: { x, y: { field: 'low', title: 'Went on', ...share }, y2: { field: 'high' }, color },
      },
      {
        mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2 },
        encoding: { x, y: { field: 'incidence', title: 'Went on', ...share }, color },
      },
    ],
  };
}
