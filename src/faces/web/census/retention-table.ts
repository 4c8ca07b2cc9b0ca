import { html } from 'hono/html';
import type { Html } from '../page.ts';
import { plainWords } from '../plain-words.ts';
import type { ToldRetention } from './guard-retention.ts';
import type { Retention } from './retention.ts';

/** At which weeks the retention of versions is compared. */
const WEEKS = [4, 12, 26, 52];

/**
 * The versions of curricula beside each other: how many patients, how many completed or left, and the share retained at some weeks with its
 * 95 % interval; empty where nobody was followed for so long.
 */
export function retentionTable(all: readonly ToldRetention[], titles: ReadonlyMap<string, string>): Html {
  const last = Math.max(0, ...all.map(({ days }) => days));
  const weeks = WEEKS.filter((week) => week * 7 <= last);
  return html`<div class="scroll" role="region" aria-label="Retention by version" tabindex="0"><table>
    <thead><tr><th scope="col">Version</th><th scope="col">Patients</th><th scope="col">Completed</th><th scope="col">Left before</th><th scope="col">In treatment</th>${weeks.map((week) => html`<th scope="col"><span class="hide">Retained at </span>week ${week}</th>`)}</tr></thead>
    <tbody>${all.map((one) => html`<tr><th scope="row">${titles.get(one.curriculum) ?? plainWords(one.curriculum)} ${one.version}</th>${[one.patients, one.completed, one.left, one.patients - one.completed - one.left].map((count) => html`<td>${one.counted ? count : 'not told'}</td>`)}${weeks.map((week) => html`<td>${retainedAt(one, week * 7)}</td>`)}</tr>`)}</tbody></table></div>`;
}

function retainedAt({ steps, days }: Retention, day: number): string {
  if (days < day) return '';
  const step = steps.findLast((one) => one.day <= day);
  if (step === undefined) return '100 %';
  const { survival, low, high } = step;
  const range = low === null || high === null ? '' : ` (${percent(low)} to ${percent(high)})`;
  return `${percent(survival)}${range}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
