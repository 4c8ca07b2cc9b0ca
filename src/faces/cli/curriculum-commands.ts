import type { Command as CliCommand } from 'commander';
import type { PathwayDocument } from '../../curriculum/pathway/pathway-document.ts';
import { addExample } from './add-example.ts';
import type { FileCheck } from './check-curriculum.ts';
import { cleanText } from './clean-text.ts';
import { CliFailure } from './cli-failure.ts';
import { curriculumFolders } from './curriculum-folders.ts';
import { EXIT } from './exit-codes.ts';
import { oneOf } from './one-of.ts';
import { bad, faint, good, open, print, printJson } from './screen.ts';
import { addCurriculaOption } from './store-options.ts';

type Options = { readonly curricula?: readonly string[]; readonly json?: boolean };

const SCHEMAS = ['curriculum', 'pathway', 'scenario', 'targets'] as const;

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
    .description(
      'Print the JSON Schema of curriculum files, with which an editor completes and checks them; or that of pathways, of scenarios, or of the targets of a fit.',
    )
    .option('--of <what>', 'curriculum, pathway, scenario or targets', oneOf(SCHEMAS), 'curriculum')
    .option('--json', 'print JSON, which it does anyway')
    .action(async ({ of }: { readonly of: string }) => {
      if (of === 'scenario' || of === 'targets') {
        const { simulationJsonSchema } = await import('../../simulation/simulation-json-schema.ts');
        return printJson(simulationJsonSchema(of));
      }
      const { curriculumJsonSchema, pathwayJsonSchema } = await import('../../curriculum/json-schema.ts');
      printJson(of === 'pathway' ? pathwayJsonSchema() : curriculumJsonSchema());
    });
  addExample(
    schema,
    'stepwell schema > curriculum.schema.json',
    'stepwell schema --of pathway > pathway.schema.json',
    'stepwell schema --of targets > targets.schema.json',
  );
  const curricula = program
    .command('curricula')
    .summary('List the curricula and pathways, and which kinds of care they carry')
    .description(
      'List the curricula and pathways of the package and of other folders, and the kinds of care that the package carries: with the files of each, whether they are proved and drawn (found out anew, in some seconds), through which of them tests take a patient, and the pathways that lead to and from them.',
    )
    .option(
      '--of <what>',
      'curricula, pathways or systems alone',
      oneOf(['curricula', 'pathways', 'systems']),
    )
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
  const empty = paths.find((path) => curriculumFiles(path).length + pathwayFiles(path).length === 0);
  if (empty !== undefined)
    throw new CliFailure(EXIT.notFound, 'not-found', `there is no YAML file in ${empty}`);
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

async function runCurricula(options: Options & { readonly of?: string }): Promise<void> {
  const [{ loadCurriculumLibrary }, { renderTable }] = await Promise.all([
    import('../../curriculum-folder.ts'),
    import('./render-table.ts'),
  ]);
  const library = loadCurriculumLibrary(curriculumFolders(options));
  const wants = (what: string) => (options.of ?? (options.json ? 'curricula' : what)) === what;
  const list = wants('curricula') ? await library.list() : [];
  const documents: PathwayDocument[] = [];
  for (const { id, version } of (await library.listPathways?.()) ?? []) {
    const found = await library.findPathway?.(id, version);
    if (found) documents.push(found);
  }
  const pathways = documents.map(({ pathway: { id, version, title, stages } }) => ({
    ...{ id, version, title },
    stages: stages.map((stage) => stage.id),
  }));
  const tables: [string, string[], string[][]][] = [
    ['curricula', ['Curriculum', 'Version', 'Title'], list.map((one) => [one.id, one.version, one.title])],
    [
      'pathways',
      ['Pathway', 'Version', 'Title', 'Stages'],
      pathways.map((one) => [one.id, one.version, one.title, one.stages.join(', ')]),
    ],
  ];
  if (options.json && options.of !== 'systems') return printJson(options.of === 'pathways' ? pathways : list);
  if (!options.json)
    for (const [, head, rows] of tables.filter(([name]) => wants(name)))
      print(`${renderTable(head, rows)}${options.of === undefined ? '\n' : ''}`);
  if (!wants('systems')) return;
  const [{ SYSTEMS_HEAD, systemsTable }, { gatherEvidence }] = await Promise.all([
    import('./systems-table.ts'),
    import('./gather-evidence.ts'),
  ]);
  const systems = systemsTable(await gatherEvidence(library, documents));
  if (options.json) printJson(systems);
  else print(renderTable([...SYSTEMS_HEAD], systems));
}
