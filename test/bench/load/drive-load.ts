import { Agent, request } from 'node:http';
import { CASELOAD, type LoadClinic } from './fill-clinic.ts';

/** What came of one kind of request: how often it was asked, what was wrong, and the milliseconds from its appointed time to its end. */
export type Answered = { readonly times: number[]; readonly wrong: string[] };

type Planned = { readonly kind: string; readonly method: string; readonly path: string } & {
  readonly counselor: number;
  readonly body?: object;
};

/**
 * Asks a server for some seconds, so many requests a second, each at its appointed time whether or not those before have been answered:
 * what has to wait is counted as waiting. Reads of caseload, patient, worklist and the page of today; single attendances; rosters.
 */
export async function driveLoad(
  origin: string,
  clinic: LoadClinic,
  perSecond: number,
  seconds: number,
): Promise<ReadonlyMap<string, Answered>> {
  const answered = new Map<string, Answered>();
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  const draw = createDraw(7);
  const count = perSecond * seconds;
  const begun = performance.now() + 100;
  const running: Promise<void>[] = [];
  for (let n = 0; n < count; n += 1) {
    const due = begun + (n * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    const planned = plan(clinic, draw, n);
    const of = answered.get(planned.kind) ?? { times: [], wrong: [] };
    answered.set(planned.kind, of);
    running.push(
      ask(agent, origin, clinic, planned).then((wrong) => {
        of.times.push(performance.now() - due);
        if (wrong !== null) of.wrong.push(wrong);
      }),
    );
  }
  await Promise.all(running);
  agent.destroy();
  return answered;
}

function plan({ cookies, groups }: LoadClinic, draw: (below: number) => number, n: number): Planned {
  const counselor = draw(cookies.length);
  const episode = `e-${counselor * CASELOAD + draw(CASELOAD)}`;
  const get = (kind: string, path: string): Planned => ({ kind, method: 'GET', path, counselor });
  const part = n % 20;
  if (part < 5) return get('caseload', '/api/caseload');
  if (part < 9) return get('patient', `/api/episodes/${episode}/status`);
  if (part < 10) return get('page of a patient', `/patients/${episode}`);
  if (part < 14) return get('worklist', `/api/worklists/${['not-seen', 'late-documentation'][n % 2]}`);
  if (part < 16) return get('today', '/today');
  const turn = Math.floor(n / 20);
  if (part < 19) {
    // Each patient once, so that nobody is recorded twice for one session.
    const patient = ((turn * 3 + part) * 7919) % (cookies.length * CASELOAD);
    const given = { track: 'individual-conjoint', session: 3, status: 'excused', reason: 'At court.' };
    const body = { type: 'RecordAttendance', episode: `e-${patient}`, ...given };
    const own = Math.floor(patient / CASELOAD);
    return { kind: 'attendance', method: 'POST', path: '/api/commands', counselor: own, body };
  }
  // Each roster once: the groups in turn, then their next meeting.
  const group = groups[(turn * 7) % groups.length];
  const meeting = group?.meetings[Math.floor(turn / groups.length)];
  const rows = Array.from({ length: 2 }, (_, i) => ({
    ...{ episode: `e-${((turn * 7) % groups.length) * 10 + i * 3}`, status: 'excused', reason: 'Ill.' },
  }));
  const body = { type: 'RecordRoster', group: group?.id, meeting, others: 'attended', rows };
  return { kind: 'roster', path: '/api/groups', method: 'POST', counselor: group?.counselor ?? 0, body };
}

function ask(agent: Agent, origin: string, { cookies }: LoadClinic, one: Planned): Promise<string | null> {
  return new Promise((resolve) => {
    const text = one.body === undefined ? undefined : JSON.stringify(one.body);
    const headers = {
      ...{ cookie: cookies[one.counselor] ?? '', origin },
      ...(text === undefined
        ? {}
        : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
    };
    const sent = request(`${origin}${one.path}`, { agent, method: one.method, headers }, (answer) => {
      let told = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => {
        told += part;
      });
      answer.on('end', () =>
        resolve(answer.statusCode === 200 ? null : `${answer.statusCode} ${told.slice(0, 200)}`),
      );
    });
    sent.on('error', (error) => resolve(String(error)));
    sent.end(text);
  });
}

/** Numbers below a bound that are the same in each run. */
function createDraw(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
