/** A part of `src` with its own rules. */
export type Room = {
  /** Its folder below `src`; empty for the files that stand directly in `src`. */
  readonly folder: string;
  /** The rooms that it may import from, beside itself. */
  readonly rooms: readonly string[];
  /** The packages and `node:` modules that it may import; `node:*` is every one of Node's. */
  readonly packages: readonly string[];
  /** True: no clock, no dice, no process, no console. */
  readonly pure: boolean;
  /** What a single file may do all the same, as `path name`. */
  readonly except?: readonly string[];
};

/** The room that a path below `src` belongs to, or undefined where none is meant for it. */
export function roomOf(rooms: readonly Room[], path: string): Room | undefined {
  const inside = path.replace(/^src\//, '');
  return rooms.find(({ folder }) =>
    folder === '' ? !inside.includes('/') : inside.startsWith(`${folder}/`),
  );
}
