import type { CalendarDate } from '../curriculum/calendar-date.ts';
import type { CriterionLeaf } from '../curriculum/criterion.ts';
import type { Truth } from './evaluate-criterion.ts';

/**
 * Why a criterion holds or does not: a tree in the shape of the criterion.
 *
 * A leaf says what was found (`found`, between `found` and `possible` where meetings lack a record), what is needed,
 * what is missing in words, the facts it rests on by their numbers, and the earliest date on which it could hold, or
 * null where that cannot be said or will not come by itself.
 */
export type Explanation = {
  readonly truth: Truth;
  readonly type: string;
  readonly sentence: string;
  readonly missing: string | null;
  readonly earliest: CalendarDate | null;
  readonly found?: number | null;
  readonly possible?: number | null;
  readonly needed?: number;
  readonly compare?: 'at-least' | 'at-most';
  readonly facts?: readonly number[];
  /** True where the only score that is known is too old to say anything. */
  readonly tooOld?: true;
  readonly provisional?: boolean;
  /** The criterion of a leaf as it is written in the curriculum. */
  readonly criterion?: CriterionLeaf;
  readonly of?: readonly Explanation[];
};
