import { html } from 'hono/html';
import type { Status } from '../../../engine/status.ts';
import type { Action, ActionSection } from '../actions/action.ts';
import { ACTIONS } from '../actions/actions.ts';
import type { Html } from '../page.ts';

const SECTIONS: readonly (readonly [section: ActionSection, title: string])[] = [
  ['program', 'Decide'],
  ['record', 'Write down'],
  ['stay', 'Stay and payers'],
  ['place', 'Waiting list'],
];
/** The actions that stand out, in this order, where they are allowed. */
const FIRST = ['advance', 'step-down', 'return-from-leave', 'accept-offer'];
/** Those of every day, in this order. */
const DAILY = ['attendance', 'drug-test', 'note', 'sign-off', 'contact', 'leave', 'discharge', 'readmit'];

/** The buttons of what is allowed now: those that stand out and those of every day at once, all others by what they are about. */
export function patientActions({ allowed, episode }: Pick<Status, 'allowed' | 'episode'>): Html {
  const admits = allowed.some(({ type }) => type === 'Admit');
  const may = ACTIONS.filter(({ command }) => allowed.some(({ type }) => type === command));
  const named = (ids: readonly string[]) => ids.flatMap((id) => may.filter((action) => action.id === id));
  const button = ({ id, title }: Action, quiet: boolean) =>
    html`<li><a class="button ${quiet ? 'quiet' : ''}" href="/patients/${episode}/${id}">${title}</a></li>`;
  const shown = [...named(FIRST), ...named(DAILY)];
  const others = SECTIONS.map(([section, title]) => ({
    title,
    own: may.filter((action) => action.section === section && !shown.includes(action)),
  })).filter(({ own }) => own.length > 0);
  return html`<section id="do" class="do" aria-label="What you can do">
    <ul class="actions">${admits ? html`<li><a class="button" href="/new-patient?episode=${episode}">Admit</a></li>` : ''}${shown.map((action) => button(action, !FIRST.includes(action.id)))}</ul>
    ${others.length === 0 ? '' : html`<details><summary>Everything else that can be done</summary>${others.map(({ title, own }) => html`<h3>${title}</h3><ul class="actions">${own.map((action) => button(action, true))}</ul>`)}</details>`}
  </section>`;
}
