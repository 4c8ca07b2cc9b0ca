import type { CalendarDate } from '../../curriculum/calendar-date.ts';
import type { MigrationMapping } from '../../curriculum/migration-mapping.ts';

/** Which patients are to be moved, to which version, from which day on. */
export type MigrationRequest = {
  readonly curriculum: string;
  /** The version that they are in. */
  readonly from: string;
  /** The version that they are to be moved to. */
  readonly to: string;
  readonly mapping?: MigrationMapping;
  /** The first day under the new version; today unless given. */
  readonly on?: CalendarDate;
};

/** Why an episode cannot be moved. The message is for a program director. */
export type MigrationRefusal = {
  readonly code:
    | 'not-found'
    | 'other-version'
    | 'ended'
    | 'before-earlier-migration'
    | 'fact-without-place'
    | 'lifecycle-differs'
    | 'changed-meanwhile';
  readonly message: string;
  /** The facts without a place: what of them the mapping does not name. */
  readonly unplaced?: readonly { readonly fact: number; readonly kind: string; readonly id: string }[];
};
