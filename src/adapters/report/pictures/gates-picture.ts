import type { GroupResult } from '../../../simulation/results/cohort-result.ts';
import type { Picture } from '../picture.ts';
import { amount, inWords, percent, withInterval } from '../shown.ts';

/** Draws after how many days in a phase patients go on to the next, while leaving treatment competes. */
export function gatesPicture(result: GroupResult): Picture {
  const gates = result.gates.filter(({ curve }) => curve.length > 0);
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
    name: 'gates',
    title: 'How long gates hold patients',
    caption:
      'Of all who entered a phase, the share that has gone on to another phase by each day in it. A curve that stays low lets few through before they leave treatment; the band is the 95 % interval.',
    alternative: gates
      .map(({ phase, passed, medianDays }) => {
        const after = medianDays === null ? '' : `, half of them within ${amount(medianDays.value)} days`;
        return `${percent(passed.value)} of those in ${inWords(phase)} went on${after}.`;
      })
      .join(' '),
    spec: {
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
    },
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
