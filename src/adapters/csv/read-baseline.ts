import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { didYouMean } from '../../curriculum/did-you-mean.ts';
import type { Issue } from '../../curriculum/issue.ts';
import type { Scenario } from '../../simulation/scenario/scenario.ts';
import { type CsvField, parseCsv } from './parse-csv.ts';

/** A scenario with the rows of its baseline, or everything that is wrong with that file. */
export type ReadBaseline =
  | { readonly ok: true; readonly value: Scenario }
  | { readonly ok: false; readonly issues: readonly Issue[] };

type Trait = Scenario['behaviour']['traits'][number];
const MOST_ROWS = 65_536;
const MOST_SHOWN = 50;

/**
 * Reads the CSV that a scenario's `cohort.baseline` names, beside the file of the scenario: a row for each real patient, a column
 * for each trait with the id of a level, or a number where the levels have `below`; other columns are left alone. A scenario
 * without one comes back as it is. Reads the disk; does not throw for a file that is missing or wrong.
 */
export function readBaseline(scenarioFile: string, scenario: Scenario): ReadBaseline {
  const { baseline } = scenario.cohort;
  if (baseline === undefined) return { ok: true, value: scenario };
  const file = join(dirname(scenarioFile), baseline);
  const issues: Issue[] = [];
  const report = (code: Issue['code'], message: string, at: { line: number; column: number }, path = '') =>
    issues.push({ code, severity: 'error', message, file, line: at.line, column: at.column, path });
  const start = { line: 1, column: 1 };
  const text = textOf(file);
  if (typeof text !== 'string') {
    report('file-unreadable', `this baseline cannot be read (${text.reason})`, start);
    return { ok: false, issues };
  }
  const { rows, wrong } = parseCsv(text);
  const [head = [], ...patients] = rows;
  if (wrong) report('bad-format', wrong.message, wrong);
  else if (patients.length === 0) report('file-empty', 'this baseline has no row of a patient', start);
  if (patients.length > MOST_ROWS)
    report(
      'out-of-range',
      `a baseline has ${MOST_ROWS} rows at most; take a sample`,
      patients[MOST_ROWS]![0]!,
    );
  const { traits } = scenario.behaviour;
  const names = head.map((field) => field.text.trim());
  const places = traits.map(({ id }) => {
    const place = names.indexOf(id);
    if (place < 0 && head.length > 0)
      report('missing-key', `there is no column for the trait ${id}${meant(id, names)}`, head[0]!);
    return place;
  });
  if (issues.length > 0) return { ok: false, issues };
  const types = patients.map((row) => {
    if (row.length !== head.length)
      report(
        'bad-format',
        `this row has ${row.length} ${row.length === 1 ? 'field' : 'fields'}, and the heading has ${head.length}`,
        row[0]!,
      );
    let [type, stride] = [0, 1];
    for (const [i, trait] of traits.entries()) {
      const field = row[places[i]!];
      const level = field ? levelOf(trait, field) : 0;
      if (typeof level === 'string') report('unknown-value', level, field!, trait.id);
      else type += level * stride;
      stride *= trait.levels.length;
    }
    return type;
  });
  if (issues.length > 0) return { ok: false, issues: shown(issues) };
  return { ok: true, value: { ...scenario, behaviour: { ...scenario.behaviour, baseline: types } } };
}

/** The column that may have been meant; a heading in one piece was separated by something else. */
function meant(id: string, names: readonly string[]): string {
  const separator = names.length === 1 ? /[;\t|]/.exec(names[0]!)?.[0] : undefined;
  if (separator === undefined) return didYouMean(id, names);
  return `: its columns are separated by ${separator === '\t' ? 'tabs' : separator}; write commas`;
}

/** The index of the level that a field says, or what is wrong with it. */
function levelOf({ id, levels }: Trait, { text }: CsvField): number | string {
  const said = text.trim();
  const known = levels.findIndex((level) => level.id === said);
  if (known >= 0) return known;
  const ids = levels.map((level) => level.id);
  if (said === '') return `${id} is missing; write one of ${ids.join(', ')}, or leave the row out`;
  if (levels.every(({ below }) => below === undefined))
    return `${said} is no level of ${id} (${ids.join(', ')})${didYouMean(said, ids)}`;
  const value = Number(said);
  if (!Number.isFinite(value)) return `${said} is no number and no level of ${id} (${ids.join(', ')})`;
  const level = levels.findIndex(({ below = Number.POSITIVE_INFINITY }) => value < below);
  return level >= 0 ? level : `${said} is not below that of any level of ${id}`;
}

function shown(issues: readonly Issue[]): Issue[] {
  const left = issues.length - MOST_SHOWN;
  if (left <= 0) return [...issues];
  const message = `and ${left} more; put these right first`;
  return [...issues.slice(0, MOST_SHOWN), { ...issues[MOST_SHOWN]!, code: 'more-issues', message, path: '' }];
}

function textOf(file: string): string | { readonly reason: string } {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    return { reason: error instanceof TypeError ? 'it is no UTF-8 text' : code };
  }
}
