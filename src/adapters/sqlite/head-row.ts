import type Database from 'better-sqlite3';
import type { OutsideHead } from '../../engine/outside-head.ts';
import { StepwellError } from '../../engine/stepwell-error.ts';

/** Reads and moves the store's own head. */
export type HeadRow = {
  /** Throws `corrupt-record` where the row is missing. */
  read(): OutsideHead;
  write(head: OutsideHead): void;
};

/** Prepares the statements on the table `head`. */
export function prepareHeadRow(db: Database.Database): HeadRow {
  const read = db.prepare<[], OutsideHead>('SELECT count, head FROM head WHERE id = 1');
  const write = db.prepare<[number, string]>('UPDATE head SET count = ?, head = ? WHERE id = 1');
  return {
    read: () => {
      const found = read.get();
      if (found === undefined)
        throw new StepwellError('corrupt-record', 'The row that keeps the head is missing.');
      return found;
    },
    write: ({ count, head }) => void write.run(count, head),
  };
}
