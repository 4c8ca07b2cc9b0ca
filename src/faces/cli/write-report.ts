import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../adapters/report/report-part.ts';
import { makeFolder } from './make-folder.ts';

/**
 * Writes a report into a folder: `report.html`, each picture as SVG (and PNG where asked for) and as its Vega-Lite
 * specification. Gives back a note where no PNG could be made.
 */
export async function writeReport(folder: string, report: Report, png: boolean): Promise<string | null> {
  const [{ drawReport }, { writeHtml }, { standaloneSvg }] = await Promise.all([
    import('../../adapters/report/draw-report.ts'),
    import('../../adapters/report/write-html.ts'),
    import('../../adapters/report/standalone-svg.ts'),
  ]);
  const drawn = await drawReport(report);
  const pictures = join(folder, 'pictures');
  makeFolder(pictures);
  writeFileSync(join(folder, 'report.html'), writeHtml(report, drawn));
  const alone = new Map<string, string>();
  for (const part of report.parts)
    if (part.kind === 'picture') {
      const { name, spec } = part.picture;
      writeFileSync(join(pictures, `${name}.vl.json`), `${JSON.stringify(spec)}\n`);
      alone.set(name, standaloneSvg(drawn.get(name)!, part.picture));
    }
  for (const [name, svg] of alone) writeFileSync(join(pictures, `${name}.svg`), svg);
  return png ? writePngs(pictures, alone) : null;
}

async function writePngs(folder: string, drawn: ReadonlyMap<string, string>): Promise<string | null> {
  const { pngOf } = await import('../../adapters/report/png.ts');
  for (const [name, svg] of drawn) {
    const png = await pngOf(svg);
    if (png === null) return 'no PNG was written: install @resvg/resvg-js beside stepwell';
    writeFileSync(join(folder, `${name}.png`), png);
  }
  return null;
}
