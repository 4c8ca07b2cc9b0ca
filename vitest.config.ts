import * as crypto from 'node:crypto';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** Tests of date code, which also run far east and in a zone with daylight saving time. */
const DATE_CODE = [
  'test/**/*{curriculum,calendar,date,time,schedule}*.test.ts',
  'test/**/*{curriculum,time}*/**/*.test.ts',
];

/** Tests that sign in, which takes the argon2id of Node 24.7. */
const SIGNING_IN = [
  'test/faces/http/sign-in.test.ts',
  'test/faces/web/*.test.ts',
  'test/faces/cli/serve.test.ts',
];
const without = 'argon2' in crypto ? [] : SIGNING_IN;

/** Where the commands that tests start keep what they compiled, so that each starts in half the time. */
const COMPILED = join(import.meta.dirname, 'node_modules/.cache/compiled');

/** One run of the tests under one time zone. */
function project(name: string, timeZone: string, include: string[], exclude: string[] = []) {
  return {
    extends: true as const,
    test: { name, include, exclude, env: { TZ: timeZone, NODE_COMPILE_CACHE: COMPILED } },
  };
}

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 120_000,
    globalSetup: ['test/setup/announce-node.ts'],
    setupFiles: ['test/setup/time-zone.ts', 'test/setup/silent-console.ts', 'test/setup/property-seed.ts'],
    projects: [
      project('all', 'UTC', ['test/**/*.test.ts'], [...without, 'test/browser/**']),
      project('apia', 'Pacific/Apia', DATE_CODE),
      project('new-york', 'America/New_York', DATE_CODE),
      ...(process.env['STEPWELL_BROWSER'] ? [project('browser', 'UTC', ['test/browser/**/*.test.ts'])] : []),
    ],
  },
});
