import { html } from 'hono/html';
import type { Explanation } from '../../program/explanation.ts';
import type { Html } from './page.ts';
import { sayDate } from './say-date.ts';

const TRUTHS = {
  satisfied: { sign: '✓', words: 'holds', kind: 'good' },
  unsatisfied: { sign: '✗', words: 'does not hold yet', kind: 'bad' },
  unknown: { sign: '?', words: 'not known', kind: 'warn' },
} as const;

/** A gate as sentences, one criterion a line: whether it holds, what is missing, and when it could hold at the earliest. */
export function gateList(explanation: Explanation, today: string): Html {
  return html`<ul class="gate">${line(explanation, today)}</ul>`;
}

function line({ truth, sentence, missing, earliest, provisional, of }: Explanation, today: string): Html {
  const { sign, words, kind } = TRUTHS[truth];
  const more = truth === 'satisfied' || of !== undefined || missing === null ? '' : `: ${missing}`;
  return html`<li><span class="mark ${kind}" role="img" aria-label="${words}">${sign}</span>${sentence}${more}${
    truth !== 'satisfied' && earliest !== null
      ? html` <small>at the earliest ${sayDate(earliest, today)}</small>`
      : ''
  }${provisional ? html` <small>(provisional)</small>` : ''}${
    of === undefined ? '' : html`<ul class="gate">${of.map((child) => line(child, today))}</ul>`
  }</li>`;
}
