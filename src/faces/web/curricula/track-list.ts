import { html } from 'hono/html';
import type { Curriculum } from '../../../curriculum/curriculum.ts';
import type { Plan } from '../../../program/plan.ts';
import type { Html } from '../page.ts';
import { saySlots } from './say-slots.ts';

/** The tracks of a program, each with when it meets and its sessions; titles that were not checked against their source are marked. */
export function trackList({ tracks }: Curriculum, plan: Plan): Html {
  return html`${tracks.map(({ id, title, format, sessions }) => {
    const planned = plan.tracks.find((track) => track.id === id);
    const when = planned === undefined ? '' : saySlots(planned);
    return html`<details><summary>${title}: ${sessions.length} sessions, ${format}${when === '' ? '' : `, ${when}`}</summary><ol>${sessions.map((session) => html`<li value="${session.number}">${session.title}${session.provisional ? html` <small>(provisional)</small>` : ''}</li>`)}</ol></details>`;
  })}`;
}
