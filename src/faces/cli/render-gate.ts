import type { Explanation } from '../../program/explanation.ts';
import { cleanText } from './clean-text.ts';
import { bad, faint, good, open } from './screen.ts';

const TICK = { satisfied: () => good('✓'), unsatisfied: () => bad('✗'), unknown: () => open('?') };

/**
 * Draws the explanation of a gate as sentences with ticks, one criterion a line: ✓ holds, ✗ does not, ? not known. What does
 * not hold says what is missing and the earliest day on which it could hold.
 */
export function renderGate(gate: Explanation, indent = '  '): string[] {
  const holds = gate.truth === 'satisfied';
  const sentence =
    !holds && (gate.of === undefined || gate.type === 'not') && gate.missing !== null
      ? gate.missing
      : gate.sentence;
  const earliest = !holds && gate.earliest !== null ? faint(`  earliest ${gate.earliest}`) : '';
  // What must not hold is told in its own sentence; below it, what would make it hold would look like something to be done.
  const below = gate.type === 'not' ? [] : (gate.of ?? []);
  const mark = gate.provisional ? open('  provisional') : '';
  return [
    `${indent}${TICK[gate.truth]()} ${cleanText(sentence)}${earliest}${mark}`,
    ...below.flatMap((child) => renderGate(child, `${indent}  `)),
  ];
}
