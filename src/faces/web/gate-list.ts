import { html } from 'hono/html';
import type { Explanation } from '../../program/explanation.ts';
import type { Html } from './page.ts';
import { sayDate } from './say-date.ts';

const TRUTHS = {
  satisfied: { sign: '✓', words: 'holds', kind: 'good' },
  unsatisfied: { sign: '✗', words: 'does not hold yet', kind: 'bad' },
  unknown: { sign: '?', words: 'not known', kind: 'warn' },
} as const;

/**
 * A gate as sentences: how much of it holds and when all of it could at the earliest; then what is missing, a criterion a line, and after
 * that what holds.
 */
export function gateList(explanation: Explanation, today: string): Html {
  const { of, type, truth, earliest } = explanation;
  if (of === undefined || type !== 'all') return html`<ul class="gate">${line(explanation, today)}</ul>`;
  const open = of.filter((one) => one.truth !== 'satisfied');
  const holds = of.filter((one) => one.truth === 'satisfied');
  const when =
    truth === 'satisfied' || earliest === null
      ? ''
      : `; all of it on ${sayDate(earliest, today)} at the earliest`;
  return html`<p>${open.length === 0 ? 'All of it holds.' : `${holds.length} of ${of.length} hold${when}.`}</p>
    <ul class="gate">${[...open, ...holds].map((one) => line(one, today))}</ul>`;
}

function line(explanation: Explanation, today: string): Html {
  const { truth, earliest, provisional, type, of = [] } = explanation;
  const { sign, words, kind } = TRUTHS[truth];
  const [inner] = of;
  const alone = type === 'not' && inner !== undefined && inner.of === undefined;
  const under = alone
    ? []
    : truth === 'satisfied' && type !== 'not'
      ? of.filter((one) => one.truth === truth)
      : of;
  const [text, more] = alone ? [denied(inner, truth), null] : say(explanation);
  const when =
    truth === 'satisfied' || earliest === null || earliest <= today
      ? ''
      : html` ${more === null ? '' : 'by '}<span class="nowrap">${sayDate(earliest, today)}</span> at the earliest`;
  return html`<li><span class="mark ${kind}" role="img" aria-label="${words}">${sign}</span><span>${text}${more === null ? (when === '' ? '' : ',') : html`, <b>${more}</b>`}${when}${provisional ? html` <small>(provisional)</small>` : ''}${
    under.length === 0 ? '' : html`<ul class="gate">${under.map((child) => line(child, today))}</ul>`
  }</span></li>`;
}

/** What a criterion comes to, and what is still wanted in a few words where that can be said: `13 of 18 sessions attended`, `5 more`. */
function say({ truth, type, sentence, missing, of }: Explanation): readonly [string, string | null] {
  if (type === 'any')
    return [truth === 'satisfied' ? 'One of several is enough:' : 'One of these is enough:', null];
  if (type === 'all') return ['All of these:', null];
  if (of !== undefined || truth === 'satisfied' || missing === null) return [sentence, null];
  const [, more, counted] = /^([\d.]+ more) .*?\((.+)\)$/.exec(missing) ?? [];
  if (more !== undefined && counted !== undefined) return [counted, more];
  return [sentence.includes(missing) ? sentence : missing, null];
}

/** A criterion that must not hold: `Abstinence: Lapse or Relapse is not the case`, or what stands in the way. */
function denied({ sentence }: Explanation, truth: Explanation['truth']): string {
  return truth === 'unsatisfied' ? `${sentence}, which must not be so` : sentence;
}
