import { beforeEach, describe, expect, it } from 'vitest';
import { evening, openPages, type PageSubject } from './page-subject.ts';

let clinic: PageSubject;
let kim: string;
beforeEach(async () => {
  clinic = await openPages();
  kim = clinic.person('kim', 'counselor');
});
/** What the form of a page has in its fields, as a browser would send it. */
const fieldsOf = (text: string) => {
  const fields: [string, string][] = [];
  const plain = (value = '') =>
    value.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
  for (const [tag] of text.matchAll(/<input[^>]*>/g)) {
    const [, name = ''] = /name="([^"]+)"/.exec(tag) ?? [];
    if (tag.includes('checkbox') && !tag.includes('checked')) continue;
    fields.push([name, plain(/value="([^"]*)"/.exec(tag)?.[1])]);
  }
  for (const [, name = '', value] of text.matchAll(/<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)</g))
    fields.push([name, plain(value)]);
  for (const [, name = '', options = ''] of text.matchAll(
    /<select[^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs,
  ))
    fields.push([name, /value="([^"]*)" selected/.exec(options)?.[1] ?? '']);
  return fields;
};
const send = async (path: string, fields: [string, string][], change: Record<string, string> = {}) => {
  const body = new URLSearchParams(fields.filter(([name]) => !(name in change)));
  for (const [name, value] of Object.entries(change)) body.append(name, value);
  const form = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await clinic.ask(kim, 'POST', path, body.toString(), form);
  return { status: answer.status, to: answer.headers.get('location'), text: await answer.text() };
};

describe('a new group', () => {
  it('begins with what the program says, and needs a site and its time zone', async () => {
    expect((await clinic.page('/new-group', kim)).text).toContain('href="/new-group?curriculum=matrix-iop"');
    expect((await clinic.page('/new-group?curriculum=matrix-iop', kim)).text).toContain(
      'track=relapse-prevention',
    );
    const { text } = await clinic.page('/new-group?curriculum=matrix-iop&track=relapse-prevention', kim);
    const where = { site: 'north', timeZone: 'America/New_York', place: 'Room 1', capacity: '12' };
    expect((await send('/new-group', fieldsOf(text), { ...where, timeZone: 'Nowhere' })).status).toBe(400);
    const made = await send('/new-group', fieldsOf(text), where);
    expect([made.status, made.to]).toEqual([303, '/groups/relapse-prevention']);
    const { group } = await clinic.engine.groups.status('relapse-prevention');
    expect(group).toMatchObject({
      ...{ title: 'Relapse prevention', leader: 'kim', capacity: 12, site: 'north', admission: 'open' },
      times: [{ rule: 'FREQ=WEEKLY;BYDAY=MO,FR', start: '19:15', minutes: 90 }],
      credits: [{ curriculum: 'matrix-iop', track: 'relapse-prevention' }],
    });
    expect(group.topics).toHaveLength(32);
    const { text: page } = await clinic.page('/groups/relapse-prevention', kim);
    expect(page).toContain('Mondays and Fridays at 19:15');
    expect(page).toContain('12 places are free.');
  });

  it('is not defined for somebody else to lead, and without days it is shown again', async () => {
    const { text } = await clinic.page('/new-group?curriculum=matrix-iop&track=relapse-prevention', kim);
    const where = { site: 'north', timeZone: 'America/New_York' };
    expect((await send('/new-group', fieldsOf(text), { ...where, leader: 'lee' })).status).toBe(403);
    const without = fieldsOf(text).filter(([name]) => name !== 'days');
    const wrong = await send('/new-group', without, where);
    expect([wrong.status, wrong.text.includes('choose the days')]).toEqual([400, true]);
  });
});

describe('a group', () => {
  it('is changed from a day on, in what was changed alone', async () => {
    await clinic.mustGroup(evening());
    const { text } = await clinic.page('/groups/evening/definition', kim);
    const changed = await send('/groups/evening/definition', fieldsOf(text), {
      start: '18:30',
      capacity: '10',
    });
    expect([changed.status, changed.to]).toEqual([303, '/groups/evening']);
    const events = await clinic.engine.store.read('group:evening');
    expect(JSON.parse(events.at(-1)?.body ?? '{}')).toMatchObject({
      type: 'GroupChanged',
      change: { capacity: 10, times: [{ rule: 'FREQ=WEEKLY;BYDAY=MO,FR', start: '18:30', minutes: 90 }] },
    });
  });

  it('loses a value that is emptied, and no other', async () => {
    await clinic.mustGroup(evening());
    const form = async () => fieldsOf((await clinic.page('/groups/evening/definition', kim)).text);
    const sized = { capacity: '4', minimum: '2' };
    expect((await send('/groups/evening/definition', await form(), sized)).status).toBe(303);
    const fewer = { capacity: '1', minimum: '', place: '' };
    expect((await send('/groups/evening/definition', await form(), fewer)).status).toBe(303);
    const { group } = await clinic.engine.groups.status('evening');
    expect(group).toMatchObject({ capacity: 1, title: 'Relapse prevention, evenings', leader: 'kim' });
    expect(Object.keys(group)).not.toEqual(expect.arrayContaining(['minimum']));
    expect(Object.keys(group)).not.toEqual(expect.arrayContaining(['place']));
  });

  it('meets at another time on another day, and at each time keeps what was filled in where one is wrong', async () => {
    await clinic.mustGroup(evening());
    const first = fieldsOf((await clinic.page('/groups/evening/definition', kim)).text);
    const another = { 'days-1': 'WE', 'every-1': '2', 'start-1': '10:00', 'minutes-1': '0' };
    const wrong = await send('/groups/evening/definition', first, another);
    expect(wrong.status).toBe(400);
    expect(wrong.text).toMatch(/class="wrong" id="minutes-1-wrong">[^<]+</);
    expect(wrong.text).not.toContain('id="minutes-wrong"');
    expect(wrong.text).toContain('<a href="#minutes-1">Minutes</a>: at least 1');
    expect(wrong.text).toMatch(/id="start-1"[^>]*value="10:00"/);
    const right = await send('/groups/evening/definition', first, { ...another, 'minutes-1': '60' });
    expect(right.status).toBe(303);
    expect((await clinic.engine.groups.status('evening')).group.times).toEqual([
      { rule: 'FREQ=WEEKLY;BYDAY=MO,FR', start: '18:00', minutes: 90 },
      { rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', start: '10:00', minutes: 60 },
    ]);
    const now = fieldsOf((await clinic.page('/groups/evening/definition', kim)).text);
    const fewer = now.filter(([name]) => name !== 'days-1');
    expect((await send('/groups/evening/definition', fewer)).status).toBe(303);
    expect((await clinic.engine.groups.status('evening')).group.times).toHaveLength(1);
  });

  it('that meets by a rule without words in the form keeps it', async () => {
    const command = evening();
    if (command.type !== 'DefineGroup') throw new Error('not a definition');
    const times = [{ rule: 'FREQ=MONTHLY;BYDAY=1MO', start: '18:00', minutes: 90 }];
    await clinic.mustGroup({ ...command, definition: { ...command.definition, times } });
    const { text } = await clinic.page('/groups/evening/definition', kim);
    expect(text).toContain('It meets the first Monday of each month at 18:00');
    expect((await send('/groups/evening/definition', fieldsOf(text), { title: 'Once a month' })).status).toBe(
      303,
    );
    expect((await clinic.engine.groups.status('evening')).group).toMatchObject({
      title: 'Once a month',
      times,
    });
  });
});
