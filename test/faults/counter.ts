// Reads the last event of one of three episodes and appends the next number: node counter.ts FILE TIMES NAME.
// A version conflict means that another process was faster, and the number is tried again.
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { StepwellError } from '../../src/engine/stepwell-error.ts';
import { samples } from '../engine/store-samples.ts';

const [file = '', times = '', name = ''] = process.argv.slice(2);
const store = openSqliteStore({ file, create: true });
for (let done = 0; done < Number(times); ) {
  const episode = `episode-${done % 3}`;
  const version = (await store.read(episode)).length;
  const events = [`{"by":"${name}","done":${done}}`];
  const caseload = samples.caseload(episode, { version: version + 1 });
  try {
    await store.append([samples.write(episode, version, { events, caseload })]);
    done += 1;
  } catch (failure) {
    if (!(failure instanceof StepwellError) || failure.code !== 'version-conflict') throw failure;
  }
}
await store.close();
