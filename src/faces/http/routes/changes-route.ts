import { streamSSE } from 'hono/streaming';
import { reachEpisode } from '../../../access/reach-episode.ts';
import type { Notice } from '../../../engine/outcome.ts';
import { authenticate } from '../authenticate.ts';
import { type Ask, defineRoute } from '../route.ts';

const BEAT = 15_000;

/**
 * Tells what changed, while it changes: `{ episode, version }` of each episode within reach, never its content, and as `calendar`
 * that something of groups, sites or appointments did, without saying which: who may look asks for it. A beat every 15 seconds keeps
 * the line open; with the session it ends.
 */
export const changesRoute = defineRoute({
  key: 'GET /api/changes',
  kind: 'read',
  summary:
    'Server-sent events: which episodes within reach changed, and that groups, sites or appointments did',
  answers: { 200: { description: 'A stream of events `changed` and `calendar`', type: 'text/event-stream' } },
  handle: (ask) => {
    ask.log({ basis: ask.reach });
    return streamSSE(ask.c, async (stream) => {
      const ended = Promise.withResolvers<void>();
      const stillHere = () => authenticate(ask.c, ask.clinic)?.id === ask.principal.id;
      const stop = ask.clinic.engine.subscribe(async ({ episode, version }: Notice) => {
        if (!stillHere()) ended.resolve();
        else if (await withinReach(ask, episode))
          await stream.writeSSE({ event: 'changed', data: JSON.stringify({ episode, version }) });
      });
      const stopStreams = ask.clinic.engine.subscribeToStreams(async ({ stream: name }) => {
        const [of] = name.split(':');
        if (stillHere()) await stream.writeSSE({ event: 'calendar', data: JSON.stringify({ of }) });
      });
      const beat = setInterval(() => {
        if (!stillHere()) ended.resolve();
        else stream.writeSSE({ event: 'beat', data: '' }).catch(() => ended.resolve());
      }, BEAT);
      stream.onAbort(() => ended.resolve());
      await stream.writeSSE({ event: 'beat', data: '' });
      await ended.promise;
      clearInterval(beat);
      stop();
      stopStreams();
    });
  },
});

async function withinReach({ clinic, principal, reach }: Ask, episode: string): Promise<boolean> {
  const [row] = await clinic.engine.caseload({ episode, limit: 1 });
  const grants = clinic.access.glass.open(principal.id, episode, clinic.clock.now());
  return row !== undefined && reachEpisode(principal, reach, row, grants) !== null;
}
