import { html } from 'hono/html';
import type { Html } from '../page.ts';
import { patientStrip } from '../patient-strip.ts';
import { plainWords } from '../plain-words.ts';
import type { ProgramWords } from '../program-words.ts';
import { sayDate } from '../say-date.ts';
import { sayDue } from '../say-due.ts';
import { saySentence } from '../say-sentence.ts';
import { pickBox } from './pick-box.ts';
import type { ShownPatient } from './shown-patient.ts';

/** The caseload as a table, for those who prefer one; in a list it says why each patient is in it and what to do next. */
export function caseloadTable(
  rows: readonly ShownPatient[],
  today: string,
  programs: ReadonlyMap<string, ProgramWords>,
  picked: boolean,
): Html {
  const grounds = rows.some(({ ground }) => ground !== null);
  const heads = [
    'Week',
    'Phase',
    'Last meetings',
    'Last test',
    ...(grounds ? ['Why here, and what next'] : ['What blocks the next phase', 'Due']),
  ];
  return html`<div class="scroll" role="region" aria-label="Caseload as a table" tabindex="0"><table class="stack caseload">
    <thead><tr><th scope="col">Patient</th>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => line(row, today, programs.get(row.curriculum), picked, grounds))}</tbody></table></div>`;
}

function line(
  row: ShownPatient,
  today: string,
  words: ProgramWords | undefined,
  picked: boolean,
  grounds: boolean,
): Html {
  const { episode, patient, week, phase, lifecycle, last, test, ground, gate, blockers, nextDue, nextDueOn } =
    row;
  return html`<tr>
    <th scope="row"><span class="nowrap">${pickBox(row, picked)} <a href="/patients/${episode}">${patient}</a></span></th>
    <td>${week ?? ''}</td>
    <td>${phase === null ? plainWords(lifecycle) : (words?.phase(phase) ?? plainWords(phase))}${lifecycle === 'on-leave' ? ' (on leave)' : ''}</td>
    <td>${patientStrip(last)}</td>
    <td>${test.replace(/^test /, '')}</td>
    ${
      grounds
        ? html`<td>${ground === null ? '' : html`${saySentence(ground.why, today)}<br><small>${ground.next}</small>`}</td>`
        : html`<td>${gate === 'satisfied' ? html`<span class="chip good">ready to advance</span>` : blockers.join('; ')}</td>
    <td>${nextDueOn === null ? '' : html`${sayDate(nextDueOn, today)}: ${sayDue(nextDue ?? '')}`}</td>`
    }</tr>`;
}
