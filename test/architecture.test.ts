import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tooLong, undocumented, wrongExports, wrongNames } from './architecture/form-rules.ts';
import { circles, wrongImports } from './architecture/import-rules.ts';
import { impurities } from './architecture/purity-rules.ts';
import type { Room } from './architecture/room.ts';
import { parseSource } from './architecture/source-file.ts';

const HEART = ['engine', 'program', 'curriculum', 'simulation'];
const ADAPTERS = [
  'adapters/access',
  'adapters/ical',
  'adapters/memory',
  'adapters/sqlite',
  'adapters/workers',
  'adapters/yaml',
];
/** What writes the results of cohorts. */
const WRITERS = ['adapters/csv', 'adapters/parquet', 'adapters/report'];

/** The house. Imports run one way, and an adapter never imports another; to change the architecture, change this table. */
const ROOMS: readonly Room[] = [
  {
    folder: 'curriculum',
    rooms: [],
    packages: ['zod', '@date-fns/tz', 'fastest-levenshtein', 'rrule-temporal'],
    pure: true,
  },
  { folder: 'program', rooms: ['curriculum'], packages: ['xstate', 'zod', 'node:crypto'], pure: true },
  {
    folder: 'engine',
    rooms: ['program', 'curriculum'],
    packages: ['zod', 'node:crypto'],
    pure: true,
    // Defaults of arguments: an embedder and every test may hand in their own.
    except: ['src/engine/create-engine.ts randomUUID', 'src/engine/hash-chain.ts randomBytes'],
  },
  {
    folder: 'simulation',
    rooms: ['program', 'curriculum'],
    packages: ['lib-r-math.js', 'ml-levenberg-marquardt', 'ml-matrix', 'zod'],
    pure: true,
  },
  { folder: 'adapters/csv', rooms: HEART, packages: ['node:fs', 'node:path', 'csv-parse'], pure: false },
  { folder: 'adapters/parquet', rooms: HEART, packages: ['hyparquet-writer'], pure: false },
  {
    folder: 'adapters/report',
    rooms: HEART,
    packages: ['vega', 'vega-lite', 'd3-sankey', '@resvg/resvg-js'],
    pure: true,
  },
  { folder: 'access', rooms: ['program', 'curriculum'], packages: ['zod', 'node:crypto'], pure: true },
  {
    folder: 'adapters/access',
    rooms: ['access', ...HEART],
    packages: ['better-sqlite3', 'node:*'],
    pure: false,
  },
  { folder: 'adapters/ical', rooms: HEART, packages: ['node:crypto'], pure: true },
  { folder: 'adapters/workers', rooms: HEART, packages: ['tinypool', 'node:*'], pure: false },
  { folder: 'adapters/memory', rooms: HEART, packages: ['node:crypto'], pure: true },
  { folder: 'adapters/sqlite', rooms: HEART, packages: ['better-sqlite3', 'node:*'], pure: false },
  {
    folder: 'adapters/yaml',
    rooms: HEART,
    packages: ['node:crypto', 'yaml', 'zod', 'fastest-levenshtein', 'node:fs', 'node:path', 'node:url'],
    pure: false,
  },
  {
    folder: 'faces',
    rooms: ['', 'access', ...ADAPTERS, ...WRITERS, ...HEART],
    packages: [
      ...['commander', 'zod', 'node:*'],
      ...['hono', '@hono/node-server', '@simplewebauthn/server', 'htmx.org'],
    ],
    pure: false,
  },
  // The composition root and the entry points of the package.
  { folder: '', rooms: [...ADAPTERS, ...WRITERS, ...HEART], packages: ['node:*'], pure: false },
];

const TOP_LEVEL = [
  ...['.ci', '.gitignore', 'CHANGELOG.md', 'LICENSE', 'README.md', 'bin', 'biome.json'],
  ...['curricula', 'examples'],
  ...[
    'package-lock.json',
    'package.json',
    'rolldown.config.js',
    'src',
    'test',
    'tsconfig.build.json',
    'tsconfig.json',
  ],
  ...['vitest.config.ts'],
];

const paths = ['src', 'test', 'examples'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`),
);
const files = paths
  .filter((path) => path.endsWith('.ts'))
  .map((path) => parseSource(path, readFileSync(path, 'utf8')));
const sources = files.filter(({ path }) => path.startsWith('src/'));

const wrong = (path: string, text: string) => [parseSource(path, text)];

describe('the arrows between the rooms', () => {
  it('are kept by every file', () => {
    expect(wrongImports(ROOMS, sources)).toEqual([]);
  });

  it.each([
    [
      'src/curriculum/a.ts',
      "import type { Plan } from '../program/plan.ts';",
      'must not import src/program/plan.ts',
    ],
    [
      'src/program/a.ts',
      "export type { Engine } from '../engine/engine.ts';",
      'must not import src/engine/engine.ts',
    ],
    [
      'src/engine/a.ts',
      "type A = import('../adapters/yaml/b.ts').B;",
      'must not import src/adapters/yaml/b.ts',
    ],
    ['src/adapters/yaml/a.ts', "await import('../memory/b.ts');", 'must not import src/adapters/memory/b.ts'],
    ['src/simulation/a.ts', "import '../engine/b.ts';", 'must not import src/engine/b.ts'],
    ['src/adapters/yaml/a.ts', "import '../../index.ts';", 'must not import src/index.ts'],
    ['src/index.ts', "import './faces/cli/main.ts';", 'must not import src/faces/cli/main.ts'],
    ['src/program/a.ts', "import Database from 'better-sqlite3';", 'must not use better-sqlite3'],
    ['src/curriculum/a.ts', "import { readFileSync } from 'node:fs';", 'must not use node:fs'],
    ['src/engine/a.ts', "export { z } from 'zodiac';", 'must not use zodiac'],
    ['src/engine/a.ts', "import './b.js';", 'imports ./b.js without .ts'],
    ['src/stray/a.ts', '', 'stands in no room; add it to the table'],
  ])('refuse in %s: %s', (path, text, message) => {
    expect(wrongImports(ROOMS, wrong(path, text))).toEqual([`${path} ${message}`]);
  });
});

describe('imports', () => {
  it('never lead back to where they began, types included', () => {
    expect(circles(files)).toEqual([]);
  });

  it('are followed through types, re-exports and a file that imports itself', () => {
    const a = parseSource('src/engine/a.ts', "import type { B } from './b.ts';");
    const b = parseSource('src/engine/b.ts', "export { c } from '../program/c.ts';");
    const c = parseSource('src/program/c.ts', "type A = import('../engine/a.ts').A;");
    const d = parseSource('src/program/d.ts', "import './d.ts'; import './c.ts';");
    expect(circles([d, a, b, c])).toEqual([
      'src/program/d.ts → src/program/d.ts',
      'src/program/c.ts → src/engine/a.ts → src/engine/b.ts → src/program/c.ts',
    ]);
  });
});

describe('a pure room', () => {
  it('holds no clock, no dice and no I/O', () => {
    expect(impurities(ROOMS, sources)).toEqual([]);
  });

  it.each([
    ['const now = Date.now();', 'Date.now'],
    ['const today = new Date();', 'new Date()'],
    ['const text = Date();', 'Date()'],
    ['const dice = Math.random();', 'Math.random'],
    ['const start = performance.now();', 'performance.now'],
    ['setTimeout(() => {}, 1);', 'setTimeout'],
    ["const home = process.env['HOME'];", 'process'],
    ["console.log('hello');", 'console'],
    ["import { randomUUID } from 'node:crypto';", 'randomUUID'],
  ])('refuses %s', (text, name) => {
    expect(impurities(ROOMS, wrong('src/program/a.ts', text))).toEqual([
      `src/program/a.ts:1 is in a pure room, but uses ${name}`,
    ]);
    expect(impurities(ROOMS, wrong('src/faces/cli/a.ts', text))).toEqual([]);
  });

  it('may make a date of a number, and use the words in names, text and comments', () => {
    const text = "const day = new Date(0); // Date.now()\nconst a = { process: 'Math.random()' }.process;";
    expect(impurities(ROOMS, wrong('src/program/a.ts', text))).toEqual([]);
  });
});

describe('a file', () => {
  it('has at most 300 lines', () => {
    expect(tooLong(files)).toEqual([]);
    expect(tooLong([{ path: 'src/a.ts', text: 'a;\n'.repeat(300) }])).toEqual([]);
    expect(tooLong([{ path: 'src/a.ts', text: 'a;\n'.repeat(301) }])).toHaveLength(1);
  });

  it('is named after its idea, in kebab-case', () => {
    expect(wrongNames(paths)).toEqual([]);
    expect(
      wrongNames(['src/engine/due-row.ts', 'test/engine/due-row.test.ts', 'src/decisions/0001-store.md']),
    ).toEqual([]);
    expect(wrongNames(['src/engine/utils.ts', 'src/helpers/a.ts', 'test/types.test.ts'])).toHaveLength(3);
    expect(wrongNames(['src/engine/dueRow.ts', 'src/Engine/a.ts', 'src/due_row.ts'])).toHaveLength(3);
  });

  it('exports names, never a default and never everything', () => {
    expect(wrongExports(files)).toEqual([]);
    expect(wrongExports(wrong('src/a.ts', 'export default 1;'))).toHaveLength(1);
    expect(wrongExports(wrong('src/a.ts', 'const a = 1;\nexport { a as default };'))).toHaveLength(1);
    expect(wrongExports(wrong('src/a.ts', "export * from './b.ts';"))).toHaveLength(1);
    expect(wrongExports(wrong('src/a.ts', "export * as b from './b.ts';"))).toHaveLength(1);
  });

  it('documents each declaration that it exports', () => {
    expect(undocumented(sources)).toEqual([]);
    expect(undocumented(wrong('src/a.ts', 'export const a = 1;'))).toEqual([
      'src/a.ts:1 exports a without a docstring',
    ]);
    expect(undocumented(wrong('src/a.ts', '/* A plain comment. */\nexport class A {}'))).toHaveLength(1);
    expect(undocumented(wrong('src/a.ts', '/** A. */\nconst a = 1;\nexport type B = 1;'))).toHaveLength(1);
    expect(undocumented(wrong('src/a.ts', 'function a() {}\nexport { a };'))).toHaveLength(1);
    expect(undocumented(wrong('src/a.ts', '/** A. */\nexport const A = 1;\nexport type A = 1;'))).toEqual([]);
    expect(undocumented(wrong('src/a.ts', "export { a } from './b.ts';"))).toEqual([]);
  });
});

describe('the top level of the repository', () => {
  it('stays small', () => {
    const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n').filter(Boolean);
    const found = new Set(tracked.map((path) => path.split('/')[0]));
    expect([...found].filter((name) => !TOP_LEVEL.includes(name ?? ''))).toEqual([]);
  });
});
