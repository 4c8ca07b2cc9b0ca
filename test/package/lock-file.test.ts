import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Locked = {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly gypfile?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};

describe('package-lock.json', () => {
  it('names no registry, and has the hash of every package', () => {
    const wrong = Object.entries(packages).filter(([path, { resolved, integrity }]) => {
      return path !== '' && (resolved !== undefined || integrity === undefined);
    });
    expect(wrong).toEqual([]);
  });

  it('holds the packages of every platform, for `npm ci` refuses a lock file without them', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) => {
      const names = Object.keys(optionalDependencies);
      return names.filter(
        (name) => !(`node_modules/${name}` in packages || `${path}/node_modules/${name}` in packages),
      );
    });
    expect(missing).toEqual([]);
  });

  it('keeps npm from compiling better-sqlite3, which brings its own binaries', () => {
    const hint =
      'npm install drops this line; put `"gypfile": false` back after "integrity" of better-sqlite3';
    expect(packages['node_modules/better-sqlite3']?.gypfile, hint).toBe(false);
  });
});
