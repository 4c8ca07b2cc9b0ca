// Opens a store and writes one event: node open-and-report.ts FILE [read-only]. It prints `ok` or the code of the failure.
import { openSqliteStore } from '../../src/adapters/sqlite/open-sqlite-store.ts';
import { StepwellError } from '../../src/engine/stepwell-error.ts';
import { samples } from '../engine/store-samples.ts';

const [file = '', mode] = process.argv.slice(2);
try {
  const store = openSqliteStore({ file, readOnly: mode === 'read-only' });
  if (mode === 'read-only') await store.read('a');
  else await store.append([samples.write('a', 1)]);
  await store.close();
  process.stdout.write('ok');
} catch (failure) {
  process.stdout.write(failure instanceof StepwellError ? failure.code : String(failure));
}
