import { beforeEach, describe, expect, it } from 'vitest';
import { openPages, type PageSubject } from './page-subject.ts';

let clinic: PageSubject;
let kim: string;
const begin = (fields: Record<string, string>, who = kim) =>
  clinic.fill('/new-patient', { key: 'n-1', on: '2026-01-05', ...fields }, who);

beforeEach(async () => {
  clinic = await openPages();
  kim = clinic.person('kim', 'counselor');
});

describe('a new patient', () => {
  it('is admitted with the form, once for one key, on the caseload of who asks', async () => {
    expect((await clinic.page('/new-patient', kim)).text).toContain(
      'Matrix Model intensive outpatient program',
    );
    const fields = {
      do: 'admit',
      patient: 'p-70',
      curriculum: 'matrix-iop',
      counselor: 'kim',
      site: 'north',
    };
    const first = await begin({ ...fields, lastUseOn: '2026-01-02' });
    expect([first.status, first.to]).toEqual([303, expect.stringMatching(/^\/patients\/e-[0-9a-f]{32}$/)]);
    expect((await begin({ ...fields, lastUseOn: '2026-01-02' })).to).toBe(first.to);
    const status = await clinic.engine.status(first.to?.slice('/patients/'.length) ?? '');
    expect(status).toMatchObject({
      patient: 'p-70',
      counselor: 'kim',
      site: 'north',
      phase: { id: 'orientation' },
    });
    expect(status.drugTests.daysAbstinent).toBe(3);
  });

  it('is referred first and admitted from his page, under the same number', async () => {
    const { to } = await begin({
      do: 'refer',
      patient: 'p-71',
      counselor: 'kim',
      site: '',
      source: 'a doctor',
    });
    const { text } = await clinic.page(to ?? '', kim);
    expect(text).toContain('Referred, not admitted yet');
    const episode = to?.slice('/patients/'.length) ?? '';
    expect(text).toContain(`href="/new-patient?episode=${episode}"`);
    const admit = {
      key: 'n-2',
      do: 'admit',
      episode,
      curriculum: 'matrix-iop',
      counselor: 'kim',
      patient: 'p-99',
    };
    expect((await begin(admit)).to).toBe(to);
    expect(await clinic.engine.status(episode)).toMatchObject({ patient: 'p-71', lifecycle: 'active' });
  });

  it('without a program is shown again with what was filled in; nobody admits one who is not his', async () => {
    const wrong = await begin({ do: 'admit', patient: 'p-72', curriculum: '', counselor: 'kim' });
    expect([
      wrong.status,
      wrong.text.includes('choose a program'),
      wrong.text.includes('value="p-72"'),
    ]).toEqual([400, true, true]);
    const others = { do: 'admit', episode: 'e-2', curriculum: 'matrix-iop', counselor: 'kim' };
    expect((await begin(others)).status).toBe(404);
    expect((await clinic.page('/new-patient?episode=e-2', kim)).status).toBe(404);
    const alex = clinic.person('alex', 'supervisor');
    const south = { do: 'admit', patient: 'p-73', curriculum: 'matrix-iop', site: 'south' };
    expect((await begin(south, alex)).status).toBe(403);
  });
});
