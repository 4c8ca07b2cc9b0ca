import { renameSync, rmSync } from 'node:fs';
import type { TableSink } from '../../simulation/tables/table.ts';

/** A file of tables that has its name only once it is complete. */
export type WholeFile = TableSink & {
  /** Leaves nothing of it behind. */
  drop(): void;
};

/** Opens a file under its name with `.new` behind it. It takes its own name when it is closed; where writing fails, nothing of it stays. */
export function openWholeFile(path: string, open: (path: string) => TableSink): WholeFile {
  const unfinished = `${path}.new`;
  const sink = open(unfinished);
  const drop = () => {
    try {
      sink.close();
    } catch {
      // What could not be written cannot be completed, either.
    }
    rmSync(unfinished, { force: true });
  };
  const orDrop = (action: () => void) => {
    try {
      action();
    } catch (error) {
      drop();
      throw error;
    }
  };
  return {
    write: (table) => orDrop(() => sink.write(table)),
    close: () =>
      orDrop(() => {
        sink.close();
        renameSync(unfinished, path);
      }),
    drop,
  };
}
