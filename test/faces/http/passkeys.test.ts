import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, it } from 'vitest';
import { openAccessStore } from '../../../src/adapters/access/access-store.ts';
import { type ClinicSubject, ORIGIN, openClinic } from './clinic-subject.ts';
import { type SoftwarePasskey, softwarePasskey } from './software-passkey.ts';

let clinic: ClinicSubject;
let kim: string;
let passkey: SoftwarePasskey;
beforeEach(async () => {
  clinic = await openClinic();
  kim = clinic.person('kim', 'counselor');
  passkey = softwarePasskey('localhost');
});

async function challenge(cookie: string, path: string): Promise<string> {
  const answer = await clinic.ask(cookie, 'POST', path, {});
  return ((await answer.json()) as { challenge: string }).challenge;
}
const add = async () => {
  const asked = await challenge(kim, '/api/passkey-challenges');
  return (await clinic.ask(kim, 'POST', '/api/passkeys', passkey.create(asked, ORIGIN))).status;
};
const ask = () => challenge('', '/api/sign-in/passkey-challenges');
const enter = async (response: unknown) => {
  const answer = await clinic.ask('', 'POST', '/api/sign-in/passkey', response);
  return [answer.status, (answer.headers.get('set-cookie') ?? '').split(';')[0]] as const;
};

describe('a passkey', () => {
  it('is added by who is signed in, and signs him in from then on', async () => {
    expect(await add()).toBe(204);
    const [status, cookie = ''] = await enter(passkey.get(await ask(), ORIGIN));
    expect(status).toBe(204);
    expect(await (await clinic.ask(cookie, 'GET', '/api/me')).json()).toMatchObject({ name: 'kim' });
  });

  it('is not taken with another origin, another challenge, a changed signature, or a second time', async () => {
    await add();
    const good = passkey.get(await ask(), ORIGIN);
    expect((await enter(passkey.get(await ask(), 'https://elsewhere.example')))[0]).toBe(401);
    expect((await enter(passkey.get('bm90LW91cnM', ORIGIN)))[0]).toBe(401);
    const other = softwarePasskey('localhost').get(await ask(), ORIGIN);
    expect((await enter({ ...good, response: other['response'] }))[0]).toBe(401);
    const asked = await ask();
    const late = passkey.get(asked, ORIGIN);
    clinic.later(5);
    expect((await enter(late))[0]).toBe(401);
    const fresh = passkey.get(await ask(), ORIGIN);
    expect((await enter(fresh))[0]).toBe(204);
    expect((await enter(fresh))[0]).toBe(401);
  });

  it('of an account that was disabled opens nothing', async () => {
    await add();
    clinic.access.accounts.disable(clinic.access.accounts.byName('kim')?.id ?? '');
    expect((await enter(passkey.get(await ask(), ORIGIN)))[0]).toBe(401);
  });

  it('that was asked for and never used leaves nothing behind', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'stepwell-')), 'a.access');
    clinic = await openClinic({ access: openAccessStore(file) });
    for (let n = 0; n < 3; n += 1) await ask();
    clinic.later(5);
    await ask();
    const db = new Database(file, { readonly: true });
    expect(db.prepare('SELECT count(*) FROM challenge').pluck().get()).toBe(1);
    db.close();
    clinic.access.close();
  });

  it('is seen and taken away by its owner alone, and whoever came in with it is signed out', async () => {
    await add();
    const [, elsewhere = ''] = await enter(passkey.get(await ask(), ORIGIN));
    const lee = clinic.person('lee', 'counselor');
    const own = async (cookie: string) =>
      ((await (await clinic.ask(cookie, 'GET', '/api/passkeys')).json()) as { items: { id: string }[] })
        .items;
    const [one] = await own(kim);
    expect(one).toEqual({
      id: one?.id,
      createdAt: '2026-01-05T20:00:00.000Z',
      transports: expect.any(Array),
    });
    expect(await own(lee)).toEqual([]);
    const remove = async (cookie: string) =>
      (await clinic.ask(cookie, 'POST', `/api/passkeys/${one?.id}/removal`, {})).status;
    const me = async (cookie: string) => (await clinic.ask(cookie, 'GET', '/api/me')).status;
    expect(await remove(lee)).toBe(404);
    expect([await own(kim), await me(elsewhere)]).toEqual([[one], 200]);
    expect([await remove(kim), await remove(kim)]).toEqual([204, 404]);
    expect([await me(elsewhere), await me(kim), await me(lee)]).toEqual([401, 200, 200]);
    expect((await enter(passkey.get(await ask(), ORIGIN)))[0]).toBe(401);
    expect(clinic.access.log.list({ limit: 20 }).map(({ reason }) => reason)).toContain('passkey removed');
  });

  it('is taken away on the page of the account', async () => {
    await add();
    const page = async () => (await clinic.ask(kim, 'GET', '/account')).text();
    const id = /name="passkey" value="([\w-]+)"/.exec(await page())?.[1] ?? '';
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await clinic.ask(kim, 'POST', '/account', `passkey=${id}`, form);
    expect(await answer.text()).toContain('The passkey is gone.');
    expect(await page()).toContain('You have no passkey yet.');
    expect((await clinic.ask(kim, 'POST', '/account', `passkey=${id}`, form)).status).toBe(404);
  });

  it('is only added soon after signing in, and with a challenge of the same person', async () => {
    const lee = clinic.person('lee', 'counselor');
    const asked = await challenge(lee, '/api/passkey-challenges');
    expect((await clinic.ask(kim, 'POST', '/api/passkeys', passkey.create(asked, ORIGIN))).status).toBe(401);
    clinic.later(16);
    expect(await add()).toBe(403);
  });
});
