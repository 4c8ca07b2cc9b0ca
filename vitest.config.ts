import { defineConfig } from 'vitest/config';

/** Tests of date code, which also run far east and in a zone with daylight saving time. */
const DATE_CODE = [
  'test/**/*{curriculum,calendar,date,time,schedule}*.test.ts',
  'test/**/*{curriculum,time}*/**/*.test.ts',
];

/** One run of the tests under one time zone. */
function project(name: string, timeZone: string, include: string[]) {
  return { extends: true as const, test: { name, include, env: { TZ: timeZone } } };
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
      project('all', 'UTC', ['test/**/*.test.ts']),
      project('apia', 'Pacific/Apia', DATE_CODE),
      project('new-york', 'America/New_York', DATE_CODE),
    ],
  },
});
