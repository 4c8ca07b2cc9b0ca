import './node-version.ts';

export { openSqliteStore, type SqliteOptions } from './adapters/sqlite/open-sqlite-store.ts';
export type { SqliteStore } from './adapters/sqlite/sqlite-store.ts';
