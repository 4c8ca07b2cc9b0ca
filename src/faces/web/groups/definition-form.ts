import { html } from 'hono/html';
import type { Group } from '../../../engine/groups/group.ts';
import type { Filled } from '../action-command.ts';
import { type FormField, formField } from '../form-field.ts';
import type { Html } from '../page.ts';
import { sayRule } from './say-rule.ts';

const DAYS = [
  ['MO', 'Mon'],
  ['TU', 'Tue'],
  ['WE', 'Wed'],
  ['TH', 'Thu'],
  ['FR', 'Fri'],
  ['SA', 'Sat'],
  ['SU', 'Sun'],
] as const;

/** A track in which the meetings of a group can count: its key in the form, and its name. */
export type CreditChoice = readonly [key: string, title: string];

/**
 * The fields that define a group, as they are filled in. A group that meets by more than one rule, or by one that is not weekly, keeps its
 * times unless days are chosen.
 */
export function definitionFields(
  filled: Filled,
  choices: readonly CreditChoice[],
  before: Group | null,
): Html {
  const value = (name: string) => String([filled[name] ?? ''].flat()[0] ?? '');
  const all = (name: string) => [filled[name] ?? []].flat();
  const field = (one: FormField) => formField(one, value(one.name));
  const box = (name: string, [key, words]: readonly [string, string]) =>
    html`<label><input type="checkbox" name="${name}" value="${key}" ${all(name).includes(key) ? 'checked' : ''}> ${words}</label>`;
  const kept = before !== null && all('days').length === 0;
  return html`${field({ name: 'title', label: 'Title', type: 'text', required: true })}
    <fieldset class="inline boxes"><legend>Days</legend>${kept ? html`<p class="hint">It meets ${before.times.map(({ rule, start }) => `${sayRule(rule)} at ${start}`).join('; ')}. That stays unless days are chosen.</p>` : ''}${DAYS.map((day) => box('days', day))}</fieldset>
    ${field({
      name: 'every',
      label: 'Every',
      type: 'choice',
      required: true,
      options: [
        ['1', 'week'],
        ['2', 'other week'],
      ],
    })}
    ${field({ name: 'start', label: 'Time', type: 'time', required: !kept })}
    ${field({ name: 'minutes', label: 'Minutes', type: 'number', required: !kept })}
    ${field({ name: 'place', label: 'Room', type: 'text' })}
    ${field({ name: 'site', label: 'Site', type: 'text', required: true })}
    ${field({ name: 'timeZone', label: 'Time zone of the site', type: 'text', required: true, hint: 'For example America/New_York.' })}
    ${field({ name: 'leader', label: 'Led by', type: 'text', required: true })}
    ${field({ name: 'coLeader', label: 'With', type: 'text', hint: 'A co-leader, such as a person in recovery.' })}
    ${field({ name: 'abstinentSince', label: 'The co-leader is abstinent since', type: 'date' })}
    ${field({ name: 'coLeaderAbstinentWeeks', label: 'Weeks of abstinence that the program asks of a co-leader', type: 'number' })}
    <fieldset class="inline boxes"><legend>Counts as</legend>${choices.map((choice) => box('credit', choice))}</fieldset>
    ${field({ name: 'topics', label: 'Topics, one a line, in their order', type: 'area', required: true, rows: 12 })}
    ${field({ name: 'firstTopic', label: 'Number of the topic of the first meeting', type: 'number' })}
    ${field({ name: 'capacity', label: 'Places', type: 'number' })}
    ${field({ name: 'minimum', label: 'Fewest patients', type: 'number' })}
    ${field({ name: 'patientsPerLeader', label: 'Most patients for each who leads', type: 'number' })}
    ${field({
      name: 'admission',
      label: 'Admission',
      type: 'choice',
      required: true,
      options: [
        ['open', 'open: patients join at any time'],
        ['closed', 'closed: nobody joins after the first meeting'],
      ],
    })}`;
}

/** A group as the fields of its form, as if somebody had filled them in. Pure. */
export function filledFrom(group: Partial<Group>): Filled {
  const [time, ...more] = group.times ?? [];
  const [, every, days] = /^FREQ=WEEKLY;(INTERVAL=2;)?BYDAY=([A-Z,]+)$/.exec(time?.rule ?? '') ?? [];
  const plain = more.length === 0 && days !== undefined;
  const text = (value: unknown) => (value === undefined ? '' : String(value));
  const { title, place, site, timeZone, leader, firstTopic, capacity, minimum, patientsPerLeader } = group;
  const named = { title, place, site, timeZone, leader, firstTopic, capacity, minimum, patientsPerLeader };
  return {
    ...Object.fromEntries(Object.entries(named).map(([name, value]) => [name, text(value)])),
    days: plain ? days.split(',') : [],
    every: every === undefined ? '1' : '2',
    start: plain ? text(time?.start) : '',
    minutes: plain ? text(time?.minutes) : '',
    coLeader: text(group.coLeader?.name),
    abstinentSince: text(group.coLeader?.abstinentSince),
    coLeaderAbstinentWeeks: text(group.coLeaderAbstinentWeeks),
    credit: (group.credits ?? []).map(({ curriculum, track }) => `${curriculum} ${track}`),
    topics: (group.topics ?? []).join('\n'),
    admission: group.admission ?? 'open',
  };
}
