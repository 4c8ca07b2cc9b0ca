import type { Command as CliCommand } from 'commander';
import { addExample } from './add-example.ts';
import { cleanText } from './clean-text.ts';
import { curriculumFolders } from './curriculum-folders.ts';
import type { StoreOptions } from './open-store.ts';
import { bold, print, printJson } from './screen.ts';
import { addCurriculaOption } from './store-options.ts';

type DiffOptions = StoreOptions & { readonly json?: boolean };

/** Adds diff. */
export function addDiffCommand(program: CliCommand): void {
  const command = program
    .command('diff <before> <after>')
    .summary('Say how two versions of a curriculum or a pathway differ in meaning')
    .description(
      'Say how two curricula, or two pathways, differ in meaning, one sentence for each difference. Each is an id, an id@version, or a file; a version that the record has is taken from the record.',
    )
    .option('--db <file>', 'the file of the record (default: STEPWELL_DB, or stepwell.db)')
    .option('--json', 'print JSON')
    .action(runDiff);
  addCurriculaOption(command);
  addExample(
    command,
    'stepwell diff matrix-iop matrix-iop-evening',
    'stepwell diff our-iop@1.0.0 our-iop.yaml --json',
    'stepwell diff step-up pathways/step-up.yaml',
  );
}

async function runDiff(before: string, after: string, options: DiffOptions): Promise<void> {
  const [{ loadVersion }, { diffPublications }] = await Promise.all([
    import('./load-version.ts'),
    import('./diff-publications.ts'),
  ]);
  const folders = curriculumFolders(options);
  const was = await loadVersion(before, folders, options);
  const is = await loadVersion(after, folders, options);
  const differences = diffPublications(was, is);
  if (options.json) return printJson(differences);
  const [{ publicationName }] = await Promise.all([import('../../engine/publication.ts')]);
  const [a, b] = [publicationName(was), publicationName(is)];
  print(bold(`${a.id} ${a.version} → ${b.id} ${b.version}`));
  for (const { sentence } of differences) print(`  ${cleanText(sentence)}`);
  if (differences.length === 0) print('  no difference in meaning');
}
