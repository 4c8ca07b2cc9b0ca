import type { Context, Hono } from 'hono';
import type { AccessEntry } from '../../access/access-entry.ts';
import type { Principal } from '../../access/principal.ts';
import { reachThrough } from './access-table.ts';
import { authenticate } from './authenticate.ts';
import { callerAddress } from './caller-address.ts';
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
  const address = callerAddress(c, clinic.proxies);
  const wait = clinic.limiter.take(principal?.id ?? `guest ${address}`, now);
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
  const logGuest = (entry: Partial<AccessEntry>) => {
    const { write, left } = clinic.guestLines.take(address, now);
    const more = left === 0 ? [] : [`and ${left} more by guests`];
    const reason = [...(entry.reason ? [entry.reason] : []), ...more].join(', ');
    if (write) log({ ...entry, reason: reason === '' ? null : reason });
  };
  if (reach === 'no') {
    if (principal === null) logGuest({ outcome: 'denied' });
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
  const ask = {
    c,
    clinic,
    principal,
    guest: principal === null,
    reach,
    params,
    query,
    body,
    episode,
    log,
    logGuest,
  };
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
