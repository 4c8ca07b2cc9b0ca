import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import type { Account } from '../../../src/access/account.ts';
import { SIGNS_AS } from '../../../src/access/account.ts';
import type { Role } from '../../../src/access/role.ts';
import { type AccessStore, openAccessStore } from '../../../src/adapters/access/access-store.ts';
import { loadCurriculumLibrary } from '../../../src/curriculum-folder.ts';
import { type ClinicAppOptions, createClinicApp } from '../../../src/faces/http/create-clinic-app.ts';
import { newSecret } from '../../../src/faces/http/secret-token.ts';
import { type Engine, openEngine } from '../../../src/index.ts';

/** The origin under which the app of the tests is known. */
export const ORIGIN = 'http://localhost:8080';

/** A clinic of one day: the app, what is behind it, and ways to ask it as somebody. */
export type ClinicSubject = {
  readonly app: Hono;
  readonly engine: Engine;
  readonly access: AccessStore;
  readonly errors: unknown[];
  /** Moves the clock on by some minutes. */
  later(minutes: number): void;
  /** Makes an account with a session; gives its cookie. */
  person(name: string, role: Role, given?: Partial<Account>): string;
  /** Asks with a cookie, from our own page; a body is sent as JSON. */
  ask(
    cookie: string,
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Response>;
};

/** Opens a clinic in memory on Monday 5 January 2026, with kim's patient e-1 of the north and lee's e-2 of the south. */
export async function openClinic(options: Partial<ClinicAppOptions> = {}): Promise<ClinicSubject> {
  let now = Date.parse('2026-01-05T20:00:00.000Z');
  const clock = {
    today: () => new Date(now).toISOString().slice(0, 10),
    now: () => new Date(now).toISOString(),
  };
  const library = loadCurriculumLibrary([]);
  const engine = await openEngine({ clock, by: 'setup' });
  const admit = { curriculum: 'matrix-iop', on: '2026-01-05' };
  await engine.admit({ ...admit, episode: 'e-1', patient: 'p-1', counselor: 'kim', site: 'north' });
  await engine.admit({ ...admit, episode: 'e-2', patient: 'p-2', counselor: 'lee', site: 'south' });
  const access = options.access ?? openAccessStore(':memory:');
  const errors: unknown[] = [];
  const onError = (error: unknown) => errors.push(error);
  const app = createClinicApp({ engine, access, clock, library, origin: ORIGIN, onError, ...options });
  const person: ClinicSubject['person'] = (name, role, given = {}) => {
    const createdAt = clock.now();
    const site = role === 'supervisor' ? 'north' : null;
    const common = { title: name, site, signsAs: SIGNS_AS[role], kind: 'person', disabled: false } as const;
    const account: Account = { id: randomUUID(), name, role, createdAt, ...common, ...given };
    access.accounts.add(account);
    const { secret, hash } = newSecret('ses');
    access.sessions.add({ id: randomUUID(), account: account.id, createdAt, usedAt: createdAt }, hash);
    return `stepwell=${secret}`;
  };
  return {
    app,
    engine,
    access,
    errors,
    later: (minutes) => {
      now += minutes * 60_000;
    },
    person,
    ask: async (cookie, method, path, body, headers = {}) =>
      app.request(path, {
        method,
        headers: {
          origin: ORIGIN,
          ...(cookie === '' ? {} : { cookie }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
  };
}
