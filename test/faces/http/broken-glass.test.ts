import { beforeEach, describe, expect, it } from 'vitest';
import { EVENING } from '../../engine/groups/group-clinic.ts';
import { type ClinicSubject, openClinic } from './clinic-subject.ts';

let clinic: ClinicSubject;
let kim: string;
beforeEach(async () => {
  clinic = await openClinic();
  kim = clinic.person('kim', 'counselor');
  const glass = { episode: 'e-2', reason: 'The patient came in a crisis.', minutes: 5 };
  expect((await clinic.ask(kim, 'POST', '/api/broken-glass', glass)).status).toBe(201);
});

const command = async (body: object) => {
  const answer = await clinic.ask(kim, 'POST', '/api/commands', { episode: 'e-2', ...body });
  return [answer.status, ((await answer.json()) as { code?: string }).code];
};

describe('a record that was opened in an emergency', () => {
  it('is written to, for its time', async () => {
    const note = { type: 'AddNote', text: 'Seen at night.' };
    expect(await command(note)).toEqual([200, undefined]);
    clinic.later(5);
    expect(await command(note)).toEqual([404, 'not-found']);
  });

  it.each([
    ['another counselor', { type: 'AssignCounselor', counselor: 'kim' }],
    ['an amended admission', { type: 'Amend', fact: 1, change: { counselor: 'kim' }, reason: 'x' }],
    ['a voided admission', { type: 'Void', fact: 1, reason: 'x' }],
  ])('is not taken over by %s, and that it was tried is in the log', async (_, body) => {
    expect(await command(body)).toEqual([403, 'glass-reaches-no-further']);
    const [line] = clinic.access.log.list({ limit: 1 });
    expect(line).toMatchObject({ outcome: 'denied', actor: 'kim', subjects: [{ episode: 'e-2' }] });
    const [row] = await clinic.engine.caseload({ episode: 'e-2' });
    expect(row?.counselor).toBe('lee');
  });

  it('does not come into a group of one’s own, where it would be seen after its time', async () => {
    const group = async (body: object) => {
      const answer = await clinic.ask(kim, 'POST', '/api/groups', { group: 'evening', ...body });
      return [answer.status, ((await answer.json()) as { code?: string }).code];
    };
    expect(await group({ type: 'DefineGroup', definition: EVENING })).toEqual([200, undefined]);
    expect(await group({ type: 'JoinGroup', episode: 'e-1' })).toEqual([200, undefined]);
    expect(await group({ type: 'JoinGroup', episode: 'e-2' })).toEqual([403, 'glass-reaches-no-further']);
    const rows = [{ episode: 'e-2', status: 'attended' }];
    const roster = { type: 'RecordRoster', meeting: '2026-01-05T18:00', rows };
    expect(await group(roster)).toEqual([403, 'glass-reaches-no-further']);
  });
});
