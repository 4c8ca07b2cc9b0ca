import { join } from 'node:path';
import { openSqliteStore } from '../../../src/adapters/sqlite/open-sqlite-store.ts';
import type { SqliteStore } from '../../../src/adapters/sqlite/sqlite-store.ts';
import { testEventStore } from '../../engine/event-store-conformance.ts';
import { tamperWithFile } from './tamper-with-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

testEventStore('the SQLite store', () => {
  const folder = temporaryFolder();
  const file = join(folder.path, 'clinic.db');
  const opened: SqliteStore[] = [];
  const open = () => {
    const store = openSqliteStore({ file, create: true });
    opened.push(store);
    return store;
  };
  return {
    store: open(),
    another: open,
    tamper: (change) => tamperWithFile(file, change),
    dispose: async () => {
      for (const store of opened) await store.close();
      folder.remove();
    },
  };
});
