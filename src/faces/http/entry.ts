import '../../node-version.ts';

export type { Account, NewAccount } from '../../access/account.ts';
export type { SessionLimits } from '../../access/session.ts';
export { type AccessStore, openAccessStore } from '../../adapters/access/access-store.ts';
export { type ClinicAppOptions, createClinicApp } from './create-clinic-app.ts';
export { type FirstLink, firstDirector } from './first-director.ts';
