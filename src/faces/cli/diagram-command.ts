import { type Command as CliCommand, Option } from 'commander';
import { addExample } from './add-example.ts';
import { curriculumFolders } from './curriculum-folders.ts';
import { loadCurriculum } from './load-curriculum.ts';
import { print, printJson } from './screen.ts';
import { addCurriculaOption } from './store-options.ts';

type DiagramOptions = {
  readonly format: 'mermaid' | 'svg' | 'xstate';
  readonly curricula?: readonly string[];
  readonly json?: boolean;
};

/** Adds diagram. */
export function addDiagramCommand(program: CliCommand): void {
  const command = program
    .command('diagram <curriculum>')
    .summary('Draw a curriculum')
    .description('Draw a curriculum: phases and gates, monitors, leave and discharge.')
    .addOption(
      new Option(
        '--format <format>',
        'mermaid text, an SVG picture, or the XState machine for its visualiser',
      )
        .choices(['mermaid', 'svg', 'xstate'])
        .default('mermaid'),
    )
    .option('--json', 'print the drawing inside JSON')
    .action(async (name: string, options: DiagramOptions) => {
      const curriculum = await loadCurriculum(name, curriculumFolders(options));
      const { compilePlan } = await import('../../program/compile-plan.ts');
      const draw = await drawing(options.format);
      const diagram = draw(compilePlan(curriculum)).trimEnd();
      const { id, version } = curriculum;
      if (options.json) printJson({ curriculum: id, version, format: options.format, diagram });
      else print(diagram);
    });
  addCurriculaOption(command);
  addExample(
    command,
    'stepwell diagram matrix-iop --format svg > matrix-iop.svg',
    'stepwell diagram my-clinic.yaml --format mermaid',
  );
}

async function drawing(format: DiagramOptions['format']) {
  if (format === 'svg') return (await import('../../program/diagram/diagram-svg.ts')).diagramSvg;
  if (format === 'xstate') return (await import('../../program/diagram/diagram-xstate.ts')).diagramXstate;
  return (await import('../../program/diagram/diagram-mermaid.ts')).diagramMermaid;
}
