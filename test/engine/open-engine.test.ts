import { describe, expect, it } from 'vitest';
import { openEngine } from '../../src/open-engine.ts';

describe('openEngine', () => {
  it.each([
    [{ fil: 'clinic.db' }, 'there is no option fil'],
    [{ timeZone: 'Mars/Olympus' }, 'this time zone is not known here'],
    [{ curricula: '/clinic/curricula' }, 'curricula is a list of curricula, or of folders'],
  ])('says what is wrong with the options %j', async (options, message) => {
    const opened = openEngine(options as never);
    await expect(opened).rejects.toMatchObject({
      name: 'StepwellError',
      code: 'invalid-command',
      message: expect.stringContaining(message),
    });
  });

  it('takes options that are there but not given', async () => {
    const engine = await openEngine({ timeZone: 'America/New_York' });
    expect(await engine.caseload()).toEqual([]);
    await engine.close();
  });
});
