import { beforeAll, describe, expect, it } from 'vitest';
import { openPages, type PageSubject } from './page-subject.ts';

let clinic: PageSubject;
beforeAll(async () => {
  clinic = await openPages();
  const admit = { curriculum: 'matrix-iop', counselor: 'kim' };
  for (const [episode, site, on] of [
    ['e-7', 'north', '2025-11-03'],
    ['e-8', 'south', '2025-11-10'],
  ] as const)
    await clinic.engine.admit({ ...admit, episode, patient: episode, site, on });
  await clinic.engine.execute({
    type: 'Discharge',
    episode: 'e-7',
    discharge: 'transferred',
    reason: 'Moved.',
    on: '2025-12-15',
  });
});

describe('the census over time', () => {
  it('shows strips with their words and a table of the same numbers, and what became of patients', async () => {
    const { text } = await clinic.page('/census?weeks=13', clinic.person('dora', 'director'));
    expect(text).toMatch(
      /<title>ASAM 2\.1 \(3rd edition\)<\/title><desc>0 on [\d-]+, 3 on 2026-01-05, at most 3\./,
    );
    expect(text).toContain('4 admitted, 1 ended, of whom 0 completed (0 %)');
    expect(text).toContain('<th scope="row">Transferred to another program</th><td>1</td>');
    const { points } = await clinic.engine.census({ from: '2025-10-06', step: 'week' });
    const table = text.slice(text.indexOf('aria-label="Census over time"'));
    expect(
      [...table.slice(0, table.indexOf('</table>')).matchAll(/<\/th><td>(\d+)<\/td>/g)].map(([, n]) =>
        Number(n),
      ),
    ).toEqual(points.map(({ patients }) => patients).reverse());
  });

  it('compares the versions of programs: who completed, who left, and the share retained with its interval', async () => {
    const { text } = await clinic.page('/census', clinic.person('dana', 'director'));
    const table = text.slice(text.indexOf('aria-label="Retention by version"'));
    expect(table).toMatch(
      /<th scope="row">Matrix Model intensive outpatient program 1\.0\.0<\/th><td>4<\/td><td>0<\/td><td>1<\/td><td>3<\/td><td>100 %<\/td>/,
    );
    expect(text).toMatch(
      /<h3>Matrix Model intensive outpatient program 1\.0\.0<\/h3>[\s\S]*<path class="interval"[\s\S]*The steps as a table/,
    );
    const risks = [...text.matchAll(/<text class="risk"[^>]*>(\d+)</g)].map(([, count]) => Number(count));
    expect(risks).toEqual([4, 2, 2, 2, 1]);
    expect(text).toContain('<title>Retention of Matrix Model intensive outpatient program 1.0.0</title>');
  });

  it('counts for a supervisor his own site alone', async () => {
    const { text } = await clinic.page('/census?by=site', clinic.person('alex', 'supervisor'));
    expect(text).toContain('2 admitted, 1 ended');
    expect(text).not.toContain('south');
  });

  it('is not shown to a researcher, to whom the difference of two weeks might tell of one patient', async () => {
    const { text } = await clinic.page('/census', clinic.person('ada', 'researcher'));
    expect(text).not.toMatch(/class="strips"|admitted, |class="risk"/);
    expect(text).toContain('1 to 10');
  });
});
