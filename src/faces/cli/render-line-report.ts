import { cleanText } from './clean-text.ts';
import type { LineReport } from './line-report.ts';
import { bad, faint, good, open } from './screen.ts';

const MARK: Record<LineReport['result'], string> = {
  accepted: good('accepted'),
  refused: bad('refused'),
  invalid: bad('invalid'),
  failed: bad('failed'),
  'not-tried': open('not tried'),
};

/** Draws the report of a line: where it is, what became of it, the code and the reason. */
export function renderLineReport(file: string, report: LineReport): string {
  const place = `${file === '-' ? 'stdin' : file}:${report.line}${report.column === undefined ? '' : `:${report.column}`}`;
  const result = MARK[report.result];
  const event = report.version === undefined ? undefined : `event ${report.version}`;
  const again = report.repeated ? 'repeated, nothing was written' : undefined;
  const what = [report.type, report.episode, event, again].filter((part) => part !== undefined);
  const why = report.code === undefined ? '' : ` ${report.code}: ${cleanText(report.message ?? '')}`;
  return `${cleanText(place)} ${result}${why}${what.length === 0 ? '' : faint(` (${what.map(cleanText).join(' ')})`)}`;
}
