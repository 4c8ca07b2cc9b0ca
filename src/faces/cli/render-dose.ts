import type { DoseStatus } from '../../engine/dose-status.ts';
import { bold, faint, open } from './screen.ts';

const WEEKS_SHOWN = 4;

/** Draws the weekly dose: the rule, the present week and the latest weeks before it. No lines where there is no rule. */
export function renderDose(dose: DoseStatus | null): string[] {
  if (dose === null) return [];
  const mark = dose.provisional ? faint(' provisional') : '';
  const level =
    dose.levelMinutes === null ? '' : faint(` (the level of care asks for ${dose.levelMinutes} minutes)`);
  const past = dose.history
    .slice(0, WEEKS_SHOWN)
    .map(({ from, outcome, minutes, days }) => `${from} ${outcome} (${minutes} min, ${days} d)`);
  const now = dose.week;
  const shown = now === null ? [] : [now.outcome === 'met' ? now.text : open(now.text)];
  return [
    `${bold('Weekly dose')}  ${dose.rule}${level}${mark}`,
    ...shown.map((text) => `  this week  ${text}`),
    ...(past.length === 0 ? [] : [`  before     ${past.join(', ')}`]),
  ];
}
