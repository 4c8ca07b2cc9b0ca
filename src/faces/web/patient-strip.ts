import { html } from 'hono/html';
import { MARKS, markOf } from './marks.ts';
import type { Html } from './page.ts';

/** The last meetings of a patient, the latest on the right, as signs with their words; null where they are not known. */
export function patientStrip(
  meetings: readonly { readonly on: string; readonly outcome: string }[] | null,
  count = 8,
): Html {
  if (meetings === null) return html`<span class="soft">meetings not known until the next entry</span>`;
  const last = meetings.slice(-count);
  if (last.length === 0) return html`<span class="soft">no meeting yet</span>`;
  const words = last.map(({ outcome, on }) => `${on} ${MARKS[markOf(outcome)].words}`).join(', ');
  return html`<span class="strip" role="img" aria-label="Last meetings: ${words}">${last.map(
    ({ outcome }) => {
      const mark = markOf(outcome);
      return html`<span class="m-${mark}" aria-hidden="true">${MARKS[mark].sign}</span>`;
    },
  )}</span>`;
}
