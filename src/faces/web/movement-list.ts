import { html } from 'hono/html';
import type { Html } from './page.ts';
import { sayDue } from './say-due.ts';
import { saySentence } from './say-sentence.ts';

const OVER = ': no longer due';

/** What a preview says would change, one sentence a line; what would no longer be due stands in one of them. */
export function movementList(sentences: readonly string[], today: string): Html {
  if (sentences.length === 0) return html`Nothing but the entry itself.`;
  const over = sentences.filter((sentence) => sentence.endsWith(OVER));
  const titles = [...new Set(over.map((sentence) => sayDue(sentence.slice(0, -OVER.length))))];
  return html`<ul>${sentences.filter((sentence) => !over.includes(sentence)).map((sentence) => html`<li>${saySentence(sentence, today)}</li>`)}
    ${titles.length === 0 ? '' : html`<li>No longer due: ${titles.map((title) => saySentence(title, today)).join('; ')}</li>`}</ul>`;
}
