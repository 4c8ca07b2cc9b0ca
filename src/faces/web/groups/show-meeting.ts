import { html } from 'hono/html';
import type { Meeting } from '../../../engine/groups/meetings-of.ts';
import type { HttpProblem } from '../../http/http-problem.ts';
import { reachGroup } from '../../http/reach-groups.ts';
import type { Ask } from '../../http/route.ts';
import type { Filled } from '../action-command.ts';
import type { FormPart } from '../form-parts.ts';
import { type Html, renderPage } from '../page.ts';
import { patientsWithin } from '../patients-within.ts';
import { sayDate } from '../say-date.ts';
import { saySentence } from '../say-sentence.ts';
import { GROUP_ACTIONS, type GroupActionId } from './group-command-of.ts';
import { type GroupWrong, groupForm } from './group-forms.ts';
import { meetingForm } from './meeting-form.ts';
import { takesGuests } from './takes-guests.ts';

/** How a meeting is looked at: its roster as it was filled in, a form beside it that was wrong, and what was just done. */
type MeetingView = {
  readonly filled?: Filled;
  readonly problem?: HttpProblem | null;
  readonly wrong?: GroupWrong | null;
  readonly done?: string | undefined;
};

/** Answers with the page of a meeting: its roster to be filled in, and what else can be done with it. */
export async function showMeeting(
  ask: Ask<unknown, unknown>,
  { group, meeting: key }: { readonly group: string; readonly meeting: string },
  { filled = {}, problem = null, wrong = null, done }: MeetingView,
) {
  const { c, clinic, principal } = ask;
  const today = clinic.clock.today();
  const { group: definition } = await reachGroup(ask, group);
  const roster = await clinic.engine.groups.roster(group, key);
  const { meeting, lines, warnings } = roster;
  const others = (await patientsWithin(ask)).filter(({ episode }) =>
    lines.every((line) => line.episode !== episode),
  );
  ask.noteSeen([...lines, ...others]);
  const body = html`<p><a href="/groups/${group}">Back to ${definition.title}</a></p>
    <h1>${definition.title}, ${sayDate(meeting.date, today)} ${meeting.start}</h1>
    <p>Topic ${meeting.topic ?? ''} <b>${meeting.topicTitle ?? 'to be chosen'}</b>, ${meeting.minutes} minutes${meeting.place === null ? '' : `, ${meeting.place}`}, led by ${meeting.leader}${meeting.coLeader === null ? '' : ` with ${meeting.coLeader}`}${meeting.status === 'moved' ? html` · <span class="chip warn">moved</span> ${meeting.reason ?? ''}` : ''}</p>
    ${warnings.length === 0 ? '' : html`<ul class="notice">${warnings.map(({ message }) => html`<li>${saySentence(message, today)}</li>`)}</ul>`}
    ${meetingForm({ roster, today, filled, problem, back: 'meeting', guests: await takesGuests(clinic, definition), others })}
    ${forms(meeting, definition.topics, wrong)}`;
  const said =
    done === undefined
      ? undefined
      : Object.hasOwn(GROUP_ACTIONS, done)
        ? GROUP_ACTIONS[done as GroupActionId].done
        : !/^\d+$/.test(done)
          ? undefined
          : `Saved: ${done} ${done === '1' ? 'line' : 'lines'} of the roster.`;
  return c.html(
    renderPage({
      title: `${definition.title}, ${sayDate(meeting.date, today)}`,
      principal,
      here: '/groups',
      done: said,
      body,
    }),
    ((problem ?? wrong?.problem)?.status ?? 200) as 200,
  );
}

/** What else can be done with a meeting, by where it stands. */
function forms(
  { group, meeting, status, date, start, place }: Meeting,
  topics: readonly string[],
  wrong: GroupWrong | null,
): Html {
  const here: FormPart = { name: 'meeting', label: '', type: 'hidden', at: meeting };
  const reason: FormPart = { name: 'reason', label: 'Reason', type: 'text', required: true };
  const back = `/groups/${group}/meetings/${meeting}`;
  const form = (id: GroupActionId, title: string, parts: readonly FormPart[]) =>
    groupForm(group, id, title, [here, ...parts], back, { wrong });
  if (status === 'held') return form('void', 'Take the roster back', [reason]);
  if (status === 'cancelled') return form('restore', 'Hold it after all', []);
  const named = topics.map((title, index) => [String(index + 1), `${index + 1} ${title}`] as const);
  return html`<p><a href="${back}/sheet">Sign-in sheet to print</a></p>
    ${form('topic', 'Choose another topic', [{ name: 'topic', label: 'Topic', type: 'choice', required: true, options: named }])}
    ${form('move', 'Move it', [{ name: 'date', label: 'Day', type: 'date', at: date }, { name: 'start', label: 'Time', type: 'time', at: start }, { name: 'place', label: 'Room', type: 'text', at: place ?? '' }, reason])}
    ${form('cancel', 'Cancel it', [reason])}
    ${status === 'moved' ? form('restore', 'As the calendar has it', []) : ''}`;
}
