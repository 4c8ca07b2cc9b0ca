import { describe, expect, it } from 'vitest';
import { PAGE_ROUTES } from '../../../src/faces/web/page-routes.ts';
import { PAGE_TABLE } from '../../browser/page-table.ts';

describe('the table of pages that a browser walks through', () => {
  it('has each page, and each address in it leads to the page of its row', () => {
    const pages = PAGE_ROUTES.filter(
      ({ key, answers }) => key.startsWith('GET ') && answers[200]?.type === 'text/html',
    ).map(({ key }) => key);
    const files = ['GET /', 'GET /assets/:file', 'GET /curricula/:curriculum/diagram.svg'];
    expect(Object.keys(PAGE_TABLE).sort()).toEqual(pages.filter((key) => !files.includes(key)).sort());
    for (const [key, [, ...paths]] of Object.entries(PAGE_TABLE)) {
      expect(paths.length, key).toBeGreaterThan(0);
      const pattern = new RegExp(`^${key.slice(4).replaceAll(/:\w+/g, '[^/?]+')}(\\?|$)`);
      for (const path of paths) expect(path, key).toMatch(pattern);
    }
  });
});
