import type { TakeHomeStatus } from '../../engine/take-home-status.ts';
import { cleanText } from './clean-text.ts';
import { bold, faint, open } from './screen.ts';
import { withWeekday } from './with-weekday.ts';

const SUPPLIES_SHOWN = 3;

/** Draws the doses that may be taken home, what can be given today, and the latest supplies. No lines where there are none. */
export function renderTakeHome(takeHome: TakeHomeStatus | null): string[] {
  if (takeHome === null) return [];
  const { medication, text, provisional, mayGive, heldThrough, supplies } = takeHome;
  const more = mayGive === 0 ? open('none can be given today') : `${mayGive} can be given today`;
  const has = heldThrough === null ? '' : `, at home until ${withWeekday(heldThrough)}`;
  const latest = supplies.slice(0, SUPPLIES_SHOWN).map(({ on, doses, from, to, beyond }) => {
    const line = `  ${on}  ${doses} for ${from === to ? from : `${from} to ${to}`}`;
    return beyond ? open(`${line}, beyond the band`) : line;
  });
  return [
    `${bold('Take-home doses')}  ${cleanText(medication)}: ${cleanText(text)}${provisional ? faint(' provisional') : ''}`,
    `  ${more}${has}`,
    ...latest,
  ];
}
