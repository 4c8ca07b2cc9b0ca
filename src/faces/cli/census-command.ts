import type { Command as CliCommand } from 'commander';
import type { Census, CensusQuery } from '../../engine/census/census.ts';
import { addExample } from './add-example.ts';
import { oneOf } from './one-of.ts';
import { type StoreOptions, withEngine } from './open-store.ts';
import { open, print, printJson, say } from './screen.ts';
import { addReadOptions } from './store-options.ts';

const FILTERS = ['from', 'to', 'step', 'by', 'site', 'counselor', 'curriculum'] as const;

/** Adds census. */
export function addCensusCommand(program: CliCommand): void {
  const command = program
    .command('census')
    .summary('Count who is in treatment, today or over time')
    .description(
      'Count the patients in treatment by level, phase, site, curriculum or counselor, today or over time, with admissions, ends, completions and days at each level.',
    )
    .option('--from <date>', 'from this day on (today unless given)')
    .option('--to <date>', 'up to this day (today unless given)')
    .option(
      '--step <step>',
      'a line for each day, week (unless given) or month',
      oneOf(['day', 'week', 'month']),
    )
    .option(
      '--by <what>',
      'told apart by level (unless given), phase, site, curriculum or counselor',
      oneOf(['level', 'phase', 'site', 'curriculum', 'counselor']),
    )
    .option('--site <name>', 'only the patients of this site')
    .option('--counselor <name>', 'only those of this counselor')
    .option('--curriculum <id>', 'only those in this curriculum')
    .action(async (options: StoreOptions & CensusQuery & { readonly json?: boolean }) => {
      const given = FILTERS.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]]));
      const { missesCourses } = await import('../../engine/census/misses-courses.ts');
      const census = await withEngine(options, 'read', async (engine) => {
        if (await missesCourses(engine.store))
          say(
            `${open('!')} The record is of an earlier release, and some patients are not counted: run stepwell rebuild once.`,
          );
        return engine.census(Object.fromEntries(given) as CensusQuery);
      });
      return options.json ? printJson(census) : printCensus(census);
    });
  addReadOptions(command);
  addExample(
    command,
    'stepwell census --by phase',
    'stepwell census --from 2026-01-01 --to 2026-06-30 --step month --json',
  );
}

async function printCensus({ groups, points, levels, ends, admitted, completed }: Census): Promise<void> {
  const { renderTable } = await import('./render-table.ts');
  print(
    renderTable(
      ['Day', 'Patients', 'On leave', ...groups, 'Admitted', 'Ended'],
      points.map((p) => [p.on, p.patients, p.onLeave, ...p.counts, p.admitted, p.ended]),
    ),
  );
  if (points.length < 2) return;
  print('');
  print(
    renderTable(
      ['Level', 'Days', 'Patients'],
      levels.map((l) => [l.level, l.days, l.patients]),
    ),
  );
  const ended = ends.map(({ reason, patients }) => `${patients} ${reason}`).join(', ');
  print(`\nadmitted ${admitted}, completed ${completed}; ended: ${ended || 'nobody'}`);
}
