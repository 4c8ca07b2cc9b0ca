import type { Context } from 'hono';
import type { z } from 'zod';
import type { AccessEntry } from '../../access/access-entry.ts';
import type { Principal } from '../../access/principal.ts';
import type { Reach } from '../../access/reach.ts';
import type { CaseloadRow } from '../../engine/caseload-row.ts';
import type { RouteKey } from './access-table.ts';
import type { Clinic } from './clinic.ts';

/** One request as a route gets it: who asks, what for, and how to note whose records it concerns. */
export type Ask<Params = unknown, Query = unknown, Body = unknown> = {
  readonly c: Context;
  readonly clinic: Clinic;
  /** Who asks. On a route that is open to guests it may be nobody, and reading it then throws `not-signed-in`. */
  readonly principal: Principal;
  readonly guest: boolean;
  readonly reach: Reach;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** The caseload row of the episode in the path, which was found to be within reach. */
  readonly episode: CaseloadRow;
  /** Demands that episodes are there and within reach, and logs it; the same problem `not-found` for not there and not yours. */
  reachEpisodes(episodes: readonly string[]): Promise<CaseloadRow[]>;
  /** Logs whose records a list shows. Resolves when it is in the log: to be waited for before something of them is changed. */
  noteSeen(rows: readonly { readonly episode: string; readonly patient?: string | null }[]): Promise<void>;
  /** Adds a line to the access log: at once where something is to be changed, else before the answer goes out. */
  log(entry: Partial<AccessEntry>): void;
  /**
   * Logs that a guest was refused or failed. One who goes on and on is counted, and the number stands in the next line: the log is never
   * shortened.
   */
  logGuest(entry: Partial<AccessEntry>): void;
  /** Waits until the lines of this request are in the log, for answers that show the log itself. */
  untilLogged(): Promise<void>;
};

/** What an answer holds, for the OpenAPI document. */
export type Answer = { readonly description: string; readonly schema?: z.ZodType; readonly type?: string };

/** A route: its key in the access table, what it reads, what it answers, and how. */
export type Route = {
  readonly key: RouteKey;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** `write` where it changes something; that must come from our own pages or with a token. */
  readonly kind: AccessEntry['kind'];
  /** Members of the header that it reads, for the document. */
  readonly headers?: readonly ('Idempotency-Key' | 'If-Match')[];
  readonly answers: Readonly<Record<number, Answer>>;
  readonly handle: (ask: Ask) => Promise<Response> | Response;
};

type Read<Schema> = Schema extends z.ZodType ? z.infer<Schema> : undefined;

/** Makes a route whose handler knows what its schemas read. */
export function defineRoute<
  P extends z.ZodObject | undefined = undefined,
  Q extends z.ZodObject | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(
  route: Omit<Route, 'params' | 'query' | 'body' | 'handle'> & {
    readonly params?: P;
    readonly query?: Q;
    readonly body?: B;
    readonly handle: (ask: Ask<Read<P>, Read<Q>, Read<B>>) => Promise<Response> | Response;
  },
): Route {
  return route as unknown as Route;
}
