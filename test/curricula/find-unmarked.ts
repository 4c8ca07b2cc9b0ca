import type { Curriculum } from '../../src/curriculum/curriculum.ts';

type Node = { title?: unknown; source?: string | string[]; provisional?: boolean };

/**
 * The paths of titles that rest only on sources which were not read at the origin, and that neither bear the mark
 * `provisional` nor stand inside something that bears it.
 */
export function findUnmarked(curriculum: Curriculum): string[] {
  const unmarked: string[] = [];
  const visit = (value: unknown, path: string, inherited: string[], marked: boolean): void => {
    if (Array.isArray(value)) {
      value.forEach((item, index) => {
        visit(item, `${path}.${index}`, inherited, marked);
      });
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const node = value as Node;
    const sources = node.source === undefined ? inherited : [node.source].flat();
    const provisional = marked || node.provisional === true;
    const verified = sources.some((id) =>
      ['verified', 'derived'].includes(curriculum.sources[id]?.certainty ?? ''),
    );
    if (typeof node.title === 'string' && path.includes('sessions') && !provisional && !verified)
      unmarked.push(`${path} ${node.title}`);
    for (const [key, child] of Object.entries(value)) visit(child, `${path}.${key}`, sources, provisional);
  };
  visit(curriculum.tracks, 'tracks', [], false);
  return unmarked;
}
