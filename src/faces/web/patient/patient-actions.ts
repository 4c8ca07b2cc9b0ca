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
const FIRST = ['advance', 'step-down', 'return-from-leave'];

/** The buttons of what is allowed now, by what they are about. */
export function patientActions({ allowed, episode }: Status): Html {
  const may = ACTIONS.filter(({ command }) => allowed.some(({ type }) => type === command));
  const button = ({ id, title }: Action) =>
    html`<li><a class="button ${FIRST.includes(id) ? '' : 'quiet'}" href="/patients/${episode}/${id}">${title}</a></li>`;
  return html`<h2 id="do">What you can do</h2>${SECTIONS.map(([section, title]) => {
    const own = may.filter((action) => action.section === section);
    return own.length === 0 ? '' : html`<h3>${title}</h3><ul class="buttons actions">${own.map(button)}</ul>`;
  })}`;
}
