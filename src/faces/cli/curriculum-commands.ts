import type { Command as CliCommand } from 'commander';
import { addExample } from './add-example.ts';
import type { FileCheck } from './check-curriculum.ts';
import { cleanText } from './clean-text.ts';
import { curriculumFolders } from './curriculum-folders.ts';
import { EXIT } from './exit-codes.ts';
import { oneOf } from './one-of.ts';
import { bad, faint, good, open, print, printJson } from './screen.ts';
import { addCurriculaOption } from './store-options.ts';

type Options = { readonly curricula?: readonly string[]; readonly json?: boolean };

/** Adds check, schema and curricula. */
export function addCurriculumCommands(program: CliCommand): void {
  const check = program
    .command('check <files...>')
    .summary('Check curriculum files, and prove that their gates can be met')
    .description(
      'Check curriculum files, or all files of a folder: every problem with its place, and the proofs that a patient who does everything asked gets through.',
    )
    .option('--json', 'print JSON')
    .action(runCheck);
  addCurriculaOption(check);
  addExample(check, 'stepwell check my-clinic.yaml', 'stepwell check curricula --json');
  const schema = program
    .command('schema')
    .summary('Print the JSON Schema of curriculum files, for editors')
    .description('Print the JSON Schema of curriculum files, with which an editor completes and checks them.')
    .option('--of <what>', 'curriculum or pathway', oneOf(['curriculum', 'pathway']), 'curriculum')
    .option('--json', 'print JSON, which it does anyway')
    .action(async ({ of }: { readonly of: string }) => {
      const { curriculumJsonSchema, pathwayJsonSchema } = await import('../../curriculum/json-schema.ts');
      printJson(of === 'pathway' ? pathwayJsonSchema() : curriculumJsonSchema());
    });
  addExample(
    schema,
    'stepwell schema > curriculum.schema.json',
    'stepwell schema --of pathway > pathway.schema.json',
  );
  const curricula = program
    .command('curricula')
    .summary('List the curricula')
    .description('List the curricula of the package, and those of other folders.')
    .option('--json', 'print JSON')
    .action(runCurricula);
  addCurriculaOption(curricula);
  addExample(curricula, 'stepwell curricula', 'stepwell curricula --curricula ./our-curricula --json');
}

async function runCheck(paths: readonly string[], options: Options): Promise<void> {
  const [{ checkCurriculum }, { checkPathwayFile }, { curriculumFiles, isPathwayFile, pathwayFiles }] =
    await Promise.all([
      import('./check-curriculum.ts'),
      import('./check-pathway.ts'),
      import('../../curriculum-folder.ts'),
    ]);
  const files = paths.flatMap((path) => [...curriculumFiles(path), ...pathwayFiles(path)]);
  const checks = files.map((file) => {
    const check = isPathwayFile(file) ? checkPathwayFile : checkCurriculum;
    const found = check(file, curriculumFolders(options));
    if (!options.json) printCheck(found);
    return found;
  });
  if (options.json) printJson(checks);
  if (checks.some(({ ok }) => !ok)) process.exitCode = EXIT.invalidFile;
}

function printCheck({ file, ok, id, version, issues }: FileCheck): void {
  for (const issue of issues) {
    const place = `${cleanText(issue.file)}:${issue.line}:${issue.column}`;
    const code = issue.severity === 'error' ? bad(issue.code) : open(`${issue.code} (warning)`);
    print(`${place} ${code} ${cleanText(issue.message)}`);
    for (const line of issue.counterExample?.split('\n') ?? []) print(faint(`    ${cleanText(line)}`));
  }
  const errors = issues.filter(({ severity }) => severity === 'error').length;
  if (ok) print(`${good('✓')} ${cleanText(file)}: ${id} ${version} is in order`);
  else print(`${bad('✗')} ${cleanText(file)}: ${errors} ${errors === 1 ? 'error' : 'errors'}`);
}

async function runCurricula(options: Options): Promise<void> {
  const { loadCurriculumLibrary } = await import('../../curriculum-folder.ts');
  const list = await loadCurriculumLibrary(curriculumFolders(options)).list();
  if (options.json) return printJson(list);
  const { renderTable } = await import('./render-table.ts');
  print(
    renderTable(
      ['Curriculum', 'Version', 'Title'],
      list.map((one) => [one.id, one.version, one.title]),
    ),
  );
}
