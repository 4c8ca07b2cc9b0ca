import { randomUUID } from 'node:crypto';
import { html } from 'hono/html';
import type { CaseloadRow } from '../../engine/caseload-row.ts';
import type { AppointmentWithin } from '../http/appointments-within.ts';
import type { HttpProblem } from '../http/http-problem.ts';
import type { Filled } from './action-command.ts';
import { fieldProblems } from './field-problems.ts';
import type { Html } from './page.ts';

const KINDS = { individual: 'Individual', conjoint: 'Conjoint', family: 'Family' } as const;
const STATES = { booked: '', kept: 'kept', missed: 'missed', cancelled: 'cancelled' } as const;

/** An appointment on the page of its day: with whom and where, and one tap for whether it was kept. */
export function appointmentCard(
  appointment: AppointmentWithin,
  { today, problem }: { readonly today: string; readonly problem: HttpProblem | null },
): Html {
  const {
    appointment: id,
    kind,
    start,
    minutes,
    place,
    episode,
    counselor,
    status,
    date,
    reason,
    within,
  } = appointment;
  const patient = appointment.patient ?? episode;
  const said = reason === null ? STATES[status] : `${STATES[status]}: ${reason}`;
  return html`<section class="card" aria-label="${start} ${KINDS[kind]} appointment of ${patient}">
    <h2>${start} ${KINDS[kind]}: ${within ? html`<a href="/patients/${episode}">${patient}</a>` : patient} <span class="meta">${minutes} minutes${place === null ? '' : `, ${place}`}, with ${counselor}</span></h2>
    ${status === 'booked' ? '' : html`<p class="meta">${said}</p>`}
    ${fieldProblems(problem)}
    ${status === 'booked' && date <= today ? html`<div class="buttons">${button(id, date, 'keep', 'Kept')} ${button(id, date, 'miss', 'Missed')}</div>` : ''}
    ${status === 'booked' ? withReason(id, date, 'cancel', 'Cancel') : ''}
    ${status === 'kept' || status === 'missed' ? withReason(id, date, 'reopen', 'Take back') : ''}</section>`;
}

const WITH = [
  ['individual', 'the patient alone'],
  ['conjoint', 'the patient and somebody close'],
  ['family', 'the family'],
] as const;

/** The form that books an appointment for one of some patients, as it was filled in where something was wrong with it. */
export function bookingForm(
  patients: readonly CaseloadRow[],
  day: string,
  filled: Filled,
  problem: HttpProblem | null,
): Html {
  if (patients.length === 0) return html``;
  const value = (name: string) => String(filled[name] ?? '');
  const chosen = (name: string, one: string) => (value(name) === one ? html` selected` : '');
  return html`<details class="small-form"${problem === null ? '' : html` open`}><summary>Book an appointment</summary>${fieldProblems(problem)}<form method="post" action="/appointments" class="fields">
    <input type="hidden" name="do" value="book"><input type="hidden" name="key" value="${randomUUID()}">
    <label for="book-episode">Patient</label><select id="book-episode" name="episode">${patients.map(({ episode, patient }) => html`<option value="${episode}"${chosen('episode', episode)}>${patient}</option>`)}</select>
    <label for="book-kind">With</label><select id="book-kind" name="kind">${WITH.map(([kind, words]) => html`<option value="${kind}"${chosen('kind', kind)}>${words}</option>`)}</select>
    <label for="book-day">Day</label><input id="book-day" name="day" type="date" value="${day}" required>
    <label for="book-start">Time</label><input id="book-start" name="start" type="time" value="${value('start')}" required>
    <label for="book-minutes">Minutes</label><input id="book-minutes" name="minutes" type="number" min="1" max="720" value="${value('minutes')}">
    <label for="book-place">Room</label><input id="book-place" name="place" maxlength="200" value="${value('place')}">
    <label for="book-zone">Time zone <small>only where no group meets at the site yet, such as America/New_York</small></label><input id="book-zone" name="timeZone" maxlength="100" value="${value('timeZone')}">
    <div class="buttons"><button>Book</button></div></form></details>`;
}

function button(appointment: string, day: string, what: string, title: string): Html {
  return html`<form method="post" action="/appointments"><input type="hidden" name="do" value="${what}"><input type="hidden" name="key" value="${randomUUID()}"><input type="hidden" name="day" value="${day}"><input type="hidden" name="appointment" value="${appointment}"><button${what === 'keep' ? '' : html` class="quiet"`}>${title}</button></form>`;
}

function withReason(appointment: string, day: string, what: string, title: string): Html {
  const field = `${what}-${appointment}`.replace(/\W/g, '');
  return html`<details class="small-form"><summary>${title}</summary><form method="post" action="/appointments" class="fields"><input type="hidden" name="do" value="${what}"><input type="hidden" name="key" value="${randomUUID()}"><input type="hidden" name="day" value="${day}"><input type="hidden" name="appointment" value="${appointment}">
    <label for="${field}">Why</label><input id="${field}" name="reason" maxlength="4000" required>
    <div class="buttons"><button>${title}</button></div></form></details>`;
}
