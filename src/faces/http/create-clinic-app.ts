import { type Context, Hono } from 'hono';
import { getPath } from 'hono/utils/url';
import type { AccessEntry } from '../../access/access-entry.ts';
import { SESSION_LIMITS, type SessionLimits, type SessionUse } from '../../access/session.ts';
import { type AccessStore, openAccessStore } from '../../adapters/access/access-store.ts';
import type { Clock } from '../../engine/clock.ts';
import { type CurriculumLibrary, createCurriculumLibrary } from '../../engine/curriculum-library.ts';
import type { Engine } from '../../engine/engine.ts';
import { createSystemClock } from '../../system-clock.ts';
import { PAGE_ROUTES } from '../web/page-routes.ts';
import { problemPage } from '../web/problem-page.ts';
import { ACCESS_TABLE } from './access-table.ts';
import { addRoute } from './add-route.ts';
import { answerProblem } from './answer-problem.ts';
import { API_ROUTES } from './api-routes.ts';
import { plainAddress } from './caller-address.ts';
import type { Clinic } from './clinic.ts';
import { createGuestLines } from './guest-lines.ts';
import { HttpProblem } from './http-problem.ts';
import { createListeners } from './listeners.ts';
import { createLogQueue } from './log-queue.ts';
import { problemOf } from './problem-of.ts';
import { createRateLimiter } from './rate-limiter.ts';
import { secureHeaders } from './secure-headers.ts';
import { createSessionUses } from './session-uses.ts';
import { tidyBasePath, underBasePath } from './under-base-path.ts';

/** What the app is made of. */
export type ClinicAppOptions = {
  readonly engine: Engine;
  /** Scheme, host and port under which browsers know the app, for example `https://clinic.example`. */
  readonly origin: string;
  /** The path under which the app is mounted in a server of your own, for example `/stepwell`; the root unless given. */
  readonly basePath?: string;
  /** Accounts and the access log; in memory only unless given. */
  readonly access?: AccessStore;
  /** Adds lines to the access log of `access`, all of them or none; the store of accounts does it itself unless given. */
  readonly addToLog?: (entries: readonly AccessEntry[]) => Promise<unknown>;
  /** Writes when sessions of `access` were used; the store of accounts does it itself unless given. */
  readonly noteUses?: (uses: readonly SessionUse[]) => Promise<unknown>;
  /** The curricula that can be looked at; none unless given. */
  readonly library?: CurriculumLibrary;
  /** The clock of the engine; the machine's unless given. */
  readonly clock?: Clock;
  /** For how many minutes a session lasts. */
  readonly sessions?: SessionLimits;
  /** How many requests each caller may make at once and per second. */
  readonly rate?: { readonly burst: number; readonly perSecond: number };
  /**
   * The addresses of servers in front of this one, such as the one that speaks HTTPS: what they ask counts as asked by the last hop of their
   * `X-Forwarded-For`. None unless given; then the header is never read. One that is no address throws.
   */
  readonly trustedProxies?: readonly string[];
  /** Hears of failures that nobody foresaw. */
  readonly onError?: (error: unknown) => void;
};

/** Calendars ask every few hours; where a link is set up, several may ask at once. */
const CALENDAR_RATE = { burst: 20, perSecond: 1 / 60 };

/**
 * Makes the app: the HTTP API over an engine. It is a Hono app, so that `app.fetch` can be mounted in a server of your own, and
 * `app.request('/api/me')` asks it without one; with a `basePath` all of it lies below that path. Nothing in it is open to somebody who is not signed in, but signing in.
 */
export function createClinicApp(options: ClinicAppOptions): Hono {
  const clock = options.clock ?? createSystemClock();
  const access = options.access ?? openAccessStore(':memory:');
  const onError = options.onError ?? (() => {});
  const clinic: Clinic = {
    engine: options.engine,
    access,
    logQueue: createLogQueue(options.addToLog ?? access.log.addAll),
    library: options.library ?? createCurriculumLibrary([]),
    clock,
    origin: new URL(options.origin).origin,
    basePath: tidyBasePath(options.basePath ?? ''),
    sessions: options.sessions ?? SESSION_LIMITS,
    limiter: createRateLimiter(options.rate ?? { burst: 600, perSecond: 100 }),
    calendarLimiter: createRateLimiter(CALENDAR_RATE),
    guestLines: createGuestLines(),
    proxies: new Set((options.trustedProxies ?? []).map(demandAddress)),
    listeners: createListeners(),
    sessionUses: createSessionUses(options.noteUses ?? access.sessions.useAll, onError),
    onError,
  };
  const { basePath } = clinic;
  // The app itself is there with a slash behind its path and without.
  const inside = (request: Request) => getPath(request).replace(new RegExp(`^${basePath}/$`), basePath);
  const app = basePath === '' ? new Hono() : new Hono({ getPath: inside }).basePath(basePath);
  app.use(secureHeaders(clinic.origin));
  if (basePath !== '') app.use(underBasePath(basePath));
  for (const route of [...API_ROUTES, ...PAGE_ROUTES]) addRoute(app, clinic, route);
  app.onError((error, c) => {
    const problem = problemOf(error);
    if (problem !== null) return tellProblem(c, problem, basePath);
    clinic.onError(error);
    return tellProblem(
      c,
      new HttpProblem(500, 'unexpected', 'Something went wrong that nobody foresaw; it was noted.'),
      basePath,
    );
  });
  app.notFound((c) => {
    const methods = methodsOf(app, pathIn(c, basePath));
    if (methods.length === 0)
      return tellProblem(
        c,
        new HttpProblem(404, 'not-found', 'There is nothing here for you under that name.'),
        basePath,
      );
    const detail = `Only ${methods.join(' and ')} can be used here.`;
    return tellProblem(
      c,
      new HttpProblem(405, 'method-not-allowed', detail, {}, { Allow: methods.join(', ') }),
      basePath,
    );
  });
  return app;
}

function demandAddress(text: string): string {
  const address = plainAddress(text);
  if (address === null) throw new TypeError(`${text} is not the address of a proxy`);
  return address;
}

/** A problem for whom it concerns: as JSON for the API, else as a page. Who is not signed in is led to where he can. */
function tellProblem(c: Context, problem: HttpProblem, base: string): Response | Promise<Response> {
  if (pathIn(c, base).startsWith('/api/')) return answerProblem(problem);
  if (problem.code === 'not-signed-in') return c.redirect('/sign-in', 303);
  for (const [name, value] of Object.entries(problem.headers)) c.header(name, value);
  return c.html(problemPage(problem), problem.status as 400);
}

/** The path of a request within the app; empty for one outside it. */
function pathIn(c: Context, base: string): string {
  const inside = c.req.path === base || c.req.path.startsWith(`${base}/`);
  return inside ? c.req.path.slice(base.length) || '/' : '';
}

/** The methods under which a path is served. */
function methodsOf(app: Hono, path: string): string[] {
  const keys = Object.keys(ACCESS_TABLE).map((key) => key.split(' ') as [string, string]);
  const served = (pattern: string) =>
    new RegExp(`^${pattern.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`).test(path);
  const methods = keys.flatMap(([method, pattern]) => (served(pattern) ? [method] : []));
  return [...new Set(methods)].filter((method) => app.routes.some((route) => route.method === method));
}
