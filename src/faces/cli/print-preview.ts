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
  for (const { episode, movements } of preview.episodes) {
    print(bold(`What would move in ${cleanText(episode)}`));
    for (const movement of movements) print(`  ${cleanText(movement.sentence)}`);
    if (movements.length === 0) print('  nothing else');
  }
  print(faint('Nothing was written.'));
  return accepted;
}
