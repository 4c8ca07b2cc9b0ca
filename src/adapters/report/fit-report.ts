import type { Fit } from '../../simulation/calibration/fit.ts';
import { fitCurvePicture } from './pictures/fit-curve-picture.ts';
import { fitPicture } from './pictures/fit-picture.ts';
import type { ReportPart } from './report-part.ts';
import { amount } from './shown.ts';

const VERDICTS = {
  fits: 'The model comes to every fitted figure as closely as its error asks. That does not make it true: other models may come to them as well.',
  'fits-badly':
    'The model does not fit: it was not found to come to all figures within the ranges of its parameters. Its simulations are not to be believed where they depend on what is missed.',
  'fails-held-out':
    'The model comes to the figures that it was fitted to, and not to those that were held out: it was bent, and is not to be believed beyond the fitted figures.',
  'not-determined':
    'There are more parameters than figures: the model comes to the figures, and so do many others.',
} as const;

/** The parts of a report that tell a fit: its verdict, its warnings, figures and parameters. */
export function fitParts(fit: Fit): ReportPart[] {
  const show = (value: number | null) => (value === null ? null : Number(value.toPrecision(4)));
  const curve = fitCurvePicture(fit.figures);
  const verdict = VERDICTS[fit.verdict];
  return [
    fit.verdict === 'fits' ? { kind: 'text', text: verdict } : { kind: 'warning', text: verdict },
    ...fit.warnings.map((text): ReportPart => ({ kind: 'warning', text })),
    { kind: 'picture', picture: fitPicture(fit.figures) },
    ...(curve === null ? [] : [{ kind: 'picture', picture: curve } as const]),
    {
      kind: 'table',
      title: 'Fitted parameters',
      table: {
        headings: [
          'Parameter',
          'Before',
          'Fitted',
          '95 % low',
          '95 % high',
          'Sought from',
          'to',
          'Identifiable',
          'At an end',
        ],
        rows: fit.parameters.map((one) => [
          ...[one.name, show(one.start), show(one.value), show(one.low), show(one.high)],
          ...[
            show(one.range[0]),
            show(one.range[1]),
            one.held ? 'held' : one.moves ? (one.identifiable ? 'yes' : 'no') : 'moves no figure',
            one.atBound ? 'yes' : 'no',
          ],
        ]),
      },
    },
    {
      kind: 'text',
      text: `Squared errors add up to ${amount(fit.chiSquare)} on ${fit.degreesOfFreedom} degrees of freedom. Simulated figures are the means of four cohorts of other patients than those with whom it was fitted.`,
    },
  ];
}
