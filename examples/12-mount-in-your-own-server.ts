// Mount the HTTP API and the page in a server of your own. Run it: node examples/16-mount-in-your-own-server.ts
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { createClinicApp, firstDirector, openAccessStore } from '../src/faces/http/entry.ts'; // from 'stepwell/http'
import { openEngine } from '../src/index.ts';

const clock = { today: () => '2026-03-02', now: () => '2026-03-02T18:00:00.000Z' };
const engine = await openEngine({ clock });
const access = openAccessStore(':memory:'); // accounts and the access log; a file beside the record keeps them
await engine.admit({ episode: 'e-1', patient: 'p-1', curriculum: 'matrix-iop', counselor: 'kim' });

// Your server: a path of its own, and everything else goes to the clinic.
const server = createServer((request, response) => {
  if (request.url === '/health') response.end('well');
  else listener(request, response);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = server.address();
const origin = `http://localhost:${typeof address === 'object' ? address?.port : ''}`;
const listener = getRequestListener(createClinicApp({ engine, access, clock, origin }).fetch);

console.log(await (await fetch(`${origin}/health`)).text()); //=> well
console.log((await fetch(`${origin}/api/episodes/e-1/status`)).status); //=> 401

// The first director comes in with a link that is good once, and makes an account for an app.
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(origin + path, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
const { link } = firstDirector(access, clock.now()) ?? { link: '' };
const joined = await post('/api/join', { link, password: 'a walk along the river' });
const cookie = joined.headers.getSetCookie()[0]?.split(';')[0] ?? '';
const made = await post('/api/service-accounts', { name: 'kim', role: 'counselor' }, { cookie });
const { token } = (await made.json()) as { token: string };

// The app records under its own name; the same key again writes nothing.
const headers = { authorization: `Bearer ${token}`, 'idempotency-key': 'visit-17', 'if-match': '"1"' };
const visit = { type: 'RecordAttendance', episode: 'e-1', track: 'individual-conjoint', status: 'attended' };
console.log((await post('/api/commands', visit, headers)).headers.get('etag')); //=> "2"
console.log(((await (await post('/api/commands', visit, headers)).json()) as { repeated: boolean }).repeated); //=> true

// What the curriculum does not allow is a problem that says why.
const early = await post(
  '/api/commands',
  { type: 'Advance', episode: 'e-1' },
  { authorization: `Bearer ${token}` },
);
const problem = (await early.json()) as { status: number; code: string };
console.log(problem.status, problem.code); //=> 422 gate-not-satisfied

server.close();
server.closeAllConnections();
await engine.close();
access.close();
