import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../adapters/report/report-part.ts';
import { makeFolder } from './make-folder.ts';

/**
 * Writes a report into a folder: `report.html`, each picture as SVG (and PNG where asked for) and as its Vega-Lite
 * specification. Gives back a note where no PNG could be made.
 */
export async function writeReport(folder: string, report: Report, png: boolean): Promise<string | null> {
  const [{ drawReport }, { writeHtml }] = await Promise.all([
    import('../../adapters/report/draw-report.ts'),
    import('../../adapters/report/write-html.ts'),
  ]);
  const drawn = await drawReport(report);
  const pictures = join(folder, 'pictures');
  makeFolder(pictures);
  writeFileSync(join(folder, 'report.html'), writeHtml(report, drawn));
  for (const part of report.parts)
    if (part.kind === 'picture')
      writeFileSync(join(pictures, `${part.picture.name}.vl.json`), `${JSON.stringify(part.picture.spec)}\n`);
  for (const [name, svg] of drawn) writeFileSync(join(pictures, `${name}.svg`), svg);
  return png ? writePngs(pictures, drawn) : null;
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
