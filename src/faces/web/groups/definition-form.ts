import { html } from 'hono/html';
import type { Group } from '../../../engine/groups/group.ts';
import type { HttpProblem } from '../../http/http-problem.ts';
import type { Filled } from '../action-command.ts';
import { fieldProblems } from '../field-problems.ts';
import { type FormPart, type FormParts, formParts } from '../form-parts.ts';
import { wrongAt } from '../wrong-at.ts';
import { filledTimes, isFilledIn, TIME_PLACES, timeField } from './group-times.ts';
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

const EVERY = [
  ['1', 'week'],
  ['2', 'other week'],
] as const;
const ADMISSION = [
  ['open', 'open: patients join at any time'],
  ['closed', 'closed: nobody joins after the first meeting'],
] as const;

/**
 * The fields that define a group, as they are filled in, each with what was wrong with it: when it meets, where, who leads it, what it counts
 * as, and its rules of size. `first` come before them.
 */
export function definitionFields(
  first: readonly FormPart[],
  filled: Filled,
  problem: HttpProblem | null,
  choices: readonly CreditChoice[],
  before: Group | null,
): FormParts {
  const parts = (several: readonly FormPart[]) => formParts(several, filled, problem).fields;
  const all = (name: string) => [filled[name] ?? []].flat();
  const box = (name: string, [key, words]: readonly [string, string]) =>
    html`<label><input type="checkbox" name="${name}" value="${key}" ${all(name).includes(key) ? 'checked' : ''}> ${words}</label>`;
  const wrong = (name: string) => {
    const message = wrongAt(problem, name);
    return message === null ? '' : html`<p class="wrong">${message}</p>`;
  };
  const used = Array.from({ length: TIME_PLACES }, (_, place) => place).filter(
    (place) => place === 0 || all(timeField('days', place)).length > 0,
  );
  const at = (place: number) =>
    all('keep').length + (used.includes(place) ? used.indexOf(place) : used.length);
  const time = (place: number) =>
    html`<fieldset class="inline boxes" id="${timeField('days', place)}"><legend>Days</legend>${place === 0 ? wrong('days') : ''}${DAYS.map((day) => box(timeField('days', place), day))}</fieldset>
      ${parts([
        {
          name: timeField('every', place),
          label: 'Every',
          type: 'choice',
          required: place === 0,
          options: EVERY,
          at: '1',
        },
        { name: timeField('start', place), of: `times/${at(place)}/start`, label: 'Time', type: 'time' },
        {
          name: timeField('minutes', place),
          of: `times/${at(place)}/minutes`,
          label: 'Minutes',
          type: 'number',
        },
      ])}`;
  const next = used.length;
  const timeFields = (place: number) =>
    ['start', 'minutes'].map((name) => ({
      ...{ name: `times/${at(place)}/${name}`, id: timeField(name, place) },
      label: name === 'start' ? 'Time' : 'Minutes',
    }));
  const kept = (before?.times ?? []).flatMap((one, index) =>
    isFilledIn(one) && !all('keep').includes(String(index))
      ? []
      : [[String(index), `It meets ${sayRule(one.rule)} at ${one.start}`] as const],
  );
  return {
    problems: fieldProblems(problem, [...first, ...NAMED, ...used.flatMap(timeFields)]),
    fields: html`${parts([...first, ...ABOUT])}
      <fieldset><legend>When it meets</legend>${kept.length === 0 ? '' : html`<div class="boxes lines">${kept.map((one) => box('keep', one))}</div>`}
      ${used.map((place) => html`${place === 0 ? '' : html`<h2>Another time</h2>`}${time(place)}`)}
      ${next < TIME_PLACES ? html`<details><summary>Another time of the week</summary>${time(next)}</details>` : ''}</fieldset>
      <fieldset><legend>Where, and who leads it</legend>${parts(PEOPLE)}</fieldset>
      <fieldset class="boxes lines" id="credit"><legend>Counts as</legend>${wrong('credit')}${choices.map((choice) => box('credit', choice))}</fieldset>
      <fieldset><legend>Topics</legend>${parts(TOPICS)}</fieldset>
      <fieldset><legend>Size and admission</legend><p class="hint">What is left empty is no rule of this group.</p>${parts(SIZE)}</fieldset>`,
  };
}

const ABOUT: readonly FormPart[] = [{ name: 'title', label: 'Title', type: 'text', required: true }];
const PEOPLE: readonly FormPart[] = [
  { name: 'place', label: 'Room', type: 'text' },
  { name: 'site', label: 'Site', type: 'text', required: true },
  {
    ...{ name: 'timeZone', label: 'Time zone of the site', type: 'text', required: true },
    hint: 'For example America/New_York.',
  },
  { name: 'leader', label: 'Led by', type: 'text', required: true },
  { name: 'coLeader', label: 'With', type: 'text', hint: 'A co-leader, such as a person in recovery.' },
  { name: 'abstinentSince', label: 'The co-leader is abstinent since', type: 'date' },
  {
    ...{ name: 'coLeaderAbstinentWeeks', type: 'number' },
    label: 'Weeks of abstinence that the program asks of a co-leader',
  },
];
const TOPICS: readonly FormPart[] = [
  { name: 'topics', label: 'Topics, one a line, in their order', type: 'area', required: true, rows: 12 },
  { name: 'firstTopic', label: 'Number of the topic of the first meeting', type: 'number' },
];
const SIZE: readonly FormPart[] = [
  { name: 'capacity', label: 'Places', type: 'number' },
  { name: 'minimum', label: 'Fewest patients', type: 'number' },
  { name: 'patientsPerLeader', label: 'Most patients for each who leads', type: 'number' },
  { name: 'admission', label: 'Admission', type: 'choice', required: true, options: ADMISSION, at: 'open' },
];
/** The fields that a problem can lead to, beside those that come first. */
const NAMED: readonly { readonly name: string; readonly label: string }[] = [
  { name: 'days', label: 'Days' },
  { name: 'credit', label: 'Counts as' },
  ...[...ABOUT, ...PEOPLE, ...TOPICS, ...SIZE],
];

/** A group as the fields of its form, as if somebody had filled them in. Pure. */
export function filledFrom(group: Partial<Group>): Filled {
  const text = (value: unknown) => (value === undefined ? '' : String(value));
  const { title, place, site, timeZone, leader, firstTopic, capacity, minimum, patientsPerLeader } = group;
  const named = { title, place, site, timeZone, leader, firstTopic, capacity, minimum, patientsPerLeader };
  return {
    ...Object.fromEntries(Object.entries(named).map(([name, value]) => [name, text(value)])),
    ...filledTimes(group.times ?? []),
    coLeader: text(group.coLeader?.name),
    abstinentSince: text(group.coLeader?.abstinentSince),
    coLeaderAbstinentWeeks: text(group.coLeaderAbstinentWeeks),
    credit: (group.credits ?? []).map(({ curriculum, track }) => `${curriculum} ${track}`),
    topics: (group.topics ?? []).join('\n'),
    admission: group.admission ?? 'open',
  };
}
