import type { Course } from '../course.ts';
import { mermaidId, mermaidLabel } from './mermaid-label.ts';
import { moveHeading, moveLines } from './pathway/move-words.ts';
import { stagesByLevel } from './pathway/stages-by-level.ts';

/**
 * Draws a pathway as a mermaid `stateDiagram-v2`: the stages from the highest level of care down, each with its curriculum, and the moves
 * with their criteria on the arrows. Pure; the same course gives the same text.
 */
export function diagramPathwayMermaid(course: Course): string {
  const id = (stage: number) => mermaidId('stage', course.stages[stage]?.id ?? '');
  const order = stagesByLevel(course);
  const states = order.map((place) => {
    const { title, plan } = course.stages[place]!;
    const { name, system, level } = plan.levelOfCare;
    const care = system === 'general' ? name : `${name} (${system} ${level})`;
    const lines = [title, care, `${plan.curriculum.id} ${plan.curriculum.version}`];
    return `  state "${lines.map((line) => mermaidLabel(line, 80)).join('<br/>')}" as ${id(place)}`;
  });
  const entries = order.filter((place) => place === 0 || course.stages[place]!.plan.stage?.entry !== false);
  const moves = order.flatMap((place) => {
    const { plan } = course.stages[place]!;
    const ways = plan.stage?.moves ?? [];
    const arrows = ways.map((move) => {
      const label = [moveHeading(move), moveLines(plan, move).join(', and ')].filter((text) => text !== '');
      return `  ${id(place)} --> ${id(move.to)} : ${mermaidLabel(label.join(' '))}`;
    });
    const ends = ways.every(({ kind }) => kind === 'step-up');
    return ends
      ? [...arrows, `  ${id(place)} --> [*] : ${mermaidLabel('ends with its curriculum')}`]
      : arrows;
  });
  return [
    'stateDiagram-v2',
    '  direction TB',
    ...states,
    ...entries.map((place) => `  [*] --> ${id(place)} : admitted${place === 0 ? '' : ' where it is named'}`),
    ...moves,
    '',
  ].join('\n');
}
