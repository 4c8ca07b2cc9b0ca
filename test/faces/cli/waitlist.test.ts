import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openWorkplace } from './command-line.ts';

const DIRECTORY = fileURLToPath(new URL('../../../curricula/directory/example.yaml', import.meta.url));
const INTAKE = readFileSync(fileURLToPath(new URL('../../fixtures/intake.yaml', import.meta.url)), 'utf8');

describe('the verbs before an admission', () => {
  it('take a patient from the intake over the list and an offer to a place', async () => {
    const place = openWorkplace();
    try {
      place.write('intake.yaml', INTAKE);
      place.write('wrong.yaml', INTAKE.replace('age: 34', 'age: old'));
      const day = ['--today', '2026-03-02'];
      const said = async (...line: readonly string[]) => {
        const { exit, out, err } = await place.run(...line, ...day);
        return { exit, text: out + err };
      };
      expect((await said('refer', 'e-1', '--patient', 'p-1')).exit).toBe(0);
      expect(await said('intake', 'e-1', 'wrong.yaml')).toMatchObject({
        exit: 4,
        text: expect.stringContaining('wrong.yaml'),
      });
      expect((await said('intake', 'e-1', 'intake.yaml')).exit).toBe(0);
      const house = ['waitlist', 'join', 'e-1', 'made-up-house', '--directory', DIRECTORY];
      expect(await said(...house.with(3, 'gone'))).toMatchObject({
        exit: 5,
        text: expect.stringContaining('has no program gone; it has made-up-evening-matrix'),
      });
      expect((await said(...house)).exit).toBe(0);
      expect((await said('waitlist', 'offer', 'e-1')).exit).toBe(0);
      expect((await said('waitlist')).text).toMatch(
        /made-up-house +1 +e-1 +offered until 2026-03-05 +\(not known: pregnant-injecting/,
      );
      expect((await said('status', 'e-1')).text).toContain(
        'offered until 2026-03-05 · waitlist of made-up-house',
      );
      expect((await said('waitlist', 'accept', 'e-1')).exit).toBe(0);
      expect((await said('waitlist', 'offer', 'e-1', '--until', '2026-03-04')).exit).toBe(3);
    } finally {
      place.remove();
    }
  }, 300_000);
});
