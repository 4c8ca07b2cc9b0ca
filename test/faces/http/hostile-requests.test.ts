import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { checkJson } from '../../../src/faces/http/check-json.ts';
import { StepwellError } from '../../../src/index.ts';
import { type ClinicSubject, ORIGIN, openClinic } from './clinic-subject.ts';

let clinic: ClinicSubject;
let kim: string;
beforeEach(async () => {
  clinic = await openClinic();
  kim = clinic.person('kim', 'counselor');
});
const note = { type: 'AddNote', episode: 'e-1', text: 'Called.' };
const post = (init: RequestInit & { headers?: Record<string, string> }, path = '/api/commands') =>
  clinic.app.request(path, {
    method: 'POST',
    ...init,
    headers: { origin: ORIGIN, cookie: kim, 'content-type': 'application/json', ...init.headers },
  });
const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code: string }).code];

describe('a request that is not as it should be', () => {
  it.each<[string, RequestInit & { headers?: Record<string, string> }, number, string]>([
    ['no body and no type', { headers: { 'content-type': '' } }, 415, 'unsupported-media-type'],
    [
      'text',
      { body: JSON.stringify(note), headers: { 'content-type': 'text/plain' } },
      415,
      'unsupported-media-type',
    ],
    ['no body', {}, 400, 'malformed-body'],
    ['half of JSON', { body: '{"type":' }, 400, 'malformed-body'],
    ['an empty object', { body: '{}' }, 400, 'invalid-request'],
    ['an unknown field', { body: JSON.stringify({ ...note, mood: 'x' }) }, 400, 'invalid-request'],
    [
      'a prototype',
      { body: '{"type":"AddNote","episode":"e-1","text":"x","__proto__":{"by":"lee"}}' },
      400,
      'invalid-request',
    ],
    [
      'a key twice',
      { body: '{"type":"AddNote","episode":"e-1","text":"a","text":"b"}' },
      400,
      'malformed-body',
    ],
    ['the depths', { body: `${'['.repeat(100_000)}${']'.repeat(100_000)}` }, 400, 'malformed-body'],
    ['bytes that are no text', { body: new Uint8Array([0x22, 0xff, 0x22]) }, 400, 'malformed-body'],
    ['too much', { body: `"${'x'.repeat(1_100_000)}"` }, 413, 'body-too-large'],
  ])('with %s is answered with a problem', async (_, init, status, code) => {
    expect(await codeOf(await post(init))).toEqual([status, code]);
    expect(await clinic.engine.history('e-1')).toHaveLength(1);
  });

  it('with ever so many unknown or long keys is told the beginning of what is wrong', async () => {
    const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`key-${n}`, 1]));
    for (const [body, told] of [
      [{ ...note, ...many }, 'and 49980 more'],
      [{ ...note, ['x'.repeat(500_000)]: 1 }, `${'x'.repeat(100)}…`],
    ] as const) {
      const text = await (await post({ body: JSON.stringify(body) })).text();
      expect(text).toContain(told);
      expect(text.length).toBeLessThan(5000);
    }
  });

  it('is counted while it comes in, where it does not say how long it is', async () => {
    let sent = 0;
    const body = new ReadableStream({
      pull: (controller) => {
        sent += 1;
        controller.enqueue(new Uint8Array(65_536).fill(0x20));
        if (sent > 200) controller.close();
      },
    });
    const answer = await post({ body, duplex: 'half' } as object);
    expect(await codeOf(answer)).toEqual([413, 'body-too-large']);
    expect(sent).toBeLessThan(40);
  });

  it('is a form with more fields than any page has, and is refused at once, signed in or not', async () => {
    const form = (count: number) =>
      clinic.app.request('/sign-in', {
        method: 'POST',
        headers: { origin: ORIGIN, 'content-type': 'application/x-www-form-urlencoded' },
        body: Array.from({ length: count }, (_, i) => `k${i}=1`).join('&'),
      });
    const timed = async (count: number) => {
      const start = performance.now();
      const { status } = await form(count);
      return { status, took: performance.now() - start };
    };
    expect((await timed(60_000)).status).toBe(413);
    const [few, many] = [await timed(500), await timed(5_000)];
    expect(many.took).toBeLessThan(Math.max(20 * few.took, 400));
  });

  it('is told which methods there are, and never more about what is not there', async () => {
    const wrong = await clinic.ask(kim, 'DELETE', '/api/caseload');
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET']);
    expect(await codeOf(await clinic.ask(kim, 'GET', '/api/nothing'))).toEqual([404, 'not-found']);
    expect((await clinic.ask(kim, 'GET', '/api/episodes/%E0%A4%A/status')).status).toBeLessThan(500);
    expect((await clinic.ask(kim, 'GET', '/api/episodes/a%00b/status')).status).toBe(400);
  });
});

describe('a change that does not come from our own page', () => {
  it.each<[string, Record<string, string>]>([
    ['from another origin', { origin: 'https://elsewhere.example' }],
    ['from another port', { origin: 'http://localhost:8081' }],
    ['from a file', { origin: 'null' }],
    ['from a page beside', { origin: '', 'sec-fetch-site': 'same-site' }],
    ['that does not say from where', { origin: '' }],
  ])('%s is refused', async (_, headers) => {
    const { origin, ...rest } = headers;
    const given = { cookie: kim, 'content-type': 'application/json', ...rest, ...(origin ? { origin } : {}) };
    const answer = await clinic.app.request('/api/commands', {
      method: 'POST',
      headers: given,
      body: JSON.stringify(note),
    });
    expect(await codeOf(answer)).toEqual([403, 'other-origin']);
  });

  it('is let through where the browser says that it is the same origin, or an app shows its token', async () => {
    const type = { 'content-type': 'application/json' };
    const body = JSON.stringify(note);
    const own = { cookie: kim, 'sec-fetch-site': 'same-origin', ...type };
    expect((await clinic.app.request('/api/commands', { method: 'POST', headers: own, body })).status).toBe(
      200,
    );
    const director = clinic.person('dora', 'director');
    const made = await clinic.ask(director, 'POST', '/api/service-accounts', {
      name: 'desk',
      role: 'supervisor',
      site: 'north',
    });
    const { token } = (await made.json()) as { token: string };
    const app = { authorization: `Bearer ${token}`, ...type };
    expect((await clinic.app.request('/api/commands', { method: 'POST', headers: app, body })).status).toBe(
      200,
    );
    expect((await clinic.engine.history('e-1')).at(-1)?.event).toMatchObject({ by: 'desk' });
  });
});

describe('a failure that nobody foresaw', () => {
  it('is answered without a word of it, and told to who runs the server', async () => {
    clinic.engine.store.caseload = () => Promise.reject(new Error('secret /var/lib/clinic.db'));
    const answer = await clinic.ask(kim, 'GET', '/api/caseload');
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('secret');
    expect(String(clinic.errors[0])).toContain('secret');
  });

  it('of the store is a 503 that can be tried again, also without its words', async () => {
    clinic.engine.store.caseload = () =>
      Promise.reject(new StepwellError('store-full', 'no room in /var/lib/clinic.db'));
    const answer = await clinic.ask(kim, 'GET', '/api/caseload');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await answer.text()).not.toContain('/var/lib');
    expect(clinic.errors).toEqual([]);
  });
});

describe('a caller that asks too often', () => {
  it('is told to wait, while others go on', async () => {
    clinic = await openClinic({ rate: { burst: 3, perSecond: 0.1 } });
    const [one, two] = [clinic.person('kim', 'counselor'), clinic.person('lee', 'counselor')];
    const answers: Response[] = [];
    for (let n = 0; n < 4; n += 1) answers.push(await clinic.ask(one, 'GET', '/api/me'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(answers[3]?.headers.get('retry-after')).toBe('10');
    expect((await clinic.ask(two, 'GET', '/api/me')).status).toBe(200);
    clinic.later(1);
    expect((await clinic.ask(one, 'GET', '/api/me')).status).toBe(200);
  });
});

describe('any body', () => {
  it('is answered without a failure that nobody foresaw', async () => {
    const key = fc.constantFrom('type', 'episode', 'on', 'change', 'text', 'fact', 'commands');
    const type = fc.constantFrom('AddNote', 'Amend', 'RecordAttendance', 'Admit', 'Void', 'Advance');
    const value = fc.oneof(
      type,
      fc.constantFrom('e-1', '2026-01-05', 1, -1, 1e308),
      fc.json().map((t) => JSON.parse(t)),
    );
    const body = fc.oneof(
      fc.dictionary(key, value),
      fc.json().map((text) => JSON.parse(text)),
    );
    await fc.assert(
      fc.asyncProperty(
        body,
        fc.constantFrom('commands', 'batches', 'previews', 'episodes', 'broken-glass'),
        async (json, path) => {
          const answer = await post({ body: JSON.stringify(json) }, `/api/${path}`);
          expect([200, 201, 400, 403, 404, 422]).toContain(answer.status);
          await answer.body?.cancel();
        },
      ),
      { numRuns: 500 },
    );
    expect(clinic.errors).toEqual([]);
  });
});

describe('checkJson', () => {
  it('finds a key that stands twice wherever it is, and nothing in JSON that was written from values', () => {
    expect(checkJson('{"a":[{"b":1},{"c":{"d":1,"d":2}}]}')).toContain('"d"');
    expect(checkJson('{"a\\u0062":1,"ab":2}')).toContain('"ab"');
    expect(checkJson('{"a":"b","b":"a","c":["a","a"]}')).toBeNull();
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), (text) => checkJson(JSON.stringify(JSON.parse(text))) === null),
    );
  });
});
