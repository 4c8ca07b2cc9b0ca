import type { Engine } from '../../../engine/engine.ts';

/** Says the patients of some episodes in a text of the engine, which names episodes, as the clinic knows them. */
export async function sayPatients(
  engine: Engine,
  text: string,
  episodes: readonly string[],
): Promise<string> {
  const words = new Set(text.split(/[^\w-]+/));
  const named = [...new Set(episodes)].filter((episode) => words.has(episode));
  const rows = await Promise.all(named.map((episode) => engine.caseload({ episode, limit: 1 })));
  const names = new Map(rows.flat().map(({ episode, patient }) => [episode, patient]));
  return text.replace(/[\w-]+/g, (word) => names.get(word) ?? word);
}
