import type { Command } from '../../engine/command.ts';
import type { Change, Outcome } from '../../engine/outcome.ts';
import type { Refusal } from '../../engine/refusal.ts';
import { cleanText } from './clean-text.ts';
import { describeEvent } from './describe-event.ts';
import { REFUSAL_ADVICE } from './refusal-advice.ts';
import { renderGate } from './render-gate.ts';
import { bad, faint, good, print, printJson, say } from './screen.ts';
import { VERB_OF } from './verb-of.ts';

/** Prints the answer to a command; a refusal goes to stderr with what to do. Gives whether it was accepted. */
export function printOutcome(command: Command, outcome: Outcome, json: boolean): boolean {
  if (json) printJson(outcome);
  else if (outcome.accepted) printAccepted(outcome);
  else say(renderRefusal(command, outcome.episode, outcome.refusal).join('\n'));
  return outcome.accepted;
}

function printAccepted(outcome: Extract<Outcome, { accepted: true }>): void {
  for (const { version, event } of outcome.events) {
    const number = faint(`event ${version} of ${outcome.episode}, ${event.on}`);
    print(`${good('✓')} ${cleanText(describeEvent(event))}  ${number}`);
  }
  const { changes, closed = [] } = outcome;
  const named = new Set(closed.map(({ item }) => item));
  for (const change of changes)
    if (change.kind !== 'task' || !named.has(`task/${change.id}`)) print(renderChange(change));
  for (const { title, dueOn } of closed) print(`  closed: ${cleanText(title)}  ${faint(`was due ${dueOn}`)}`);
  if (outcome.repeated)
    print(faint('This key was used before: this is the first answer, and nothing was written.'));
}

/** One change as a line: the day and the sentence. */
export function renderChange(change: Change): string {
  return `  ${faint(change.on)} ${cleanText(change.text)}`;
}

/** A refusal as lines for a person: why, the gate that decided, and what to do. */
export function renderRefusal(command: Command, episode: string, refusal: Refusal): string[] {
  const advice = REFUSAL_ADVICE[refusal.code];
  return [
    `${bad('✗')} ${VERB_OF[command.type]} refused: ${cleanText(refusal.message)} ${faint(`[${refusal.code}]`)}`,
    ...(refusal.gate ? renderGate(refusal.gate) : []),
    ...(advice === null ? [] : [`  ${fill(advice, episode, refusal.fact)}`]),
  ];
}

function fill(advice: string, episode: string, fact: number | undefined): string {
  const named = advice.replaceAll('EPISODE', cleanText(episode));
  return fact === undefined ? named : named.replaceAll('FACT', String(fact));
}
