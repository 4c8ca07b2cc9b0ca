import { html } from 'hono/html';
import type { Status } from '../../../engine/status.ts';
import { gateList } from '../gate-list.ts';
import type { Html } from '../page.ts';
import { sayDate } from '../say-date.ts';

const OUTCOMES = {
  continue: 'To continue here',
  transfer: 'To move to another level',
  discharge: 'To discharge',
} as const;

/** The criteria by which a stay is reviewed, as they stand now, and the review before; a note where the program names none. */
export function stayCriteria({ continuedStay, asOf }: Status): Html {
  if (continuedStay === null) return html`<p class="soft">The program names no criteria for a review.</p>`;
  const { criteria, last, nextOn } = continuedStay;
  const lists = (['continue', 'transfer', 'discharge'] as const).map((outcome) => {
    const explanation = criteria[outcome];
    return explanation === null ? '' : html`<p><b>${OUTCOMES[outcome]}</b></p>${gateList(explanation, asOf)}`;
  });
  const before =
    last === null
      ? 'No review was held yet'
      : `Reviewed on ${sayDate(last.on, asOf)} by ${last.by}: ${last.outcome}${last.reason === null ? '' : ` (${last.reason})`}`;
  const next = nextOn === null ? '' : `; the next is due on ${sayDate(nextOn, asOf)}`;
  return html`${lists}<p class="soft">${before}${next}.</p>`;
}
