import type { SessionLimits } from '../../access/session.ts';
import type { AccessStore } from '../../adapters/access/access-store.ts';
import type { Clock } from '../../engine/clock.ts';
import type { CurriculumLibrary } from '../../engine/curriculum-library.ts';
import type { Engine } from '../../engine/engine.ts';
import type { GuestLines } from './guest-lines.ts';
import type { Listeners } from './listeners.ts';
import type { LogQueue } from './log-queue.ts';
import type { RateLimiter } from './rate-limiter.ts';
import type { SessionUses } from './session-uses.ts';

/** What the routes work with: the record, the accounts, the present, and the origin under which browsers know the app. */
export type Clinic = {
  readonly engine: Engine;
  readonly access: AccessStore;
  readonly library: CurriculumLibrary;
  readonly clock: Clock;
  /** Scheme, host and port, for example `https://clinic.example`. */
  readonly origin: string;
  /** The path under which the app is mounted, such as `/stepwell`; empty at the root. */
  readonly basePath: string;
  readonly sessions: SessionLimits;
  /** Through which lines come into the access log. */
  readonly logQueue: LogQueue;
  readonly sessionUses: SessionUses;
  readonly guestLines: GuestLines;
  /** The addresses of servers in front of this one that say whom they ask for. */
  readonly proxies: ReadonlySet<string>;
  readonly listeners: Listeners;
  readonly limiter: RateLimiter;
  /** Counts how often each calendar link is asked. */
  readonly calendarLimiter: RateLimiter;
  /** Hears of a failure that nobody foresaw; the answer to the caller says nothing of it. */
  readonly onError: (error: unknown) => void;
};
