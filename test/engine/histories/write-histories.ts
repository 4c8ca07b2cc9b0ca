import { mkdirSync, writeFileSync } from 'node:fs';
import { addDays } from '../../../src/curriculum/calendar-date.ts';
import { type Clinic, createClinic } from '../../generators/clinic.ts';
import { smallCurriculum } from '../../generators/small-curriculum.ts';
import { renamePhase } from '../migration/small-versions.ts';
import { type HistoryLine, readHistory, replayHistory } from './replay-history.ts';

// Writes the logs of a release, once, with the code of that release: `node test/engine/histories/write-histories.ts 0.1.0`.

const release = process.argv[2];
if (release === undefined)
  throw new Error('name the release: node test/engine/histories/write-histories.ts 0.1.0');

const one = smallCurriculum();
const two = { ...one, version: '2.0.0', ...renamePhase(one, 'relapse-prevention', 'sustained-recovery') };

const LIVES: Readonly<Record<string, (clinic: Clinic) => Promise<void>>> = {
  async graduate(clinic) {
    await begin(clinic);
    await attend(clinic, 75);
  },
  async corrections(clinic) {
    await clinic.must({ type: 'Refer', patient: 'p-1', source: 'court', counselor: 'c-1' });
    await begin(clinic.on('2026-01-06'));
    await attend(clinic, 16);
    const wrong = await clinic.must({ type: 'RecordDrugTest', result: 'positive' });
    await clinic.must({ type: 'Amend', fact: wrong, change: { result: 'negative' }, reason: 'read wrong' });
    const twice = await clinic.must({ type: 'RecordMutualHelp' });
    await clinic.must({ type: 'Void', fact: twice, reason: 'another patient' });
    await clinic.must({
      type: 'GrantCredit',
      track: 'group',
      sessions: [2, 5],
      from: 'elsewhere',
      reason: 'letter',
    });
    await clinic.must({ type: 'StartLeave', planned: true, expectedReturn: addDays(clinic.today, 5) });
    await clinic.on(addDays(clinic.today, 6)).must({ type: 'EndLeave' });
    await clinic.must({ type: 'RecordUse', substances: ['alcohol'], on: addDays(clinic.today, -2) });
    await attend(clinic, 9);
    clinic.on(addDays(clinic.today, 24));
    await clinic.engine.advanceClock(clinic.today);
    await clinic.must({ type: 'Discharge', discharge: 'dropped-out' });
  },
  async migrated(clinic) {
    await begin(clinic);
    await attend(clinic, 9);
    const { results } = await clinic.engine.migration.apply({
      ...{ curriculum: 'small-iop', from: '1.0.0', to: '2.0.0', reason: 'the new version is in force' },
      mapping: { phases: { 'relapse-prevention': 'sustained-recovery' } },
    });
    if (!results[0]?.accepted) throw new Error(JSON.stringify(results));
    await attend(clinic, 12);
  },
};

/** Admits the patient and takes him through orientation. */
async function begin(clinic: Clinic): Promise<void> {
  await clinic.must({ type: 'Admit', patient: 'p-1', curriculum: 'small-iop@1.0.0', counselor: 'c-1' });
  await clinic.must({ type: 'AddNote', text: 'came with a friend' });
}

/** So many days of which the patient misses the eleventh; he tests twice a week and moves on where he may. */
async function attend(clinic: Clinic, days: number): Promise<void> {
  for (let day = 1; day <= days; day += 1) {
    clinic.on(addDays(clinic.today, 1));
    for (const { track, session } of await clinic.engine.agenda('e-1', { days: 1 })) {
      const status = day === 11 ? 'absent' : 'attended';
      await clinic.tell({
        type: 'RecordAttendance',
        track,
        ...(session === null ? {} : { session }),
        status,
      });
    }
    if (day % 3 === 0) await clinic.tell({ type: 'RecordDrugTest', result: 'negative' });
    if (day % 7 === 0) await clinic.tell({ type: 'SignOff', role: 'counselor', subject: 'plan-reviewed' });
    await clinic.tell({ type: 'Advance' });
  }
}

const folder = new URL(`../../histories/${release}/`, import.meta.url);
mkdirSync(folder, { recursive: true });
const write = (file: string, text: string) => writeFileSync(new URL(file, folder), text, { flag: 'wx' });
write('curricula.json', `${JSON.stringify([one, two], null, 1)}\n`);
const ends: Record<string, { today: string; state: string }> = {};
for (const [name, live] of Object.entries(LIVES)) {
  const clinic = createClinic([two, one], { today: '2026-01-05' });
  await live(clinic);
  const events = await clinic.store.read('e-1');
  const lines = events.map(({ recordedAt, body }): HistoryLine => ({ recordedAt, body: body ?? '' }));
  write(`${name}.jsonl`, `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
  ends[name] = { today: clinic.today, state: '' };
}
writeFileSync(new URL('ends.json', folder), JSON.stringify(ends));
for (const [name, end] of Object.entries(ends)) end.state = await replayHistory(readHistory(release, name));
writeFileSync(new URL('ends.json', folder), `${JSON.stringify(ends, null, 1)}\n`);
