import type { Edit } from '../../../curriculum/fixtures/evening-clinic.ts';

/** A fault: how it comes into the small curriculum, where it is found, and the text that stands at that place. */
export type Fault = {
  readonly edits: readonly Edit[];
  readonly path: string;
  readonly at: string;
  readonly severity?: 'warning';
  readonly says?: string;
};

/** Faults that the table has no row for, as they need a disk. */
export type DiskFault = 'file-unreadable' | 'duplicate-curriculum';
