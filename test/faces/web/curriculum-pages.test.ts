import { describe, expect, it } from 'vitest';
import { provisionalPlaces } from '../../../src/faces/web/curricula/provisional-places.ts';
import { openPages } from './page-subject.ts';

describe('the page of a curriculum', () => {
  it('has phases with what meets in them and what their gates ask for, and sessions with the marks of their titles', async () => {
    const clinic = await openPages();
    const dora = clinic.person('dora', 'director');
    const { text } = await clinic.page('/curricula/matrix-iop', dora);
    expect(text).toMatch(
      /<b>Early recovery<\/b> <span class="meta">weeks 1 to 4<\/span>[\s\S]*?Early recovery skills Mon and Fri 18:00, 50 min[\s\S]*?On to Relapse prevention when<\/p><ul><li>28 days in the program<\/li>/,
    );
    expect(text).toContain('A way back to Early recovery.');
    expect(text).toMatch(
      /<summary>Relapse prevention: 32 sessions, group, Mon and Fri 19:15, 90 min<\/summary>/,
    );
    expect(text).toMatch(/Provisional: \d+ places not checked against the source/);
    const titles = [
      ...(await clinic.page('/curricula', dora)).text.matchAll(/<th scope="row"><a[^>]*>([^<]+)/g),
    ];
    const shown = titles.map(([, title = '']) => title);
    expect(shown.length).toBeGreaterThan(20);
    expect(shown).toEqual([...shown].sort((a, b) => a.localeCompare(b, 'en')));
  });

  it('names each provisional place as it stands in the file', () => {
    const one = {
      title: 'A program',
      tracks: [{ sessions: [{ title: 'One' }, { title: 'Two', provisional: true }] }],
      gate: { all: [{ provisional: true }, { provisional: false }] },
    };
    expect(provisionalPlaces(one)).toEqual([
      { path: 'tracks[0].sessions[1]', title: 'Two' },
      { path: 'gate.all[0]', title: null },
    ]);
  });
});
