import { beforeEach, describe, expect, it } from 'vitest';
import { AcceptedOutcome } from '../../../src/faces/http/schemas/outcome.ts';
import { Problem } from '../../../src/faces/http/schemas/problem.ts';
import { StatusAnswer } from '../../../src/faces/http/schemas/status.ts';
import { type ClinicSubject, openClinic } from './clinic-subject.ts';

let clinic: ClinicSubject;
let kim: string;
beforeEach(async () => {
  clinic = await openClinic();
  kim = clinic.person('kim', 'counselor');
});

const attend = { type: 'RecordAttendance', episode: 'e-1', track: 'individual-conjoint', status: 'attended' };
const signOff = { type: 'SignOff', episode: 'e-1', subject: 'service-agreement' };
const send = (body: unknown, headers: Record<string, string> = {}, who = kim) =>
  clinic.ask(who, 'POST', '/api/commands', body, headers);
const events = async () => (await clinic.engine.history('e-1')).length;

describe('a command over HTTP', () => {
  it('is recorded under the name and the role of who is signed in', async () => {
    const answer = await send(attend);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe('"2"');
    expect(AcceptedOutcome.parse(await answer.json())).toMatchObject({ accepted: true, version: 2 });
    const history = await clinic.engine.history('e-1');
    expect(history.at(-1)?.event).toMatchObject({ type: 'AttendanceRecorded', by: 'kim', role: 'counselor' });
  });

  it('cannot be recorded under another name, or in a role that is not his', async () => {
    expect((await send({ ...attend, by: 'lee' })).status).toBe(400);
    const boss = await send({ type: 'Override', episode: 'e-1', role: 'supervisor', reason: 'Trust me.' });
    expect([boss.status, ((await boss.json()) as { code: string }).code]).toEqual([403, 'role-not-yours']);
    await send(signOff);
    for (const change of [{ role: 'physician' }, { by: 'lee' }]) {
      const amended = await send({ type: 'Amend', episode: 'e-1', fact: 2, change, reason: 'Mistyped.' });
      expect(amended.status, JSON.stringify(change)).toBe(403);
    }
  });

  it('that the curriculum does not allow is a problem that explains the gate', async () => {
    const answer = await send({ type: 'Advance', episode: 'e-1' });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(Problem.parse(await answer.json())).toMatchObject({
      type: 'urn:stepwell:problem:gate-not-satisfied',
      code: 'gate-not-satisfied',
      refused: true,
      status: 422,
      gate: { truth: 'unsatisfied' },
    });
  });

  it('with a key that was used gives the first answer and writes nothing', async () => {
    const first = await send(attend, { 'idempotency-key': 'k-1' });
    const again = await send(attend, { 'idempotency-key': 'k-1' });
    expect([first.status, again.status, await events()]).toEqual([200, 200, 2]);
    expect(await again.json()).toMatchObject({ version: 2, repeated: true });
    const other = await send(signOff, { 'idempotency-key': 'k-1' });
    expect([other.status, ((await other.json()) as { code: string }).code]).toEqual([
      422,
      'idempotency-key-reused',
    ]);
  });

  it('with the key of somebody else is a command of its own', async () => {
    const boss = clinic.person('boss', 'supervisor', { signsAs: ['counselor'] });
    await send({ type: 'AddNote', episode: 'e-1', text: 'Called.' }, { 'idempotency-key': 'k-1' });
    const other = await send(
      { type: 'AddNote', episode: 'e-1', text: 'Called.' },
      { 'idempotency-key': 'k-1' },
      boss,
    );
    expect(await other.json()).toMatchObject({ version: 3, repeated: false });
  });

  it('is held to the version that If-Match names', async () => {
    expect((await send(attend, { 'if-match': '"1"' })).status).toBe(200);
    const late = await send(signOff, { 'if-match': '"1"' });
    expect(late.status).toBe(412);
    expect(await late.json()).toMatchObject({ code: 'version-conflict', version: 2 });
    expect((await send(signOff, { 'if-match': '*' })).status).toBe(400);
    expect(await events()).toBe(2);
  });
});

describe('a batch over HTTP', () => {
  const batch = (commands: unknown[], headers = {}) =>
    clinic.ask(kim, 'POST', '/api/batches', { commands }, headers);

  it('is written whole, with one outcome for each', async () => {
    const answer = await batch([attend, signOff, { type: 'Advance', episode: 'e-1' }], { 'if-match': '"1"' });
    expect(answer.status).toBe(200);
    expect(((await answer.json()) as { outcomes: unknown[] }).outcomes).toHaveLength(3);
    expect((await clinic.engine.status('e-1')).phase?.id).toBe('early-recovery');
  });

  it('is not written at all where one is refused, and says which', async () => {
    const answer = await batch([attend, { type: 'Advance', episode: 'e-1' }]);
    expect([answer.status, await events()]).toEqual([422, 1]);
    expect(await answer.json()).toMatchObject({ code: 'gate-not-satisfied', command: 1 });
  });

  it('is previewed without writing', async () => {
    const answer = await clinic.ask(kim, 'POST', '/api/previews', { commands: [attend, signOff] });
    const { outcomes } = (await answer.json()) as { outcomes: { accepted: boolean }[] };
    expect(outcomes.map(({ accepted }) => accepted)).toEqual([true, true]);
    expect(await events()).toBe(1);
  });
});

describe('an intake over HTTP', () => {
  const admit = { type: 'Admit', patient: 'p-3', curriculum: 'matrix-iop' };
  const intake = (body: unknown, who = kim, headers = {}) =>
    clinic.ask(who, 'POST', '/api/episodes', body, headers);

  it('makes an episode of the counselor, and the same one for the same key', async () => {
    const first = await intake(admit, kim, { 'idempotency-key': 'k-2' });
    expect(first.status).toBe(201);
    const place = first.headers.get('location') ?? '';
    const status = StatusAnswer.parse(await (await clinic.ask(kim, 'GET', place)).json());
    expect(status).toMatchObject({ patient: 'p-3', counselor: 'kim', version: 1 });
    const again = await intake(admit, kim, { 'idempotency-key': 'k-2' });
    expect([again.headers.get('location'), ((await again.json()) as { repeated: boolean }).repeated]).toEqual(
      [place, true],
    );
  });

  it('does not let the caller choose the name of the episode, which would tell whose exist', async () => {
    expect((await intake({ ...admit, episode: 'e-2' })).status).toBe(400);
  });

  it('of a supervisor is for his own site', async () => {
    const boss = clinic.person('boss', 'supervisor');
    expect((await intake({ ...admit, site: 'south' }, boss)).status).toBe(403);
    const own = await intake(admit, boss);
    const { episode } = (await own.json()) as { episode: string };
    expect((await clinic.engine.status(episode)).site).toBe('north');
  });
});
