import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClinic } from '../../../generators/clinic.ts';
import { smallCurriculum } from '../../../generators/small-curriculum.ts';
import { openWorkplace, type Workplace } from '../command-line.ts';
import { recordThreePatients, SECOND_VERSION } from './two-versions.ts';

const TODAY = ['--today', '2026-01-16'];

describe('stepwell erase', () => {
  let place: Workplace;
  beforeAll(async () => {
    place = openWorkplace();
    await recordThreePatients(place);
  });
  afterAll(() => place.remove());
  const bytes = () => readFileSync(join(place.path, 'clinic.db')).toString('latin1');

  it('says what would go and does nothing without --yes', async () => {
    const { exit, out } = await place.run('erase', 'e-2', '--reason', 'order 12', ...TODAY);
    expect(exit).toBe(2);
    expect(out).toMatch(/would erase the content of 3 events of e-2.*\n.*\nNothing was erased; add --yes/);
    const json = await place.run('erase', 'e-2', '--reason', 'order 12', '--json', ...TODAY);
    expect(JSON.parse(json.out)).toEqual({ episode: 'e-2', erased: false, events: 3, elsewhere: [] });
    expect((await place.run('status', 'e-2', ...TODAY)).exit).toBe(0);
  });

  it('refuses an order without a reason, and an episode that there is not', async () => {
    expect((await place.run('erase', 'e-2', '--yes')).exit).toBe(2);
    expect((await place.run('erase', 'e-2', '--reason', '', '--yes')).exit).toBe(2);
    const nobody = await place.run('erase', 'e-9', '--reason', 'order 12', '--yes', '--json');
    expect(nobody.exit).toBe(5);
    expect(JSON.parse(nobody.err)).toMatchObject({ error: { code: 'not-found' } });
  });

  it('takes the content away for good; the record still verifies and says that it was done', async () => {
    expect((await place.run('verify')).exit).toBe(0);
    const { exit, out } = await place.run(
      'erase',
      'e-2',
      '--reason',
      'order 12',
      '--yes',
      '--by',
      'officer',
      ...TODAY,
    );
    expect({ exit, out }).toEqual({ exit: 0, out: '✓ the content of 3 events of e-2 was erased\n' });
    const commands = [
      ['status'],
      ['history'],
      ['export'],
      ['note', 'text'],
      ['diff-knowledge', '--between', '2026-01-01', '2099-12-31'],
    ];
    for (const [verb = '', ...more] of commands) {
      const asked = await place.run(verb, 'e-2', ...more, ...TODAY);
      expect({ verb, ...asked }).toEqual({
        verb,
        exit: 5,
        out: '',
        err: 'stepwell: episode e-2 was erased\n',
      });
    }
    const json = await place.run('status', 'e-2', '--json', ...TODAY);
    expect(JSON.parse(json.err)).toMatchObject({
      error: { code: 'not-found', message: 'episode e-2 was erased' },
    });
    for (const moment of [[], ['--as-of', '2026-01-16']])
      expect((await place.run('caseload', '--all', ...moment, ...TODAY)).out).not.toMatch(/e-2/);
    expect((await place.run('due', '--episode', 'e-2', ...TODAY)).out).toBe('Nothing is due.\n');
    expect((await place.run('verify')).exit).toBe(0);
    expect(bytes()).not.toContain('Pat e-2');
    expect(bytes()).toContain('order 12');
    expect(bytes()).toContain('officer');
    const again = await place.run('erase', 'e-2', '--reason', 'order 12', '--yes', ...TODAY);
    expect(again).toMatchObject({ exit: 0, out: 'nothing is left to erase of e-2\n' });
  });

  it('keeps nobody else from being moved to another version', async () => {
    place.write('second.yaml', SECOND_VERSION);
    place.write('mapping.yaml', 'phases: { recovery: main-part }');
    const { exit, out } = await place.run(
      ...['migrate', 'apply', 'evening-groups', '--from', '1.0.0', '--to', 'second.yaml'],
      ...['--mapping', 'mapping.yaml', '--episode', 'e-2,e-1'],
      ...TODAY,
    );
    expect(exit).toBe(3);
    expect(out).toMatch(/✗ e-2 not-found: episode e-2 was erased\n✓ e-1 is in 2\.0\.0/);
  });
});

describe('stepwell erase of a patient with an appointment', () => {
  it('names the events that stay, before it is done and after', async () => {
    const place = openWorkplace();
    await recordThreePatients(place);
    const book = ['--site', 'north', '--time-zone', 'America/New_York', '--track', 'skills'];
    const booked = await place.run('appointment', 'book', 'e-3', '2026-01-20', '10:00', ...book, ...TODAY);
    expect(booked).toMatchObject({ exit: 0 });
    const order = ['erase', 'e-3', '--reason', 'order 12', ...TODAY];
    const stays = /stays in the file, .*: 1 event\n {2}appointments:2026-01-20: 1\n/;
    expect((await place.run(...order)).out).toMatch(stays);
    expect((await place.run(...order, '--yes')).out).toMatch(stays);
    const listed = await place.run('appointment', 'list', '--from', '2026-01-20', '--json', ...TODAY);
    expect(listed.out).not.toContain('e-3');
    place.remove();
  });
});

describe('engine.erase', () => {
  it('is noticed by an engine that had read the episode before, without what it had said', async () => {
    const first = createClinic(smallCurriculum());
    const second = createClinic(smallCurriculum(), { store: first.store });
    await first.must({ type: 'Admit', patient: 'p-1', curriculum: 'small-iop' });
    expect((await second.engine.status('e-1')).patient).toBe('p-1');
    expect(await first.engine.erase('e-1', { reason: 'order 12' })).toBe(1);
    for (const { engine } of [first, second]) {
      await expect(engine.status('e-1')).rejects.toMatchObject({
        code: 'not-found',
        message: 'episode e-1 was erased',
      });
      await expect(engine.history('e-1')).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(await first.engine.erase('e-1', { reason: 'order 12' })).toBe(0);
    await expect(first.engine.erase('e-9', { reason: 'order 12' })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await first.store.verify()).toMatchObject({ ok: true, events: 2 });
  });
});
