import type { Engine } from '../../engine/engine.ts';
import type { Preview } from '../../engine/preview.ts';
import type { LineReport } from './line-report.ts';
import type { CommandFile } from './read-commands.ts';

type Lines = CommandFile['good'];

/** What commands would do together, with those left out that cannot be asked about, each with its reason. */
export type Tried = {
  readonly preview: Preview;
  readonly asked: Lines;
  readonly conflicts: readonly LineReport[];
};

/**
 * Previews commands together. One that expects another version of its episode would end the whole question, so it is found,
 * reported and left out. Writes nothing.
 */
export async function previewLines(engine: Engine, lines: Lines): Promise<Tried> {
  const conflicts: LineReport[] = [];
  let asked = lines;
  for (;;) {
    const answer = await ask(engine, asked);
    if ('outcomes' in answer) return { preview: answer, asked, conflicts };
    const culprit = asked[await firstFailing(engine, asked)]!;
    const { type, episode } = culprit.command;
    conflicts.push({
      line: culprit.line,
      result: 'refused',
      type,
      ...(episode === undefined ? {} : { episode }),
      ...answer,
    });
    asked = asked.filter((one) => one !== culprit);
  }
}

/** Halves the commands until the first one is found without which those before it can be asked about. */
async function firstFailing(engine: Engine, lines: Lines): Promise<number> {
  let good = 0;
  let bad = lines.length;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if ('outcomes' in (await ask(engine, lines.slice(0, middle)))) good = middle;
    else bad = middle;
  }
  return bad - 1;
}

async function ask(
  engine: Engine,
  lines: Lines,
): Promise<Preview | { readonly code: string; readonly message: string }> {
  try {
    return await engine.preview(lines.map(({ command }) => command));
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    if (code !== 'version-conflict') throw error;
    return { code, message };
  }
}
