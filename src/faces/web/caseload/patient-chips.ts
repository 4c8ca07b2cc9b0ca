import { html } from 'hono/html';
import type { CaseloadRow } from '../../../engine/caseload-row.ts';
import type { Html } from '../page.ts';
import { sayDate } from '../say-date.ts';
import { sayDue } from '../say-due.ts';

/** What stands out about a patient: ready to advance, on leave, work that is due. Nothing where nothing does. */
export function patientChips({ gate, lifecycle, nextDue, nextDueOn }: CaseloadRow, today: string): Html {
  const due = nextDueOn !== null && nextDueOn <= today;
  if (gate !== 'satisfied' && lifecycle !== 'on-leave' && !due) return html``;
  return html`<p class="meta">
    ${gate === 'satisfied' ? html`<span class="chip good">ready to advance</span>` : ''}
    ${lifecycle === 'on-leave' ? html`<span class="chip warn">on leave</span>` : ''}
    ${due ? html`<span class="chip bad">${sayDate(nextDueOn, today)}: ${sayDue(nextDue ?? '')}</span>` : ''}
  </p>`;
}
