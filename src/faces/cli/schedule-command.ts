import { type Command as CliCommand, Option } from 'commander';
import type { Curriculum } from '../../curriculum/curriculum.ts';
import { addExample } from './add-example.ts';
import { checkDate } from './check-moment.ts';
import { CliFailure } from './cli-failure.ts';
import { curriculumFolders } from './curriculum-folders.ts';
import { EXIT } from './exit-codes.ts';
import { loadCurriculum } from './load-curriculum.ts';
import { nameList } from './option-values.ts';
import type { ScheduleRow } from './schedule-row.ts';
import { print, printJson } from './screen.ts';
import { addCurriculaOption } from './store-options.ts';

type ScheduleOptions = {
  readonly start: string;
  readonly with?: readonly string[];
  readonly curricula?: readonly string[];
  readonly json?: boolean;
};

/** Adds schedule. */
export function addScheduleCommand(program: CliCommand): void {
  const command = program
    .command('schedule <curriculum>')
    .summary('Print the dated sessions of a curriculum')
    .description(
      'Print the dated sessions of a curriculum for a patient who is admitted on a day and misses nothing.',
    )
    .requiredOption('--start <date>', 'the day of admission')
    .addOption(new Option('--with <what>', 'also tests, mutual-help').argParser(nameList))
    .option('--json', 'print JSON')
    .action(runSchedule);
  addCurriculaOption(command);
  addExample(
    command,
    'stepwell schedule matrix-iop --start 2026-01-05',
    'stepwell schedule my-clinic.yaml --start 2026-01-05 --with tests,mutual-help --json',
  );
}

async function runSchedule(name: string, options: ScheduleOptions): Promise<void> {
  const start = (await checkDate(options.start, '--start')) as string;
  const wanted = options.with ?? [];
  const unknown = wanted.find((one) => one !== 'tests' && one !== 'mutual-help');
  if (unknown !== undefined) {
    throw new CliFailure(EXIT.usage, 'usage', `--with: ${unknown} is neither tests nor mutual-help`);
  }
  const curriculum = await loadCurriculum(name, curriculumFolders(options));
  const rows = await scheduleRows(curriculum, start, wanted);
  if (options.json) return printJson(rows);
  const { renderSchedule } = await import('./render-schedule.ts');
  print(renderSchedule(curriculum, start, rows));
}

async function scheduleRows(
  curriculum: Curriculum,
  start: string,
  wanted: readonly string[],
): Promise<ScheduleRow[]> {
  const [{ publishedCalendar }, { publishedDrugTests }, { publishedMutualHelp }] = await Promise.all([
    import('../../curriculum/published-calendar.ts'),
    import('../../curriculum/published-drug-tests.ts'),
    import('../../curriculum/published-mutual-help.ts'),
  ]);
  const tests = wanted.includes('tests') ? publishedDrugTests(curriculum, start) : [];
  const help = wanted.includes('mutual-help') ? publishedMutualHelp(curriculum, start) : [];
  const rows: ScheduleRow[] = [
    ...publishedCalendar(curriculum, start),
    ...tests.map((row) => ({ kind: 'drug-test' as const, ...row })),
    ...help.map((row) => ({ kind: 'mutual-help' as const, ...row })),
  ];
  return rows.sort((a, b) => a.week - b.week);
}
