import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openAccessStore } from '../../../src/adapters/access/access-store.ts';
import { plainAddress } from '../../../src/faces/http/caller-address.ts';
import { createGuestLines } from '../../../src/faces/http/guest-lines.ts';
import { openClinic } from './clinic-subject.ts';
import { softwarePasskey } from './software-passkey.ts';

const PROXY = '127.0.0.1';
/** Asks as a guest over a connection from an address; gives the status. */
async function knocking(trustedProxies: string[]) {
  const clinic = await openClinic({ trustedProxies, rate: { burst: 2, perSecond: 0.001 } });
  return async (remoteAddress: string, forwarded?: string) => {
    const headers = forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded };
    const env = { incoming: { socket: { remoteAddress } } };
    return (await clinic.app.request('/api/me', { headers }, env)).status;
  };
}

describe('guests', () => {
  it('behind a trusted proxy are told apart by the last hop that it names', async () => {
    const knock = await knocking([PROXY]);
    const asked = [];
    for (const hops of ['192.0.2.1', '192.0.2.9, 192.0.2.1', '192.0.2.9,192.0.2.1:5123', '192.0.2.2'])
      asked.push(await knock(`::ffff:${PROXY}`, hops));
    expect(asked).toEqual([401, 401, 429, 401]);
    expect([await knock(PROXY, 'nobody'), await knock(PROXY), await knock(PROXY)]).toEqual([401, 401, 429]);
  });

  it('who come from elsewhere are not believed about where they come from', async () => {
    for (const trusted of [[], ['127.0.0.2']]) {
      const knock = await knocking(trusted);
      const asked = [];
      for (const hop of ['192.0.2.1', '192.0.2.2', '192.0.2.3']) asked.push(await knock(PROXY, hop));
      expect(asked).toEqual([401, 401, 429]);
    }
    await expect(openClinic({ trustedProxies: ['localhost'] })).rejects.toThrow('not the address of a proxy');
  });

  it('with a network of IPv6 are one caller, however they write their address', async () => {
    const knock = await knocking([]);
    const asked = [];
    for (const address of ['2001:db8::1', '2001:db8::ffff:2', '2001:DB8:0:0:1::3', '2001:db8:0:1::1'])
      asked.push(await knock(address));
    expect(asked).toEqual([401, 401, 429, 401]);
    expect(['::1', '[2001:DB8:0::1]:443', 'fe80::1%eth0', '1.2.3', ''].map(plainAddress)).toEqual([
      '::1',
      '2001:db8::1',
      null,
      null,
      null,
    ]);
  });

  it('do not make the log grow without end, whatever they fail at', async () => {
    const clinic = await openClinic();
    const before = clinic.access.log.list({ limit: 100 }).length;
    const passkey = softwarePasskey('localhost').get('bm90LW91cnM', 'http://localhost:8080');
    for (let n = 0; n < 8; n += 1) {
      await clinic.ask('', 'GET', `/api/calendars/cal_${n}.ics`);
      await clinic.ask('', 'POST', '/api/sign-in/passkey', passkey);
      await clinic.ask('', 'POST', '/api/sign-in/password', { name: `n${n}`, password: 'a wrong one' });
      await clinic.ask('', 'POST', '/api/join', { link: `join_${n}`, password: 'a walk along the river' });
    }
    expect(clinic.access.log.list({ limit: 100 })).toHaveLength(before + 20);
    clinic.later(10);
    await clinic.ask('', 'GET', '/api/calendars/cal_x.ics');
    expect(clinic.access.log.list({ limit: 1 })[0]?.reason).toBe(
      'a calendar link that is not good, and 12 more by guests',
    );
  });

  it('of ever so many addresses write 1,000 lines at once, and one a minute after that', () => {
    const lines = createGuestLines();
    const written = (from: number, to: number, now: number) =>
      Array.from({ length: to - from }, (_, n) => lines.take(`guest ${from + n}`, now)).filter(
        ({ write }) => write,
      );
    expect(written(0, 3000, 0)).toHaveLength(1000);
    expect(written(3000, 3100, 60_000)).toEqual([{ write: true, left: 2000 }]);
  });

  it('leave at most 10,000 names that were tried, and none of them makes that of an account forgotten', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'stepwell-')), 'a.access');
    const access = openAccessStore(file);
    const { person } = await openClinic({ access });
    person('kim', 'counselor');
    access.guesses.count('kim', '2026-01-05T20:00:00.000Z');
    const db = new Database(file);
    const tried = db.prepare(
      "INSERT INTO guess (name, tries, tried_at) VALUES (?, 1, '2026-01-05T20:00:01.000Z')",
    );
    db.transaction(() => {
      for (let n = 0; n < 9999; n += 1) tried.run(`n${n}`);
    })();
    access.guesses.count('x', '2026-01-05T20:00:02.000Z');
    access.guesses.count('y', '2026-01-05T20:00:03.000Z');
    expect(['x', 'y', 'kim'].map((name) => access.guesses.read(name).tries)).toEqual([1, 1, 1]);
    expect(db.prepare('SELECT count(*) FROM guess').pluck().get()).toBeLessThan(10_000);
    db.close();
    access.close();
  });
});
