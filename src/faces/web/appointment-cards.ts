import { randomUUID } from 'node:crypto';
import { html } from 'hono/html';
import type { CaseloadRow } from '../../engine/caseload-row.ts';
import type { AppointmentWithin } from '../http/appointments-within.ts';
import type { HttpProblem } from '../http/http-problem.ts';
import type { Filled } from './action-command.ts';
import { fieldProblems } from './field-problems.ts';
import { type FormPart, formParts } from './form-parts.ts';
import type { Html } from './page.ts';

const KINDS = { individual: 'Individual', conjoint: 'Conjoint', family: 'Family' } as const;
const STATES = { booked: '', kept: 'kept', missed: 'missed', cancelled: 'cancelled' } as const;

/** What was wrong with a form of an appointment, and what was filled into it. */
type Wrong = { readonly filled: Filled; readonly problem: HttpProblem } | null;

/** An appointment on the page of its day: with whom and where, one tap for whether it was kept, and what else can become of it. */
export function appointmentCard(appointment: AppointmentWithin, today: string, wrong: Wrong): Html {
  const { kind, start, minutes, place, episode, counselor, status, date, reason, within } = appointment;
  const patient = appointment.patient ?? episode;
  const said = reason === null ? STATES[status] : `${STATES[status]}: ${reason}`;
  const form = (what: string, title: string, parts: readonly FormPart[]) =>
    smallForm(appointment, what, title, parts, wrong?.filled['do'] === what ? wrong : null);
  return html`<section class="card" aria-label="${start} ${KINDS[kind]} appointment of ${patient}">
    <h2>${start} ${KINDS[kind]}: ${within ? html`<a href="/patients/${episode}">${patient}</a>` : patient} <span class="meta">${minutes} minutes${place === null ? '' : `, ${place}`}, with ${counselor}</span></h2>
    ${status === 'booked' ? '' : html`<p class="meta">${said}</p>`}
    ${wrong === null || ['move', 'cancel', 'reopen'].includes(String(wrong.filled['do'])) ? '' : fieldProblems(wrong.problem)}
    ${status === 'booked' && date <= today ? html`<div class="buttons">${button(appointment, 'keep', 'Kept')} ${button(appointment, 'miss', 'Missed')}</div>` : ''}
    ${
      status === 'booked'
        ? html`${form('move', 'Move it', [
            { name: 'date', label: 'Day', type: 'date', required: true, at: date },
            { name: 'start', label: 'Time', type: 'time', required: true, at: start },
            { name: 'place', label: 'Room', type: 'text', at: place ?? '' },
            WHY,
            OVERRIDE,
          ])}${form('cancel', 'Cancel it', [WHY])}`
        : ''
    }
    ${status === 'kept' || status === 'missed' ? form('reopen', 'Take back', [WHY]) : ''}</section>`;
}

const WHY: FormPart = { name: 'reason', label: 'Why', type: 'text', required: true };
const OVERRIDE: FormPart = {
  ...{ name: 'override', label: 'Why all the same', type: 'text' },
  hint: 'Only where you or the room have something else at that time. Two things at once for a patient are refused.',
};

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
  const { problems, fields } = formParts(
    [
      {
        ...{ name: 'episode', label: 'Patient', type: 'choice', required: true },
        options: patients.map(({ episode, patient }) => [episode, patient]),
      },
      { name: 'kind', label: 'With', type: 'choice', required: true, options: WITH, at: 'individual' },
      { name: 'day', of: 'date', label: 'Day', type: 'date', required: true, at: day },
      { name: 'start', label: 'Time', type: 'time', required: true },
      {
        ...{ name: 'minutes', label: 'Minutes', type: 'number', hint: 'Those of the program unless given.' },
        attributes: { min: '1', max: '720' },
      },
      { name: 'place', label: 'Room', type: 'text' },
      {
        ...{ name: 'timeZone', label: 'Time zone', type: 'text' },
        hint: 'Only where no group meets at the site yet, such as America/New_York.',
      },
      OVERRIDE,
    ],
    filled,
    problem,
    'book-',
  );
  return html`<details class="small-form"${problem === null ? '' : html` open`}><summary>Book an appointment</summary>${problems}<form method="post" action="/appointments" class="fields">
    <input type="hidden" name="do" value="book"><input type="hidden" name="key" value="${randomUUID()}">
    ${fields}
    <div class="buttons"><button>Book</button></div></form></details>`;
}

type Named = Pick<AppointmentWithin, 'appointment' | 'date'>;

function button({ appointment, date }: Named, what: string, title: string): Html {
  return html`<form method="post" action="/appointments"><input type="hidden" name="do" value="${what}"><input type="hidden" name="key" value="${randomUUID()}"><input type="hidden" name="day" value="${date}"><input type="hidden" name="appointment" value="${appointment}"><button${what === 'keep' ? '' : html` class="quiet"`}>${title}</button></form>`;
}

function smallForm(
  { appointment, date }: Named,
  what: string,
  title: string,
  parts: readonly FormPart[],
  wrong: Wrong,
): Html {
  const prefix = `${what}-${appointment.replace(/\W/g, '')}-`;
  const { problems, fields } = formParts(parts, wrong?.filled ?? {}, wrong?.problem ?? null, prefix);
  return html`<details class="small-form"${wrong === null ? '' : html` open`}><summary>${title}</summary>${problems}<form method="post" action="/appointments" class="fields"><input type="hidden" name="do" value="${what}"><input type="hidden" name="key" value="${randomUUID()}"><input type="hidden" name="day" value="${date}"><input type="hidden" name="appointment" value="${appointment}">
    ${fields}
    <div class="buttons"><button>${title}</button></div></form></details>`;
}
