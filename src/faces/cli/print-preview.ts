import type { Command } from '../../engine/command.ts';
import type { Preview } from '../../engine/preview.ts';
import { cleanText } from './clean-text.ts';
import { describeEvent } from './describe-event.ts';
import { renderRefusal } from './print-outcome.ts';
import { bold, faint, good, print, printJson } from './screen.ts';

/** Prints what some commands would do. Gives whether all of them would be accepted. */
export function printPreview(commands: readonly Command[], preview: Preview, json: boolean): boolean {
  const accepted = preview.outcomes.every((outcome) => outcome.accepted);
  if (json) {
    printJson(preview);
    return accepted;
  }
  preview.outcomes.forEach((outcome, i) => {
    if (outcome.accepted) {
      for (const { event } of outcome.events)
        print(`${good('✓')} would be recorded: ${cleanText(describeEvent(event))}  ${faint(event.on)}`);
    } else print(renderRefusal(commands[i] as Command, outcome.episode, outcome.refusal).join('\n'));
  });
  printMovements('What would move in', preview.episodes);
  print(faint('Nothing was written.'));
  return accepted;
}

/** Prints what moves in each episode, a sentence a line. */
export function printMovements(heading: string, episodes: Preview['episodes']): void {
  for (const { episode, movements } of episodes) {
    print(bold(`${heading} ${cleanText(episode)}`));
    for (const movement of movements) print(`  ${cleanText(movement.sentence)}`);
    if (movements.length === 0) print('  nothing else');
  }
}
