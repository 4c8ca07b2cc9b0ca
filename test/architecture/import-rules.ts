import { posix } from 'node:path';
import { type Room, roomOf } from './room.ts';
import type { SourceFile } from './source-file.ts';

/** Says which imports go against the arrows, or bring in a package that the room may not use. */
export function wrongImports(rooms: readonly Room[], files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const room = roomOf(rooms, file.path);
    if (room === undefined) return [`${file.path} stands in no room; add it to the table`];
    return file.imports.flatMap((name) => {
      if (!name.startsWith('.')) {
        return allows(room.packages, name) ? [] : [`${file.path} must not use ${name}`];
      }
      const target = resolve(file.path, name);
      const other = roomOf(rooms, target);
      if (!target.endsWith('.ts')) return [`${file.path} imports ${name} without .ts`];
      return other !== undefined && (other === room || room.rooms.includes(other.folder))
        ? []
        : [`${file.path} must not import ${target}`];
    });
  });
}

/** Says where imports, those of types included, lead back to where they began: each circle once. */
export function circles(files: readonly SourceFile[]): string[] {
  const next = new Map(
    files.map((file) => [
      file.path,
      file.imports.filter((name) => name.startsWith('.')).map((name) => resolve(file.path, name)),
    ]),
  );
  const done = new Set<string>();
  const found: string[] = [];
  const walk = (path: string, trail: readonly string[]): void => {
    const from = trail.indexOf(path);
    if (from >= 0) found.push([...trail.slice(from), path].join(' → '));
    if (from >= 0 || done.has(path)) return;
    for (const target of next.get(path) ?? []) walk(target, [...trail, path]);
    done.add(path);
  };
  for (const path of next.keys()) walk(path, []);
  return found;
}

function resolve(from: string, name: string): string {
  return posix.join(posix.dirname(from), name);
}

function allows(packages: readonly string[], name: string): boolean {
  return packages.some((allowed) =>
    allowed === 'node:*' ? name.startsWith('node:') : name === allowed || name.startsWith(`${allowed}/`),
  );
}
