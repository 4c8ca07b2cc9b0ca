// Vouchers that rise with each negative test in a row, fall back with use, and come back; a corrected test counts anew.
import { type Command, openEngine } from '../src/index.ts';

let today = '2026-01-05';
const clock = { today: () => today, now: () => `${today}T12:00:00.000Z` };
const engine = await openEngine({ clock, by: 'counselor-1' });
const give = async (command: object) => {
  const outcome = await engine.execute({ episode: 'e-1', ...command } as Command);
  if (!outcome.accepted) throw new Error(outcome.refusal.message);
  return outcome.version;
};
const test = (on: string, result: string, substances: readonly string[] = []) => {
  today = on;
  return give({ type: 'RecordDrugTest', on, result, ...(result === 'positive' ? { substances } : {}) });
};
const vouchers = async () => {
  const found = (await engine.status('e-1')).incentives.find(({ id }) => id === 'vouchers');
  if (!found) throw new Error('there are no vouchers');
  return found;
};

await engine.admit({ episode: 'e-1', patient: 'p-1', curriculum: 'cra-vouchers' });
await test('2026-01-05', 'negative');
await test('2026-01-07', 'negative');
await test('2026-01-09', 'negative');
// In cents, with the bonus for three in a row.
console.log((await vouchers()).earned, (await vouchers()).inARow); //=> 2125 3

// What was earned is never lost; the next one is worth what the first was.
const positive = await test('2026-01-12', 'positive', ['cocaine']);
console.log((await vouchers()).earned, (await vouchers()).next, (await vouchers()).restores);
//=> 2125 250 { amount: 625, after: 5 }

// Staff buys something that the patient chose.
await give({ type: 'RecordReward', incentive: 'vouchers', amount: 1500 });
console.log((await vouchers()).outstanding); //=> 625

// The laboratory takes its result back: what follows from it is counted anew.
const correction = {
  type: 'Amend',
  fact: positive,
  change: { result: 'negative', substances: [] },
  reason: 'mixed up',
};
for (const { movements } of (await engine.preview({ episode: 'e-1', ...correction } as Command)).episodes)
  for (const { sentence } of movements) console.log(sentence);
//=> Abstinence: Abstinent instead of Lapse
//=> Hold an individual session on what led to the use: no longer due
//=> Take a test at the next visit: no longer due
await give(correction);
console.log((await vouchers()).sentence);
//=> $27.50 earned, 4 times for a negative test; $12.50 still to be given; 4 in a row, so that the next one earns $7.50
await engine.close();
