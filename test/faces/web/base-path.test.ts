import { Hono } from 'hono';
import { beforeAll, describe, expect, it } from 'vitest';
import { createClinicApp } from '../../../src/faces/http/create-clinic-app.ts';
import { type ClinicSubject, openClinic } from '../http/clinic-subject.ts';

let clinic: ClinicSubject;
let kim: string;
beforeAll(async () => {
  clinic = await openClinic({ basePath: 'stepwell/' });
  kim = clinic.person('kim', 'counselor');
});

describe('an app that is mounted below a path', () => {
  it('leads on within that path, from every page and every redirect', async () => {
    const guest = await clinic.ask('', 'GET', '/stepwell/today');
    expect([guest.status, guest.headers.get('location')]).toEqual([303, '/stepwell/sign-in']);
    for (const path of [
      '/today',
      '/caseload',
      '/patients/e-1',
      '/patients/e-1/note',
      '/groups',
      '/nowhere',
    ]) {
      const text = await (await clinic.ask(kim, 'GET', `/stepwell${path}`)).text();
      const addresses = [...text.matchAll(/ (?:href|src|action)="(\/[^"]*)"/g)].map(([, to]) => to ?? '');
      expect(addresses.length, path).toBeGreaterThan(3);
      expect(addresses.filter((to) => !to.startsWith('/stepwell/'))).toEqual([]);
    }
  });

  it('is there with a slash behind its path and without, and leads to the same page', async () => {
    for (const path of ['/stepwell', '/stepwell/']) {
      const answer = await clinic.ask(kim, 'GET', path);
      expect([path, answer.status, answer.headers.get('location')]).toEqual([path, 303, '/stepwell/today']);
      const guest = await clinic.ask('', 'GET', path);
      expect([guest.status, guest.headers.get('location')]).toEqual([303, '/stepwell/sign-in']);
    }
    expect((await clinic.ask(kim, 'GET', '/stepwell//')).status).toBe(404);
  });

  it('serves its files there, records there, and is not there at the root', async () => {
    const text = await (await clinic.ask(kim, 'GET', '/stepwell/today')).text();
    const [, style = ''] = / href="([^"]+\.css)"/.exec(text) ?? [];
    expect((await clinic.ask('', 'GET', style)).status).toBe(200);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const saved = await clinic.ask(
      kim,
      'POST',
      '/stepwell/patients/e-1/note',
      'text=Called.&on=2026-01-05&do=save',
      form,
    );
    expect([saved.status, saved.headers.get('location')]).toEqual([
      303,
      '/stepwell/patients/e-1/notes?done=note',
    ]);
    expect((await clinic.ask(kim, 'GET', '/today')).status).toBe(404);
    const problem = await clinic.ask('', 'GET', '/stepwell/api/me');
    expect([problem.status, problem.headers.get('content-type')]).toEqual([401, 'application/problem+json']);
    const method = await clinic.ask(kim, 'DELETE', '/stepwell/today');
    expect([method.status, method.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });

  it('changes no text of the record that looks like an address', async () => {
    await clinic.engine.execute({ type: 'AddNote', episode: 'e-1', text: 'He wrote <a href="/x">.' });
    const text = await (await clinic.ask(kim, 'GET', '/stepwell/patients/e-1')).text();
    expect(text).toContain('href=&quot;/x&quot;');
  });

  it('can stand beside other things in a server of its embedder', async () => {
    const outer = new Hono()
      .get('/', (c) => c.text('the clinic'))
      .all('/stepwell/*', (c) => clinic.app.fetch(c.req.raw));
    expect(await (await outer.request('/')).text()).toBe('the clinic');
    const answer = await outer.request('/stepwell/sign-in');
    expect([
      answer.status,
      answer.headers.get('content-security-policy')?.includes("default-src 'none'"),
    ]).toEqual([200, true]);
  });

  it('takes nothing for a path that is none', () => {
    const given = { engine: clinic.engine, origin: 'http://localhost:8080' };
    for (const basePath of ['/a b', '/"x', '/../x/?y'])
      expect(() => createClinicApp({ ...given, basePath }), basePath).toThrow('is no path');
  });
});
