import type { Plan } from '../plan.ts';
import { describePlan } from './svg/describe-plan.ts';
import { drawArrow } from './svg/draw-arrow.ts';
import { BOXES, drawBox } from './svg/draw-box.ts';
import { drawColumnBands } from './svg/draw-column-bands.ts';
import { drawDrugTests } from './svg/draw-drug-tests.ts';
import { drawMonitors } from './svg/draw-monitors.ts';
import { drawPhases } from './svg/draw-phases.ts';
import { drawText } from './svg/draw-text.ts';
import { drawTracks } from './svg/draw-tracks.ts';
import { type PhaseColumn, phaseColumns } from './svg/phase-columns.ts';
import { picture } from './svg/picture.ts';
import { element } from './svg/svg-element.ts';
import { textWidth } from './svg/text-width.ts';

const MARGIN = 24;
const LABELS = 240;

/**
 * Draws a plan as one self-contained SVG: phases from left to right with their gates, tracks as bars over the weeks,
 * monitors as chains beneath. It has a title and a description for those who cannot see it, and needs nothing from outside.
 * Pure; the same plan gives the same picture.
 */
export function diagramSvg(plan: Plan): string {
  const columns = phaseColumns(plan, MARGIN + LABELS);
  const { title, id, version } = plan.curriculum;
  const { name, system, level } = plan.levelOfCare;
  const subtitle = `${id} ${version}, ${name} (${system} ${level})`;
  const width =
    Math.max(
      columns.at(-1)?.right ?? 0,
      MARGIN + Math.max(textWidth(title, 20, true), textWidth(subtitle, 13)),
      MARGIN + LABELS + 520,
    ) + MARGIN;
  const phases = drawPhases(plan, columns, 92);
  const parts = [
    drawText(MARGIN, 40, title, { size: 20, bold: true }),
    drawText(MARGIN, 62, subtitle, { fill: '#45525e' }),
    ...drawLifecycle(plan, columns, phases.boxTop),
    ...phases.svg,
  ];
  let y = 92 + phases.height + 44;
  parts.push(...heading('Tracks', y, width));
  const tracks = drawTracks(plan, columns, MARGIN, LABELS, y + 12);
  const tests = drawDrugTests(plan, columns, MARGIN, LABELS, y + 12 + tracks.height);
  const rows = tracks.height + tests.height;
  parts.push(...drawColumnBands(columns, y - 16, rows + 26), ...tracks.svg, ...tests.svg);
  y += rows + 48;
  if (plan.monitors.length > 0) {
    parts.push(...heading('Monitors', y, width));
    const monitors = drawMonitors(plan, MARGIN, LABELS, width - 2 * MARGIN, y + 16);
    parts.push(...monitors.svg);
    y += monitors.height + 16;
  }
  return picture(title, describePlan(plan), width, y + MARGIN, parts);
}

function heading(text: string, y: number, width: number): string[] {
  return [
    element('path', { d: `M${MARGIN} ${y - 20}H${Math.round(width - MARGIN)}`, stroke: '#d4dae0' }),
    drawText(MARGIN, y, text, { size: 15, bold: true }),
  ];
}

/** Where a patient is before, beside and after the phases. */
function drawLifecycle(plan: Plan, columns: readonly PhaseColumn[], boxTop: number): string[] {
  const box = 150;
  const edge = (columns[0]?.left ?? MARGIN + LABELS) - 14;
  const pill = (y: number, text: string, small: string) => [
    drawBox(MARGIN, y, box, 40, BOXES.outside),
    drawText(MARGIN + box / 2, y + (small === '' ? 25 : 18), text, { bold: true, anchor: 'middle' }),
    ...(small === '' ? [] : [drawText(MARGIN + box / 2, y + 33, small, { size: 11, anchor: 'middle' })]),
  ];
  const maximum = plan.policies.leaveMaximumDays;
  const right = MARGIN + box;
  const [referred, leave, discharged] = [boxTop + 18, boxTop + 92, boxTop + 146];
  return [
    ...pill(referred, 'Referred', ''),
    drawArrow([
      [right, referred + 20],
      [edge + 12, referred + 20],
    ]),
    drawText((right + edge) / 2, referred + 14, 'admitted', { size: 11, anchor: 'middle' }),
    ...pill(leave, 'On leave', maximum === null ? '' : `at most ${maximum} days`),
    drawArrow([
      [edge, leave + 14],
      [right + 1, leave + 14],
    ]),
    drawArrow(
      [
        [right, leave + 28],
        [edge, leave + 28],
      ],
      true,
    ),
    ...pill(discharged, 'Discharged', 'with a reason'),
    drawArrow([
      [edge, discharged + 20],
      [right + 1, discharged + 20],
    ]),
    element('path', {
      d: `M${edge} ${leave}V${discharged + 40}`,
      stroke: '#a8b3bf',
      'stroke-width': 3,
      'stroke-linecap': 'round',
    }),
    drawText(edge - 4, discharged + 56, 'from any phase', { size: 11, anchor: 'end', fill: '#45525e' }),
  ];
}
