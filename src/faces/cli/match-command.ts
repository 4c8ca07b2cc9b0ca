import type { Command as CliCommand } from 'commander';
import { addExample } from './add-example.ts';
import { curriculumFolders } from './curriculum-folders.ts';
import { inOrder } from './in-order.ts';
import { wholeNumber } from './option-values.ts';
import { print, printJson } from './screen.ts';
import { addCurriculaOption } from './store-options.ts';

type MatchOptions = {
  readonly directory: string;
  readonly answers: number;
  readonly curricula?: readonly string[];
  readonly json?: boolean;
};

/** Adds match. */
export function addMatchCommand(program: CliCommand): void {
  const command = program
    .command('match <intake>')
    .summary('Recommend programs of a directory for an intake')
    .description(
      'Recommend programs of a directory for an intake, with reasons for and against each, what is not known, and answers to nine questions. It recommends; a person decides and signs.',
    )
    .requiredOption('--directory <file>', 'the directory of programs, a file of YAML (required)')
    .option('--answers <n>', 'for how many programs the nine questions are answered', wholeNumber, 3)
    .option('--json', 'print JSON')
    .action(runMatch);
  addCurriculaOption(command);
  addExample(
    command,
    'stepwell match intake.yaml --directory programs.yaml',
    'stepwell match intake.yaml --directory programs.yaml --json',
  );
}

async function runMatch(file: string, options: MatchOptions): Promise<void> {
  const [{ loadIntakeFile }, { loadDirectoryFile }, { loadCurriculumLibrary }, { matchPrograms }] =
    await Promise.all([
      import('../../adapters/yaml/load-intake.ts'),
      import('../../adapters/yaml/load-directory.ts'),
      import('../../curriculum-folder.ts'),
      import('../../engine/matching/match-programs.ts'),
    ]);
  const intake = await inOrder(loadIntakeFile(file), file, 'invalid-intake');
  const directory = await inOrder(
    loadDirectoryFile(options.directory),
    options.directory,
    'invalid-directory',
  );
  const library = loadCurriculumLibrary(curriculumFolders(options));
  const named = directory.programs.flatMap(({ curricula }) => (Array.isArray(curricula) ? curricula : []));
  const found = await Promise.all([...new Set(named)].map((id) => library.find(id)));
  const matching = matchPrograms(
    directory,
    intake,
    found.filter((curriculum) => curriculum !== null),
  );
  if (options.json) return printJson(matching);
  const { renderMatching } = await import('./render-matching.ts');
  print(renderMatching(matching, options.answers));
}
