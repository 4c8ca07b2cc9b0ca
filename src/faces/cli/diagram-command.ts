import { type Command as CliCommand, Option } from 'commander';
import { addExample } from './add-example.ts';
import { curriculumFolders } from './curriculum-folders.ts';
import { isFile } from './is-file.ts';
import { loadCurriculum } from './load-curriculum.ts';
import { findPathway } from './load-pathway.ts';
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
    .summary('Draw a curriculum or a pathway')
    .description(
      'Draw a curriculum: phases and gates, monitors, leave and discharge; or a pathway: levels of care, and the moves between them.',
    )
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
      const { id, version, draw } = await drawn(name, options.format, curriculumFolders(options));
      const diagram = draw.trimEnd();
      if (options.json) printJson({ curriculum: id, version, format: options.format, diagram });
      else print(diagram);
    });
  addCurriculaOption(command);
  addExample(
    command,
    'stepwell diagram matrix-iop --format svg > matrix-iop.svg',
    'stepwell diagram my-clinic.yaml --format mermaid',
    'stepwell diagram step-up --format svg > step-up.svg',
  );
}

type Drawn = { readonly id: string; readonly version: string; readonly draw: string };

/** A pathway, or a curriculum, in one of the formats. */
async function drawn(
  name: string,
  format: DiagramOptions['format'],
  folders: readonly string[],
): Promise<Drawn> {
  const { isPathwayFile } = await import('../../curriculum-folder.ts');
  const pathway = isFile(name) && !isPathwayFile(name) ? null : await findPathway(name, folders);
  if (pathway !== null) {
    const [{ compilePathway }, draw] = await Promise.all([
      import('../../program/compile-pathway.ts'),
      drawingOfPathway(format),
    ]);
    return { ...pathway.pathway, draw: draw(compilePathway(pathway)) };
  }
  const curriculum = await loadCurriculum(name, folders);
  const [{ compilePlan }, draw] = await Promise.all([
    import('../../program/compile-plan.ts'),
    drawing(format),
  ]);
  return { ...curriculum, draw: draw(compilePlan(curriculum)) };
}

async function drawingOfPathway(format: DiagramOptions['format']) {
  if (format === 'svg')
    return (await import('../../program/diagram/diagram-pathway-svg.ts')).diagramPathwaySvg;
  if (format === 'xstate') return (await import('../../program/diagram/diagram-xstate.ts')).diagramXstate;
  return (await import('../../program/diagram/diagram-pathway-mermaid.ts')).diagramPathwayMermaid;
}

async function drawing(format: DiagramOptions['format']) {
  if (format === 'svg') return (await import('../../program/diagram/diagram-svg.ts')).diagramSvg;
  if (format === 'xstate') return (await import('../../program/diagram/diagram-xstate.ts')).diagramXstate;
  return (await import('../../program/diagram/diagram-mermaid.ts')).diagramMermaid;
}
