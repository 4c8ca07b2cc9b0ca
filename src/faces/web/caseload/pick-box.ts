import { html } from 'hono/html';
import type { Html } from '../page.ts';

/** A box that picks a patient for something that is done for several at once. */
export function pickBox(
  { episode, patient }: { readonly episode: string; readonly patient: string },
  picked: boolean,
): Html {
  return html`<input class="screen" type="checkbox" name="episode" value="${episode}" aria-label="Pick ${patient}" ${picked ? 'checked' : ''}>`;
}
