import type { Status } from '../../engine/status.ts';
import { cleanText } from './clean-text.ts';
import { renderGate } from './render-gate.ts';
import { bold, faint } from './screen.ts';
import { withWeekday } from './with-weekday.ts';

/** The levels of care so far and the ways to others, as lines for a counselor; none for a curriculum alone. */
export function renderPathway({ pathway }: Status): string[] {
  if (pathway === null) return [];
  const { stages, moves, maximum } = pathway;
  const course = stages.map(
    ({ title, levelOfCare, from, to }) =>
      `  ${from} to ${to ?? 'now'}  ${cleanText(title)} ${faint(`(${levelOfCare})`)}`,
  );
  const longest =
    maximum === null
      ? []
      : [
          `  longest stay until ${withWeekday(maximum.on)}${maximum.because === null ? '' : faint(` (${maximum.because})`)}`,
        ];
  const ways = moves.flatMap(({ kind, stage, title, binding, open, roles, explanation, eligibility }) => [
    bold(`${KINDS[kind]} to ${cleanText(title)} ${faint(`(${stage})`)}`) +
      (open ? '' : ' is not open yet') +
      (binding || explanation === null ? '' : ', its criteria only advise') +
      (roles.includes('counselor') ? '' : `, decided by a ${roles.map(cleanText).join(' or ')}`),
    ...(explanation === null ? ['  a person decides, with a reason'] : renderGate(explanation)),
    ...(eligibility?.truth === 'unsatisfied'
      ? [`  does not admit: ${cleanText(eligibility.missing ?? '')}`]
      : []),
  ]);
  return [bold('Levels of care'), ...course, ...longest, ...ways];
}

const KINDS = { 'step-down': 'Step-down', 'step-up': 'Step-up', transfer: 'Transfer' } as const;
