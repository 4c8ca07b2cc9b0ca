import { html } from 'hono/html';
import type { Html } from '../page.ts';
import { plainWords } from '../plain-words.ts';
import type { ToldRetention } from './guard-retention.ts';
import type { Retention } from './retention.ts';

const WIDTH = 640;
const HEIGHT = 240;
const LEFT = 44;
const TOP = 12;
const BOTTOM = 30;
/** Below the axis: how many were at risk. */
const RISKS = 26;

/**
 * The retention curve of a curriculum version with its 95 % interval, how many were at risk at each mark of the axis, and the numbers behind it
 * as a table; these numbers not where they are not `told`: each step may be one patient.
 */
export function retentionChart(
  { curriculum, version, patients, completed, left, days, steps, atRisk, counted }: ToldRetention,
  named = plainWords(curriculum),
  told = true,
): Html {
  const last = Math.max(28, days);
  const x = (day: number) => LEFT + (day / last) * (WIDTH - LEFT - 24);
  const y = (share: number) => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM);
  const weeks = [0, 0.25, 0.5, 0.75, 1].map((part) => Math.round((part * last) / 7));
  const path = (value: (step: Retention['steps'][number]) => number) =>
    `M${x(0)} ${y(1)}${steps.map((step) => `H${x(step.day).toFixed(1)}V${y(value(step)).toFixed(1)}`).join('')}H${x(last)}`;
  const title = `${named} ${version}`;
  const marks = weeks.map((week) => ({
    ...{ week, at: x(week * 7), risk: atRisk(week * 7) },
    anchor: week === 0 ? 'start' : x(week * 7) > WIDTH - 60 ? 'end' : 'middle',
  }));
  const tall = HEIGHT + (told ? RISKS : 0);
  const end = steps.at(-1);
  const range =
    end === undefined || end.low === null || end.high === null
      ? ''
      : `, 95 % interval ${percent(end.low)} to ${percent(end.high)}`;
  return html`<h3>${title}</h3>
    ${counted ? html`<p>${patients} patients: ${completed} completed, ${left} left before, ${patients - completed - left} still in treatment.</p>` : ''}
    <svg class="picture fit" role="img" viewBox="0 0 ${WIDTH} ${tall}"><title>Retention of ${title}</title><desc>Share of patients retained, from 100 % at admission to ${percent(end?.survival ?? 1)} after ${last} days${range}. ${told ? 'The table below has the steps.' : ''}</desc>
      ${[0, 0.5, 1].map((share) => html`<line class="grid" x1="${LEFT}" x2="${WIDTH - 24}" y1="${y(share)}" y2="${y(share)}"/><text class="faint" x="2" y="${y(share) + 4}">${percent(share)}</text>`)}
      ${marks.map(({ week, at, anchor }) => html`<text class="faint" x="${at}" text-anchor="${anchor}" y="${HEIGHT - 8}">${week === 0 ? 'admission' : `week ${week}`}</text>`)}
      ${told ? html`<text class="faint" x="2" y="${HEIGHT + 14}">at risk</text>${marks.map(({ at, risk, week }) => html`<text class="risk" x="${week === 0 ? at + 6 : at}" text-anchor="${week === 0 ? 'start' : week === weeks.at(-1) ? 'end' : 'middle'}" y="${HEIGHT + 14}">${risk}</text>`)}` : ''}
      <path class="interval" d="${path(({ low, survival }) => low ?? survival)}"/><path class="interval" d="${path(({ high, survival }) => high ?? survival)}"/>
      <path class="curve" d="${path(({ survival }) => survival)}"/>
    </svg>
    ${told ? stepsTable(steps) : ''}`;
}

function stepsTable(steps: Retention['steps']): Html {
  return html`<details><summary>The steps as a table</summary><table><thead><tr><th scope="col">Day</th><th scope="col">At risk</th><th scope="col">Left</th><th scope="col">Retained</th><th scope="col">95 % interval</th></tr></thead>
    <tbody>${steps.map(({ day, atRisk, events, survival, low, high }) => html`<tr><td>${day}</td><td>${atRisk}</td><td>${events}</td><td>${percent(survival)}</td><td>${low === null || high === null ? '' : `${percent(low)} to ${percent(high)}`}</td></tr>`)}</tbody></table></details>`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
