import { html } from 'hono/html';
import type { Html } from '../page.ts';
import { patientStrip } from '../patient-strip.ts';
import { plainWords } from '../plain-words.ts';
import type { ProgramWords } from '../program-words.ts';
import { saySentence } from '../say-sentence.ts';
import { patientChips } from './patient-chips.ts';
import { pickBox } from './pick-box.ts';
import type { ShownPatient } from './shown-patient.ts';

/** The caseload as boards, one for each curriculum, with a column for each phase in the order of the program; the one with most patients first. */
export function caseloadBoard(
  rows: readonly ShownPatient[],
  today: string,
  programs: ReadonlyMap<string, ProgramWords>,
  picked: boolean,
): Html {
  const curricula = [...Map.groupBy(rows, ({ curriculum }) => curriculum)].sort(
    ([a, first], [b, second]) => second.length - first.length || (a < b ? -1 : 1),
  );
  return html`${curricula.map(([curriculum, patients]) => {
    const phases = [...Map.groupBy(patients, ({ phase, lifecycle }) => phase ?? lifecycle)];
    const order = (list: readonly ShownPatient[]) => Math.min(...list.map(({ week }) => week ?? 0));
    const words = programs.get(curriculum);
    const program = words?.phases ?? [];
    const title = words?.title ?? plainWords(curriculum);
    phases.sort(
      ([a, first], [b, second]) => program.indexOf(a) - program.indexOf(b) || order(first) - order(second),
    );
    return html`<h2>${title} <span class="meta">${patients.length}</span></h2>
      <div class="board" role="region" aria-label="Board of ${title}" tabindex="0">${phases.map(
        ([phase, list]) =>
          html`<section><h3><span>${words?.phase(phase) ?? plainWords(phase)}</span><span>${list.length}</span></h3>${list.map((row) => card(row, today, picked))}</section>`,
      )}</div>`;
  })}`;
}

function card(row: ShownPatient, today: string, picked: boolean): Html {
  const { episode, patient, week, last, test, ground, gate, blockers } = row;
  return html`<article class="card">
    <h4><span>${pickBox(row, picked)} <a href="/patients/${episode}">${patient}</a></span> <span class="meta">${week === null ? '' : `week ${week}`}</span></h4>
    <p class="meta">${patientStrip(last)}</p>
    <p class="meta">${test}</p>
    ${patientChips(row, today)}
    ${ground === null ? '' : html`<p class="ground">${saySentence(ground.why, today)}</p>`}
    ${ground !== null || gate === 'satisfied' || blockers.length === 0 ? '' : html`<ul>${blockers.slice(0, 3).map((blocker) => html`<li>${blocker}</li>`)}${blockers.length > 3 ? html`<li class="soft">and ${blockers.length - 3} more</li>` : ''}</ul>`}
  </article>`;
}
