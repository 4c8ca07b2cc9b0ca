import type { Refusal, RefusalCode } from '../refusal.ts';
import type { GroupEvent, SiteEvent } from './group-event.ts';

/** Why something about a group, a meeting or an appointment is not allowed now. */
export type GroupRefusalCode =
  | 'group-exists'
  | 'unknown-group'
  | 'group-ended'
  | 'unknown-meeting'
  | 'meeting-held'
  | 'meeting-not-held'
  | 'meeting-cancelled'
  | 'in-the-future'
  | 'before-what-was-held'
  | 'dates-contradict'
  | 'unknown-topic'
  | 'topic-needed'
  | 'co-leader-not-ready'
  | 'double-booked'
  | 'already-in-group'
  | 'not-in-group'
  | 'group-full'
  | 'group-closed'
  | 'unknown-episode'
  | 'already-booked'
  | 'not-booked'
  | 'nothing-owed'
  | 'no-credit'
  | 'row-twice'
  | 'rows-refused'
  | 'reason-needed'
  | 'minutes-contradict'
  | 'consent-needed'
  | 'no-such-closure';

/** A command about groups that is not allowed now. The message is for a counselor. */
export type GroupRefusal = { readonly code: GroupRefusalCode; readonly message: string };

/** A rule of size that is broken, or soon will be; it is told, and keeps nobody from recording what happened. */
export type GroupWarning = {
  readonly code: 'over-capacity' | 'below-minimum' | 'too-few-leaders' | 'last-place' | 'place-free';
  readonly message: string;
  /** Only for `place-free`: who waits longest. */
  readonly episode?: string;
};

/** What came of one row of a roster. */
export type RosterRowOutcome =
  | {
      readonly episode: string;
      readonly accepted: true;
      /** The number of the fact in the patient's episode: what a correction names. */
      readonly fact: number;
      readonly track: string | null;
      /** The session that his own curriculum gives him for it; null where it gives none. */
      readonly session: number | null;
      readonly makeUp: boolean;
    }
  | {
      readonly episode: string;
      readonly accepted: false;
      readonly refusal: Omit<Refusal, 'code'> & { readonly code: RefusalCode | GroupRefusalCode };
    };

/** Who was left out, and why: of a roster for being on leave, discharged or not yet admitted, of closed days because they were refused. */
export type LeftOut = { readonly episode: string; readonly reason: string };

/** The answer to a command about groups: what was recorded, or why it was refused. */
export type GroupOutcome =
  | {
      readonly accepted: true;
      /** The stream that was written: `group:…` or `site:…`. */
      readonly stream: string;
      /** Its version after it. */
      readonly version: number;
      readonly events: readonly (GroupEvent | SiteEvent)[];
      readonly warnings: readonly GroupWarning[];
      /** Only for a roster. */
      readonly rows?: readonly RosterRowOutcome[];
      /** Only for a roster, and for closed days of a site. */
      readonly leftOut?: readonly LeftOut[];
      /** Only for closed days of a site: the episodes in which they were recorded, or taken back. */
      readonly patients?: readonly string[];
      readonly repeated: boolean;
    }
  | {
      readonly accepted: false;
      readonly stream: string;
      readonly refusal: GroupRefusal;
      /** Only for a roster: every row, so that all that is wrong is seen at once. */
      readonly rows?: readonly RosterRowOutcome[];
    };
