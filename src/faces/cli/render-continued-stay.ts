import type { Status } from '../../engine/status.ts';
import { cleanText } from './clean-text.ts';
import { renderGate } from './render-gate.ts';
import { bold } from './screen.ts';

/**
 * Draws the criteria of a continued stay and its latest review. No lines where the program has neither; no criteria after the end, when
 * nobody decides on a stay any more.
 */
export function renderContinuedStay({ continuedStay: stay, ended }: Status): string[] {
  if (stay === null) return [];
  const { criteria, last, nextOn } = stay;
  const named = (['continue', 'transfer', 'discharge'] as const).flatMap((outcome) => {
    const explanation = criteria[outcome];
    return explanation === null || ended !== null
      ? []
      : [`  ${outcome}: ${explanation.truth}`, ...renderGate(explanation)];
  });
  const reviewed =
    last === null ? 'not reviewed yet' : `${last.outcome} on ${last.on} by ${cleanText(last.by)}`;
  return [
    `${bold('Continued stay')}  ${reviewed}${nextOn === null ? '' : `; next review ${nextOn}`}`,
    ...named,
  ];
}
