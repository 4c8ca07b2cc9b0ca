import { html } from 'hono/html';
import { z } from 'zod';
import type { EpisodeExport } from '../../../engine/export-episode.ts';
import type { HistoryEntry } from '../../../engine/history.ts';
import type { Status } from '../../../engine/status.ts';
import { defineRoute } from '../../http/route.ts';
import { EpisodePath } from '../../http/schemas/episode-path.ts';
import { findAction } from '../actions/actions.ts';
import { gateList } from '../gate-list.ts';
import { markedDays } from '../marked-days.ts';
import { MARKS } from '../marks.ts';
import { type Html, renderPage } from '../page.ts';
import { careAndPayers } from '../patient/care-and-payers.ts';
import { makeUps, OFFERED } from '../patient/make-ups.ts';
import { noteList } from '../patient/note-list.ts';
import { notesOf, type PatientNote } from '../patient/notes-of.ts';
import { patientActions } from '../patient/patient-actions.ts';
import { patientHead } from '../patient/patient-head.ts';
import { whatIf, whatIfOffer } from '../patient/what-if.ts';
import { type PatientPicture, patientPicture } from '../patient-picture.ts';
import { pictureSvg } from '../picture-svg.ts';
import { plainWords } from '../plain-words.ts';
import { type ProgramWords, programWords } from '../program-words.ts';
import { sayDate } from '../say-date.ts';
import { sayDue } from '../say-due.ts';
import { type EntryNames, namesOf, sayEntry } from '../say-entry.ts';
import { saySentence } from '../say-sentence.ts';
import { settledBy } from '../settled-by.ts';

/** How many notes stand on the page of a patient. */
const NOTES = 2;

/** A patient in a browser: the picture of the whole program, the gate, what may be done, marked days, and the history. */
export const patientPage = defineRoute({
  key: 'GET /patients/:episode',
  kind: 'read',
  summary: 'A patient',
  params: EpisodePath,
  query: z.strictObject({
    done: z.string().max(64).optional(),
    whatif: z.literal('everything').optional(),
  }),
  answers: { 200: { description: 'The page', type: 'text/html' } },
  handle: async ({ c, clinic, principal, params: { episode }, query }) => {
    const { engine } = clinic;
    const exported = await engine.exportEpisode(episode);
    const { status } = exported;
    const agenda =
      status.ended === null && status.admittedOn !== null ? await engine.agenda(episode, { days: 28 }) : [];
    const owed = status.ended === null ? await engine.groups.owed(episode, { most: OFFERED }) : [];
    const picture = patientPicture(exported, agenda);
    const done = query.done === undefined ? undefined : findAction(query.done);
    const { id, version } = status.curriculum;
    const words = await programWords(clinic, id, version);
    const notes = notesOf(exported.history);
    const body = html`${patientHead(status)}
      <p class="notice" role="status" hidden data-watch="${episode}" data-version="${status.version}">Somebody else wrote to this record. <a href="/patients/${episode}">Look at it again</a></p>
      ${patientActions(status)}
      <h2>The program</h2>
      ${pictureSvg(picture)}
      ${signs()}
      ${meetingsTable(picture)}
      <div class="two">
        <div>${gates(status, words)}${query.whatif === undefined ? whatIfOffer(status) : await whatIf(clinic, status, words)}${tracks(status)}<h2>Marked days</h2>${markedDays(exported)}${careAndPayers(status)}</div>
        <div>${unrecorded(picture, status)}${work(status)}${latestNotes(notes, status)}${makeUps(owed, episode, status.asOf)}<p class="screen"><a href="/calendar-links?episode=${episode}">Calendar link for the patient</a></p></div>
      </div>
      ${historyTable(exported, namesOf(status, words))}`;
    return c.html(
      renderPage({
        title: status.patient ?? episode,
        principal,
        here: '/caseload',
        done: done === undefined ? undefined : `Saved: ${done.title.toLowerCase()}.`,
        body,
      }),
    );
  },
});

function signs(): Html {
  return html`<ul class="key" aria-label="Signs">${Object.values(MARKS).map(({ sign, words }) => html`<li>${sign === '' ? 'number' : sign} ${words}</li>`)}<li>owes: missed, and still to be made up</li></ul>`;
}

function meetingsTable({ meetings, tracks: all, today }: PatientPicture): Html {
  const title = (id: string) => all.find((track) => track.id === id)?.title ?? plainWords(id);
  return html`<details><summary>The same as a table</summary><div class="scroll" role="region" aria-label="Meetings as a table" tabindex="0"><table>
    <thead><tr><th scope="col">Day</th><th scope="col">Track</th><th scope="col">Session</th><th scope="col">Came</th></tr></thead>
    <tbody>${[...meetings].reverse().map(({ on, track, session, title: topic, mark }) => html`<tr><td>${sayDate(on, today)}</td><td>${title(track)}</td><td>${session ?? ''} ${topic ?? ''}</td><td>${MARKS[mark].words}</td></tr>`)}</tbody>
  </table></div></details>`;
}

function gates({ gate, asOf, pathway }: Status, words: ProgramWords): Html {
  const moves = pathway?.moves.filter(({ explanation }) => explanation !== null) ?? [];
  const to = gate?.to.map((id) => words.phase(id)).join(' or ') ?? '';
  return html`<h2>${gate === null ? 'Gate to the next phase' : `What ${to || 'the end of the program'} asks for`}</h2>
    ${gate === null ? html`<p>No gate leads on from here.</p>` : gateList(gate.explanation, asOf)}
    ${moves.map(({ title, kind, explanation }) => html`<h3>${plainWords(kind)}: ${title}</h3>${explanation === null ? '' : gateList(explanation, asOf)}`)}`;
}

function tracks({ tracks: all, asOf }: Status): Html {
  const open = all.filter((track) => track.open);
  return html`<h2>Tracks</h2><div class="scroll" role="region" aria-label="Tracks" tabindex="0"><table>
    <thead><tr><th scope="col">Track</th><th scope="col">Done</th><th scope="col">Missed</th><th scope="col">Owed</th><th scope="col">Next</th></tr></thead>
    <tbody>${open.map(({ title, done, required, missed, excused, unrecorded, owed, next }) => html`<tr><th scope="row">${title}</th><td>${done.length}${required > 0 ? ` of ${required}` : ''}</td><td>${missed}${excused > 0 ? `, ${excused} excused` : ''}${unrecorded > 0 ? html`, <span class="warn">${unrecorded} not recorded</span>` : ''}</td><td>${owed.join(', ')}</td><td>${next === null ? '' : `${sayDate(next.date, asOf)} ${next.start}`}</td></tr>`)}</tbody>
  </table></div>`;
}

/** Meetings that passed without a record, the latest first, each with the way to record it. */
function unrecorded({ meetings, tracks: all, today }: PatientPicture, { episode }: Status): Html {
  const open = meetings.filter(({ mark }) => mark === 'unrecorded').reverse();
  if (open.length === 0) return html``;
  const title = (id: string) => all.find((track) => track.id === id)?.title ?? plainWords(id);
  return html`<h2>Not recorded</h2><ul>${open.slice(0, 8).map(({ on, track, session }) => {
    const fields = new URLSearchParams({
      on,
      track,
      ...(session === null ? {} : { session: String(session) }),
    });
    return html`<li>${sayDate(on, today)}: ${title(track)} ${session ?? ''} <a class="screen" href="/patients/${episode}/attendance?${fields.toString()}">record it<span class="hide"> of ${on}</span></a></li>`;
  })}</ul>${open.length > 8 ? html`<p class="soft">and ${open.length - 8} earlier ones</p>` : ''}`;
}

function work(status: Status): Html {
  const { due, flags, monitors, asOf } = status;
  const open = due.filter(({ work: isWork }) => isWork);
  return html`<h2>What is due</h2>
    ${
      open.length === 0
        ? html`<p>Nothing.</p>`
        : html`<ul>${open.map((one) => {
            const { dueOn, title } = one;
            const when = dueOn < asOf ? 'since' : dueOn === asOf ? 'due today,' : 'due';
            return html`<li>${saySentence(sayDue(title), asOf)} <small class="${dueOn <= asOf ? 'bad' : ''}">${when} ${sayDate(dueOn, asOf)}</small>${workLink(one, status)}</li>`;
          })}</ul>`
    }
    ${flags.length === 0 ? '' : html`<h3>To be reviewed</h3><ul>${flags.map(({ message, on }) => html`<li>${sayDate(on, asOf)}: ${message}</li>`)}</ul>`}
    <h3>Monitors</h3><ul>${monitors.map(({ title, stateTitle, since }) => html`<li>${title}: <b>${stateTitle}</b>${since === null ? '' : html` <small>since ${sayDate(since, asOf)}</small>`}</li>`)}</ul>`;
}

/** The way to the form that settles a piece of work, where there is one. */
function workLink(work: Status['due'][number], { episode, asOf }: Status): Html {
  const settled = work.dueOn > asOf && work.kind === 'stay-maximum' ? null : settledBy(work);
  return settled === null
    ? html``
    : html` <a class="screen" href="/patients/${episode}/${settled.to}">${settled.words}<span class="hide">: ${sayDue(work.title)}</span></a>`;
}

/** The latest notes, with the way to all of them and to write one. */
function latestNotes(notes: readonly PatientNote[], { episode, asOf }: Status): Html {
  return html`<h2>Notes</h2>${notes.length === 0 ? html`<p>None yet.</p>` : noteList(notes.slice(0, NOTES), episode, asOf)}
    <p class="screen"><a href="/patients/${episode}/notes">${notes.length > NOTES ? `All ${notes.length} notes` : 'Write a note'}</a></p>`;
}

function historyTable({ history, status: { asOf, episode } }: EpisodeExport, names: EntryNames): Html {
  const entries = [...history].reverse();
  const row = ({ version, on, event, standing, recordedAt, changes, corrections }: HistoryEntry) => {
    const gone = standing === 'voided';
    const open = standing === 'standing' || standing === 'amended' || standing === 'held';
    return html`<tr><td class="nowrap">${sayDate(on, asOf)}</td>
      <td><span class="${gone ? 'void' : ''}">${sayEntry(event, names, asOf)}</span>${gone ? ' (taken back)' : standing === 'amended' ? ` (corrected by ${corrections.join(', ')})` : standing === 'held' ? ' (to come)' : ''}${event.reason ? html`<br><small>${event.reason}</small>` : ''}${changes.length > 0 ? html`<br><small>${changes.map(({ text }) => saySentence(text, asOf)).join('; ')}</small>` : ''}</td>
      <td>${event.by} <small>${sayDate(recordedAt.slice(0, 10), asOf)} ${recordedAt.slice(11, 16)}</small></td>
      <td class="screen">${open ? html`<a href="/patients/${episode}/amend?fact=${version}">Correct<span class="hide"> entry ${version}</span></a> <a href="/patients/${episode}/void?fact=${version}">Take back<span class="hide"> entry ${version}</span></a>` : ''}</td></tr>`;
  };
  const table = (
    rows: readonly HistoryEntry[],
    label: string,
  ) => html`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table class="history stack">
    <thead><tr><th scope="col">Day</th><th scope="col">Entry</th><th scope="col">Recorded (UTC)</th><th scope="col" class="screen">Put right</th></tr></thead><tbody>${rows.map(row)}</tbody></table></div>`;
  return html`<h2 id="history">History</h2>${table(entries.slice(0, 15), 'History')}
    ${entries.length > 15 ? html`<details><summary>${entries.length - 15} earlier entries</summary>${table(entries.slice(15), 'Earlier history')}</details>` : ''}`;
}
