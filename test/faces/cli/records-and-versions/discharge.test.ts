import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkplace, type Workplace } from '../command-line.ts';
import { record, recordThreePatients } from './two-versions.ts';

const TODAY = ['--today', '2026-01-16'];

describe('the end of an episode', () => {
  let place: Workplace;
  beforeAll(async () => {
    place = openWorkplace();
    await recordThreePatients(place);
  });
  afterAll(() => place.remove());
  const due = async (episode: string) => (await place.run('due', '--episode', episode, ...TODAY)).out;

  it('is previewed with what moves by it, and nothing is written', async () => {
    const { exit, out } = await place.run(
      'discharge',
      'e-2',
      'dropped-out',
      '--reason',
      'gone',
      '--preview',
      ...TODAY,
    );
    expect(exit).toBe(0);
    expect(out).toMatch(/What would move in e-2\n {2}The episode is dropped-out instead of active\n/);
    expect(out).toMatch(
      /Call the patient: no longer due\n {2}Weekly test due: no longer due\nNothing was written/,
    );
    place.write('end.jsonl', '{"type":"Discharge","episode":"e-2","discharge":"terminated","reason":"gone"}');
    expect((await place.run('preview', 'end.jsonl', ...TODAY)).out).toMatch(
      /The episode is terminated instead of active\n {2}Call the patient: no longer due/,
    );
    expect(await due('e-2')).toMatch(/Call the patient/);
  });

  it('lists the work that it closed, which is due again once it is voided', async () => {
    const before = await due('e-2');
    const end = ['discharge', 'e-2', 'transferred', '--reason', 'moved', ...TODAY];
    const { exit, out } = await place.run(...end);
    expect(exit).toBe(0);
    expect(out).toMatch(/✓ discharged: transferred/);
    expect(out).toMatch(
      /closed: Call the patient {2}was due 2026-01-10\n {2}closed: Weekly test due {2}was due 2026-01-11\n/,
    );
    expect(out).not.toMatch(/no longer due/);
    expect(await due('e-2')).toBe('Nothing is due.\n');
    const undone = await place.run('void', 'e-2', '4', '--reason', 'came back', ...TODAY);
    expect(undone.exit).toBe(0);
    expect(undone.out).not.toMatch(/closed/);
    expect(await due('e-2')).toBe(before);
    // A day that only the clock looks at is no work.
    await record(place, '2026-01-16', {
      type: 'GrantCredit',
      episode: 'e-2',
      track: 'skills',
      sessions: [3],
      from: 'another clinic',
      role: 'supervisor',
      reason: 'done there',
      expiresOn: '2026-03-02',
    });
    const again = JSON.parse((await place.run(...end, '--json')).out);
    expect(again.closed.map((item: { item: string }) => item.item)).toEqual([
      'task/attendance/outreach/call-patient',
      'drug-test/weekly',
    ]);
  });

  it('closes nothing while it lies in the future, nor through any other command', async () => {
    const ahead = await place.run(
      'discharge',
      'e-3',
      'transferred',
      '--on',
      '2026-02-02',
      '--reason',
      'moves',
      '--json',
      ...TODAY,
    );
    expect(JSON.parse(ahead.out)).not.toHaveProperty('closed');
    const note = await place.run('note', 'e-1', 'text', '--json', ...TODAY);
    expect(JSON.parse(note.out)).not.toHaveProperty('closed');
    expect(await due('e-3')).toMatch(/Weekly test due/);
  });

  it('lists what is closed by graduating', async () => {
    const attend = (on: string) => ({
      type: 'RecordAttendance',
      episode: 'e-1',
      track: 'relapse-prevention',
      status: 'attended',
      on,
    });
    await record(place, '2026-01-16', attend('2026-01-12'), attend('2026-01-16'), {
      type: 'RecordDrugTest',
      episode: 'e-1',
      result: 'negative',
    });
    const { exit, out } = await place.run('advance', 'e-1', ...TODAY);
    expect(exit).toBe(0);
    expect(out).toMatch(/closed: Weekly test due {2}was due 2026-01-23/);
  });
});
