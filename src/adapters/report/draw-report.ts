import { drawChart } from './draw-chart.ts';
import type { Report } from './report-part.ts';

/** Draws every picture of a report as SVG, by its name. */
export async function drawReport(report: Report): Promise<Map<string, string>> {
  const drawn = new Map<string, string>();
  for (const part of report.parts)
    if (part.kind === 'picture') drawn.set(part.picture.name, await drawChart(part.picture.spec));
  return drawn;
}
