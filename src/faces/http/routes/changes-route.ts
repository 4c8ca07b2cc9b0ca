import { streamSSE } from 'hono/streaming';
import { reachEpisode } from '../../../access/reach-episode.ts';
import type { CaseloadRow } from '../../../engine/caseload-row.ts';
import type { Notice } from '../../../engine/outcome.ts';
import { authenticate } from '../authenticate.ts';
import { createOutbox } from '../outbox.ts';
import { type Ask, defineRoute } from '../route.ts';

const BEAT = 15_000;
/** When a browser whose stream was ended asks for another, and how long the end of a stream may take, in milliseconds. */
const COME_BACK = 60_000;
const FAREWELL = 5_000;

/** Something that happened: to an episode, to the calendar of the clinic, or nothing for a while. */
type Change = { readonly notice: Notice } | { readonly calendar: string } | 'beat';

/**
 * Tells what changed, while it changes: `{ episode, version }` of each episode within reach, never its content, and as `calendar`
 * that something of groups, sites or appointments did, without saying which: who may look asks for it. What happens within a tenth of a
 * second is told together, the latest of each episode. A beat every 15 seconds keeps the line open; with the session it ends, and for whoever
 * takes nothing up for a minute. Of an account's streams the latest ten are kept.
 */
export const changesRoute = defineRoute({
  key: 'GET /api/changes',
  kind: 'read',
  summary:
    'Server-sent events: which episodes within reach changed, and that groups, sites or appointments did',
  answers: { 200: { description: 'A stream of events `changed` and `calendar`', type: 'text/event-stream' } },
  handle: (ask) => {
    const { engine } = ask.clinic;
    ask.log({ basis: ask.reach });
    return streamSSE(ask.c, async (stream) => {
      const ended = Promise.withResolvers<void>();
      // To listen is no use of a session: nobody may be there.
      const stillHere = () => authenticate(ask.c, ask.clinic, { isUse: false })?.id === ask.principal.id;
      const send = async (changes: readonly Change[]) => {
        const text = await tell(ask, changes);
        if (text === '') return;
        if (stillHere()) await stream.write(text);
        else ended.resolve();
      };
      const outbox = createOutbox<Change>(send, () => {
        cutOff(ask);
        ended.resolve();
      });
      const leave = ask.clinic.listeners.add(ask.principal.id, () => {
        // The browser comes back, but not at once: another page of the same person would have to go.
        void stream.write(`retry: ${COME_BACK}\n\n`);
        ended.resolve();
        setTimeout(() => cutOff(ask), FAREWELL).unref();
      });
      const stop = engine.subscribe((notice) => outbox.put(notice.episode, { notice }));
      const stopStreams = engine.subscribeToStreams(({ stream: name }) => {
        const [calendar = ''] = name.split(':');
        outbox.put(`${calendar}:`, { calendar });
      });
      const beat = setInterval(() => outbox.put('beat:', 'beat'), BEAT);
      stream.onAbort(() => ended.resolve());
      outbox.put('beat:', 'beat');
      await ended.promise;
      leave();
      clearInterval(beat);
      stop();
      stopStreams();
      outbox.close();
    });
  },
});

async function tell(ask: Ask, changes: readonly Change[]): Promise<string> {
  let text = '';
  for (const change of changes) {
    if (change === 'beat') text += 'event: beat\ndata: \n\n';
    else if ('calendar' in change)
      text += `event: calendar\ndata: ${JSON.stringify({ of: change.calendar })}\n\n`;
    else if (await withinReach(ask, change.notice)) {
      const { episode, version } = change.notice;
      text += `event: changed\ndata: ${JSON.stringify({ episode, version })}\n\n`;
    }
  }
  return text;
}

/** Where the episodes of notices are, and which accounts reach them: all who listen ask for the same. */
const rows = new WeakMap<Notice, Promise<CaseloadRow[]>>();
const reached = new WeakMap<Notice, Map<string, Promise<boolean>>>();

function withinReach(ask: Ask, notice: Notice): Promise<boolean> {
  const accounts = reached.get(notice) ?? new Map<string, Promise<boolean>>();
  reached.set(notice, accounts);
  const known = accounts.get(ask.principal.id) ?? findReach(ask, notice);
  accounts.set(ask.principal.id, known);
  return known;
}

async function findReach({ clinic, principal, reach }: Ask, notice: Notice): Promise<boolean> {
  const { episode } = notice;
  const asked = rows.get(notice) ?? clinic.engine.caseload({ episode, limit: 1 });
  rows.set(notice, asked);
  const [row] = await asked;
  if (row === undefined) return false;
  if (reachEpisode(principal, reach, row, []) !== null) return true;
  const grants = clinic.access.glass.open(principal.id, episode, clinic.clock.now());
  return reachEpisode(principal, reach, row, grants) !== null;
}

/** Closes the connection of somebody who takes nothing up: an answer that waits for him would never end. One that has ended is left alone. */
function cutOff({ c }: Ask): void {
  const { incoming, outgoing } = (c.env ?? {}) as {
    incoming?: { socket?: { destroy(): void } };
    outgoing?: { writableFinished: boolean };
  };
  if (outgoing?.writableFinished !== true) incoming?.socket?.destroy();
}
