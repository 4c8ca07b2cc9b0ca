import { Agent, request } from 'node:http';
import { CASELOAD, GROUP, type LoadClinic, type LoadGroup } from './fill-clinic.ts';

/** What came of one kind of request: how often it was asked, what was wrong, and the milliseconds from its appointed time to its end. */
export type Answered = { readonly times: number[]; readonly wrong: string[] };

type Planned = { readonly kind: string; readonly method: string; readonly path: string } & {
  readonly counselor: number;
  readonly body?: object;
  /** What a right answer says. */
  readonly says: string;
};

/** How much is asked, and the number of the first request: a run that goes on behind another one writes nothing twice. */
export type LoadPace = { readonly perSecond: number; readonly seconds: number; readonly from: number };

/**
 * Asks a server for some seconds, so many requests a second, each at its appointed time whether or not those before have been answered:
 * what has to wait is counted as waiting. Reads of caseload, patient, worklist, roster and the page of today; single attendances; rosters.
 * An answer is right where it is a success and says what it should.
 */
export async function driveLoad(
  origin: string,
  clinic: LoadClinic,
  { perSecond, seconds, from }: LoadPace,
): Promise<ReadonlyMap<string, Answered>> {
  const answered = new Map<string, Answered>();
  const agent = new Agent({ keepAlive: true, maxSockets: 128 });
  const draw = createDraw(7 + from);
  const count = perSecond * seconds;
  const begun = performance.now() + 100;
  const running: Promise<void>[] = [];
  for (let n = 0; n < count; n += 1) {
    const due = begun + (n * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 1) await new Promise((resolve) => setTimeout(resolve, wait));
    const planned = plan(clinic, draw, from + n);
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

function plan(
  { cookies, groups, patients }: LoadClinic,
  draw: (below: number) => number,
  n: number,
): Planned {
  const counselor = draw(cookies.length);
  const own = Math.min(CASELOAD, patients - counselor * CASELOAD);
  const episode = `e-${counselor * CASELOAD + draw(own)}`;
  const get = (kind: string, path: string, says: string, by = counselor): Planned => ({
    ...{ kind, method: 'GET', path, counselor: by, says },
  });
  const status = get('patient', `/api/episodes/${episode}/status`, `"episode":"${episode}"`);
  const part = n % 20;
  const turn = Math.floor(n / 20);
  if (part < 4) return get('caseload', '/api/caseload', `"counselor":"counselor-${counselor}"`);
  if (part < 8) return status;
  if (part < 9) return get('page of a patient', `/patients/${episode}`, `data-watch="${episode}"`);
  if (part < 13)
    return get('worklist', `/api/worklists/${['not-seen', 'late-documentation'][n % 2]}`, '"items":[');
  if (part < 15) return get('today', '/today', '<h1>Today, ');
  if (part < 18) {
    // Each patient once, so that nobody is recorded twice for one session.
    const count = turn * 3 + part - 15;
    if (count >= patients) return status;
    const patient = (count * 7919) % patients;
    const given = { track: 'individual-conjoint', session: 3, status: 'excused', reason: 'At court.' };
    const body = { type: 'RecordAttendance', episode: `e-${patient}`, ...given };
    const path = '/api/commands';
    const by = Math.floor(patient / CASELOAD);
    return { kind: 'attendance', method: 'POST', path, counselor: by, body, says: '"accepted":true' };
  }
  // Each roster once; the other question, and those after the last roster, look at one.
  const writes = part === 19 && turn < groups.length;
  const group = groups[writes ? (turn * 7919) % groups.length : draw(groups.length)] as LoadGroup;
  const { id, number, meeting, counselor: leader } = group;
  if (!writes) return get('roster', `/api/groups/${id}/meetings/${meeting}`, '"lines":[', leader);
  const rows = [0, 3].map((i) => ({ episode: `e-${number * GROUP + i}`, status: 'excused', reason: 'Ill.' }));
  const body = { type: 'RecordRoster', group: id, meeting, others: 'attended', rows };
  const says = '"accepted":true';
  return { kind: 'record a roster', path: '/api/groups', method: 'POST', counselor: leader, body, says };
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
      answer.on('end', () => {
        const right = answer.statusCode === 200 && told.includes(one.says);
        resolve(right ? null : `${one.path}: ${answer.statusCode} ${told.slice(0, 200)}`);
      });
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
