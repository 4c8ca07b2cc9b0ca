import type { Context, Hono } from 'hono';
import type { AccessEntry } from '../../access/access-entry.ts';
import type { Principal } from '../../access/principal.ts';
import { reachThrough } from './access-table.ts';
import { authenticate } from './authenticate.ts';
import type { Clinic } from './clinic.ts';
import { HttpProblem } from './http-problem.ts';
import { reachEpisodes } from './reach-episodes.ts';
import { readBody } from './read-body.ts';
import { readWith } from './read-with.ts';
import type { Ask, Route } from './route.ts';
import { demandSameOrigin } from './same-origin.ts';

/**
 * Serves a route. In this order: who asks, how often, whether his role may, whether the request comes from our pages, what it
 * says, and whose record it concerns; only then does the route itself run.
 */
export function addRoute(app: Hono, clinic: Clinic, route: Route): void {
  const [method = '', path = ''] = route.key.split(' ');
  app.on(method, path, async (c) => {
    const logged: Promise<void>[] = [];
    try {
      return await route.handle(await open(c, clinic, route, logged));
    } finally {
      // Nobody is answered, whatever the answer, before the log says so.
      await Promise.all(logged);
    }
  });
}

async function open(c: Context, clinic: Clinic, route: Route, logged: Promise<void>[]): Promise<Ask> {
  const principal = authenticate(c, clinic);
  const now = Date.parse(clinic.clock.now());
  const wait = clinic.limiter.take(principal?.id ?? `guest ${addressOf(c)}`, now);
  if (wait > 0) {
    const detail = `That is more than may be asked at once; wait ${wait} seconds.`;
    throw new HttpProblem(429, 'too-many-requests', detail, {}, { 'Retry-After': String(wait) });
  }
  const reach = reachThrough(route.key, principal?.role ?? 'guest');
  const unsafe = !['GET', 'HEAD'].includes(c.req.method);
  const logSoon = (entry: Partial<AccessEntry>) => {
    const soon = clinic.logQueue.add(entryOf(clinic, route, principal, entry));
    soon.catch(() => {});
    logged.push(soon);
  };
  // What changes something is in the log before it does; what reads waits with its answer.
  const log = (entry: Partial<AccessEntry>) =>
    unsafe ? void clinic.access.log.add(entryOf(clinic, route, principal, entry)) : logSoon(entry);
  if (reach === 'no') {
    if (principal === null) logGuest(c, clinic, now, log);
    else log({ outcome: 'denied' });
    throw principal === null
      ? new HttpProblem(401, 'not-signed-in', 'Sign in first.')
      : new HttpProblem(403, 'role-not-allowed', 'Your role does not reach this.');
  }
  // A token is not sent by a browser by itself, so that no other page can misuse it; a cookie is, whoever it is of.
  if (unsafe && (principal === null || principal.session !== null))
    demandSameOrigin(c.req.raw.headers, clinic.origin);
  const params = route.params ? readWith(route.params, c.req.param(), 'path') : {};
  const query = readQuery(c, route);
  const body = route.body ? readWith(route.body, await readBody(c, bodyKind(route)), 'body') : undefined;
  const demand = async (ids: readonly string[]) => {
    const rows = await reachEpisodes(clinic, principal, reach, ids, logSoon);
    if (unsafe) await Promise.all(logged);
    return rows;
  };
  const id = (params as { episode?: string }).episode;
  const episode = id === undefined ? undefined : (await demand([id]))[0];
  const ask = { c, clinic, principal, guest: principal === null, reach, params, query, body, episode, log };
  return {
    ...ask,
    reachEpisodes: demand,
    untilLogged: async () => void (await Promise.all(logged)),
    noteSeen: (rows) => {
      const named = new Map(rows.map(({ episode, patient = null }) => [episode, patient]));
      const subjects = [...named].map(([episode, patient]) => ({ episode, patient }));
      logSoon({ subjects, basis: reach });
      const settled = unsafe ? Promise.all(logged).then(() => {}) : Promise.resolve();
      // Whoever does not wait for it is told before the answer.
      settled.catch(() => {});
      return settled;
    },
  } as Ask;
}

/** Logs that a guest was refused; one who goes on and on is counted, and his number stands in the next line. */
function logGuest(c: Context, { guestLines }: Clinic, now: number, log: Ask['log']): void {
  const { write, left } = guestLines.take(addressOf(c), now);
  if (write) log({ outcome: 'denied', ...(left === 0 ? {} : { reason: `and ${left} more by guests` }) });
}

function bodyKind({ key }: Route): 'json' | 'form' {
  return key.includes(' /api/') ? 'json' : 'form';
}

function readQuery(c: Context, route: Route): unknown {
  const given = Object.fromEntries(
    Object.entries(c.req.queries())
      // A form of a page sends the fields that were left empty, too.
      .filter(([, v]) => bodyKind(route) === 'json' || v.some((text) => text !== ''))
      .map(([k, v]) => [k, v.length > 1 ? v : v[0]]),
  );
  if (route.query) return readWith(route.query, given, 'query');
  const strange = Object.keys(given)[0];
  if (strange === undefined) return {};
  throw new HttpProblem(400, 'invalid-request', `There is no query parameter ${strange.slice(0, 100)} here.`);
}

function entryOf(
  clinic: Clinic,
  route: Route,
  principal: Principal | null,
  entry: Partial<AccessEntry>,
): AccessEntry {
  return {
    at: clinic.clock.now(),
    actor: principal?.name ?? null,
    role: principal?.role ?? null,
    action: route.key,
    kind: route.kind,
    outcome: 'allowed',
    subjects: [],
    basis: null,
    reason: null,
    ...entry,
  };
}

/** The address of the caller where the app runs on a Node server; one for all where it does not. */
function addressOf(c: Context): string {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress ?? 'unknown';
}
