import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openClinic } from '../clinic-subject.ts';
import type { Schema } from './described-value.ts';
import { requestOf } from './request-of-document.ts';

/** How many requests are made; `STEPWELL_FUZZ=5000` makes more. */
const RUNS = Number(process.env['STEPWELL_FUZZ'] ?? 300);
/** What ends the session of who asks, opens a record to him, or never ends. */
const LEFT_OUT = ['POST /api/sign-out', 'POST /api/broken-glass', 'GET /api/changes'];
const RATE = { burst: 1e6, perSecond: 1e6 };
const SECRET = 'zugvogel';

describe('whatever is asked of the API', () => {
  it('no request fails unforeseen, every problem has a code, and nothing is said of patients out of reach', async () => {
    const clinic = await openClinic({ rate: RATE });
    await clinic.engine.execute({ type: 'AddNote', episode: 'e-2', text: `He said ${SECRET}.` });
    const actors = {
      kim: clinic.person('kim', 'counselor'),
      sam: clinic.person('sam', 'supervisor'),
      rae: clinic.person('rae', 'researcher'),
      nobody: '',
    };
    const api = (await (await clinic.ask(actors.kim, 'GET', '/api/openapi.json')).json()) as Schema;
    const met = new Map<number, number>();
    const codes = new Set<string>();
    const one = async (
      actor: keyof typeof actors,
      request: ReturnType<typeof requestOf> extends fc.Arbitrary<infer R> ? R : never,
    ) => {
      const { method, path, body, headers } = request;
      const answer = await clinic.ask(actors[actor], method, path, body, headers);
      const text = await answer.text();
      met.set(answer.status, (met.get(answer.status) ?? 0) + 1);
      expect([answer.status, clinic.errors]).toEqual([
        expect.toSatisfy((status: number) => status < 500),
        [],
      ]);
      expect(text).not.toContain(SECRET);
      if (answer.status < 400) {
        expect(text).not.toMatch(/"patient":"p-2"/);
        return;
      }
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      const { code } = JSON.parse(text) as { code: unknown };
      expect(code).toMatch(/^[a-z][a-z-]+$/);
      codes.add(String(code));
    };
    const who = fc.constantFrom<keyof typeof actors>(
      'kim',
      'kim',
      'kim',
      'kim',
      'sam',
      'sam',
      'rae',
      'nobody',
    );
    await fc.assert(fc.asyncProperty(who, requestOf(api, LEFT_OUT), one), { numRuns: RUNS });
    // It came further than to the first check.
    expect(met.get(200) ?? 0).toBeGreaterThan(RUNS / 40);
    expect(met.get(422) ?? 0).toBeGreaterThan(0);
    expect(codes.size).toBeGreaterThan(6);
  });
});
