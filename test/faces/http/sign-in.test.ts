import { beforeEach, describe, expect, it } from 'vitest';
import { firstDirector } from '../../../src/faces/http/first-director.ts';
import { makeLink } from '../../../src/faces/http/invite.ts';
import { checkPassword, hashPassword } from '../../../src/faces/http/password-hash.ts';
import { cookieName } from '../../../src/faces/http/session-cookie.ts';
import { type ClinicSubject, ORIGIN, openClinic } from './clinic-subject.ts';

const PASSWORD = 'a walk along the river';
const hash = await hashPassword(PASSWORD);
let clinic: ClinicSubject;
beforeEach(async () => {
  clinic = await openClinic();
});
const signIn = (name: string, password: string, headers = {}) =>
  clinic.ask('', 'POST', '/api/sign-in/password', { name, password }, headers);
const cookieOf = (answer: Response) => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
const me = async (cookie: string) => (await clinic.ask(cookie, 'GET', '/api/me')).status;
function kim(): string {
  const cookie = clinic.person('kim', 'counselor');
  const id = clinic.access.accounts.byName('kim')?.id ?? '';
  clinic.access.accounts.setPassword(id, hash);
  return cookie;
}

describe('a password', () => {
  it('is kept as argon2id with a salt of its own, and is the same however an accent is typed', async () => {
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(await hashPassword(PASSWORD)).not.toBe(hash);
    expect(await checkPassword(PASSWORD, hash)).toBe(true);
    expect(await checkPassword(`${PASSWORD}.`, hash)).toBe(false);
    expect(await checkPassword('caf\u00e9 by the river', await hashPassword('cafe\u0301 by the river'))).toBe(
      true,
    );
    expect(await checkPassword('', null)).toBe(false);
  });

  it('opens a session, and the one that the browser had before is dead', async () => {
    const before = kim();
    const answer = await signIn('Kim ', PASSWORD, { cookie: before });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('set-cookie')).toMatch(
      /^stepwell=ses_[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect([await me(cookieOf(answer)), await me(before)]).toEqual([200, 401]);
  });

  it('that is wrong is answered as a name that does not exist, and both are logged', async () => {
    kim();
    const [wrong, nobody] = [
      await signIn('kim', 'wrong wrong wrong'),
      await signIn('nobody', 'wrong wrong wrong'),
    ];
    expect(await wrong.json()).toEqual(await nobody.json());
    expect(wrong.status).toBe(401);
    const lines = clinic.access.log.list({ limit: 2 });
    expect(lines.map(({ outcome, actor }) => [outcome, actor])).toEqual([
      ['failed', null],
      ['failed', 'kim'],
    ]);
  });

  it('takes about as long to refuse for a name that does not exist', async () => {
    kim();
    const timed = async (name: string) => {
      const start = performance.now();
      await signIn(name, 'wrong wrong wrong');
      return performance.now() - start;
    };
    const [real, none] = [await timed('kim'), await timed('nobody')];
    expect(none).toBeGreaterThan(real / 5);
  });
});

describe('guessing', () => {
  it.each(['kim', 'nobody'])(
    'for %s has to wait longer and longer, also with the right password',
    async (name) => {
      kim();
      const codes = async (count: number) => {
        const answers = await Promise.all(
          Array.from({ length: count }, () => signIn(name, 'wrong wrong wrong')),
        );
        return answers.map(({ status }) => status);
      };
      expect(await codes(12)).toEqual([401, 401, 401, 401, 401, 429, 429, 429, 429, 429, 429, 429]);
      const wait = await signIn(name, PASSWORD);
      expect([wait.status, wait.headers.get('retry-after')]).toEqual([429, '30']);
      clinic.later(0.5);
      expect(await codes(2)).toEqual([401, 429]);
      expect((await signIn(name, PASSWORD)).headers.get('retry-after')).toBe('60');
    },
  );

  it('gets through no more than 30 passwords a day', async () => {
    kim();
    let checked = 0;
    for (let minute = 0; minute < 1440; minute += 15) {
      if ((await signIn('kim', 'wrong wrong wrong')).status === 401) checked += 1;
      clinic.later(15);
    }
    expect(checked).toBeLessThan(36);
  });

  it('is forgotten once the right password came', async () => {
    kim();
    for (let n = 0; n < 4; n += 1) await signIn('kim', 'wrong wrong wrong');
    expect((await signIn('kim', PASSWORD)).status).toBe(204);
    for (let n = 0; n < 4; n += 1) await signIn('kim', 'wrong wrong wrong');
    expect((await signIn('kim', PASSWORD)).status).toBe(204);
  });
});

describe('a session', () => {
  it('ends after half an hour without use, and after twelve hours whatever its use', async () => {
    const idle = kim();
    clinic.later(29);
    expect(await me(idle)).toBe(200);
    clinic.later(29);
    expect(await me(idle)).toBe(200);
    clinic.later(30);
    expect(await me(idle)).toBe(401);
    const busy = clinic.person('lee', 'counselor');
    for (let minutes = 20; minutes < 720; minutes += 20) {
      clinic.later(20);
      expect(await me(busy)).toBe(200);
    }
    clinic.later(20);
    expect(await me(busy)).toBe(401);
  });

  it('does not outlive a clock that is put back', async () => {
    const cookie = kim();
    clinic.later(-60);
    expect(await me(cookie)).toBe(401);
  });

  it('is ended at the server by signing out', async () => {
    const cookie = kim();
    expect((await clinic.ask(cookie, 'POST', '/api/sign-out')).status).toBe(204);
    expect(await me(cookie)).toBe(401);
  });

  it('is bound to the host and to HTTPS where the clinic is reached over it', async () => {
    expect(cookieName('https://clinic.example')).toBe('__Host-stepwell');
    clinic = await openClinic({ origin: 'https://clinic.example' });
    kim();
    const answer = await clinic.app.request('/api/sign-in/password', {
      method: 'POST',
      headers: { origin: 'https://clinic.example', 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'kim', password: PASSWORD }),
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-stepwell=.*; HttpOnly; Secure; SameSite=Lax$/);
    expect(answer.headers.get('strict-transport-security')).toContain('max-age');
  });
});

describe('the first start', () => {
  const join = (link: string, password = PASSWORD) => clinic.ask('', 'POST', '/api/join', { link, password });

  it('makes a director with a link that is good once, and none once somebody can sign in', async () => {
    const first = firstDirector(clinic.access, '2026-01-05T20:00:00.000Z');
    const again = firstDirector(clinic.access, '2026-01-05T20:00:00.000Z');
    expect((await join(first?.link ?? '')).status).toBe(403);
    const answer = await join(again?.link ?? '');
    expect([answer.status, await me(cookieOf(answer))]).toEqual([204, 200]);
    expect((await join(again?.link ?? '')).status).toBe(403);
    expect(firstDirector(clinic.access, '2026-01-05T20:00:00.000Z')).toBeNull();
    expect(clinic.access.accounts.list().map(({ name, role }) => [name, role])).toEqual([
      ['director', 'director'],
    ]);
  });

  it('refuses a short password without using up the link, and a link that is a day old', async () => {
    const first = firstDirector(clinic.access, '2026-01-05T20:00:00.000Z');
    expect((await join(first?.link ?? '', 'too short')).status).toBe(400);
    expect((await join(first?.link ?? '', 'aaaaaaaaaaaaaaaaaaaa')).status).toBe(400);
    clinic.later(1440);
    expect((await join(first?.link ?? '')).status).toBe(403);
  });
});

describe('an account', () => {
  it('that is disabled is out at once: its sessions, tokens, links and passwords', async () => {
    const cookie = kim();
    const director = clinic.person('dora', 'director');
    const made = await clinic.ask(director, 'POST', '/api/accounts/kim/links', {});
    const { link } = (await made.json()) as { link: string };
    expect(await me(cookie)).toBe(200);
    const gone = await clinic.ask(director, 'POST', '/api/accounts/kim/disabling', {
      reason: 'Left the clinic.',
    });
    expect(gone.status).toBe(204);
    expect(await me(cookie)).toBe(401);
    expect((await signIn('kim', PASSWORD)).status).toBe(401);
    expect((await clinic.ask('', 'POST', '/api/join', { link, password: PASSWORD })).status).toBe(403);
    const own = await clinic.ask(director, 'POST', '/api/accounts/dora/disabling', { reason: 'Tired.' });
    expect(own.status).toBe(409);
  });

  it('of a supervisor needs a site, and names are taken for ever', async () => {
    const director = clinic.person('dora', 'director');
    const add = (body: object) => clinic.ask(director, 'POST', '/api/accounts', body);
    expect((await add({ name: 'sam', role: 'supervisor' })).status).toBe(400);
    expect((await add({ name: 'sam', role: 'supervisor', site: '*' })).status).toBe(201);
    expect((await add({ name: 'sam', role: 'auditor' })).status).toBe(409);
  });

  it('of an app comes with a token that runs out, and cannot sign in', async () => {
    const director = clinic.person('dora', 'director');
    const made = await clinic.ask(director, 'POST', '/api/service-accounts', {
      name: 'desk',
      role: 'counselor',
      days: 1,
    });
    const { token } = (await made.json()) as { token: string };
    const asApp = async (bearer: string) =>
      (await clinic.app.request('/api/me', { headers: { authorization: `Bearer ${bearer}` } })).status;
    expect([await asApp(token), await asApp(`${token}x`)]).toEqual([200, 401]);
    const stored = JSON.stringify(clinic.access.accounts.list());
    expect(stored).not.toContain(token);
    clinic.later(1440);
    expect(await asApp(token)).toBe(401);
    expect((await signIn('desk', PASSWORD)).status).toBe(401);
    expect(ORIGIN).toContain('localhost');
  });

  it('that somebody comes back to by a new link has no passkeys any more: another may have added one', async () => {
    kim();
    const account = clinic.access.accounts.byName('kim')?.id ?? '';
    const common = { publicKey: new Uint8Array([1]), counter: 0, transports: [], createdAt: '2026-01-05' };
    clinic.access.passkeys.add({ id: 'planted', account, ...common });
    const { link } = makeLink(clinic.access, account, '2026-01-05T20:00:00.000Z');
    expect((await clinic.ask('', 'POST', '/api/join', { link, password: PASSWORD })).status).toBe(204);
    expect(clinic.access.passkeys.of(account)).toEqual([]);
  });

  it('of an app gets no link for a person, and one that it got otherwise opens nothing', async () => {
    const director = clinic.person('dora', 'director');
    await clinic.ask(director, 'POST', '/api/service-accounts', { name: 'desk', role: 'counselor' });
    const asked = await clinic.ask(director, 'POST', '/api/accounts/desk/links', {});
    expect([asked.status, await asked.json()]).toMatchObject([409, { code: 'not-a-person' }]);
    const id = clinic.access.accounts.byName('desk')?.id ?? '';
    const { link } = makeLink(clinic.access, id, '2026-01-05T20:00:00.000Z');
    expect((await clinic.ask('', 'POST', '/api/join', { link, password: PASSWORD })).status).toBe(403);
    const closed = await clinic.ask(director, 'POST', '/api/accounts/desk/disabling', { reason: 'Old.' });
    expect(closed.status).toBe(204);
  });

  it('of an app that came to a cookie all the same is asked from where, as everybody with a cookie is', async () => {
    const desk = clinic.person('desk', 'counselor', { kind: 'service' });
    const admit = { type: 'Admit', patient: 'p-3', curriculum: 'matrix-iop' };
    const elsewhere = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const answer = await clinic.ask(desk, 'POST', '/api/episodes', admit, elsewhere);
    expect([answer.status, await answer.json()]).toMatchObject([403, { code: 'other-origin' }]);
    expect((await clinic.ask(desk, 'POST', '/api/episodes', admit)).status).toBe(201);
  });
});
