import type { ShardResult } from '../experiment/prepared-study.ts';
import type { WeekCounts } from '../patient-columns.ts';
import { addWeeks } from './add-weeks.ts';
import { type CohortResult, cohortResult } from './cohort-result.ts';
import type { CohortShape } from './cohort-shape.ts';
import { type Counts, Tally, type TallyState } from './tally.ts';

/** What a cohort tally has counted. */
export type CohortTallyState = {
  readonly all: TallyState;
  readonly groups: readonly TallyState[];
  readonly weeks: Readonly<Record<string, Counts>> | null;
  readonly about: { readonly weeks: number; readonly states: readonly string[] } | null;
};

const COUNTS = ['occupancy', 'offered', 'attended', 'negative', 'positive', 'missedTests'] as const;

/** Counts a whole cohort as its shards come: all patients, each group, and week by week. As large for ten as for a billion. */
export class CohortTally {
  readonly #all: Tally;
  readonly #groups: readonly { readonly trait: string; readonly value: string; readonly tally: Tally }[];
  readonly #of: readonly { readonly trait: number; readonly value: number }[];
  #weeks: WeekCounts | undefined;

  constructor(shape: CohortShape) {
    this.#all = new Tally(shape);
    this.#groups = shape.groups.flatMap(({ trait, values }) =>
      values.map((value) => ({ trait, value, tally: new Tally(shape) })),
    );
    this.#of = shape.groups.flatMap(({ values }, trait) => values.map((_, value) => ({ trait, value })));
  }

  /** Counts a shard. */
  add({ patients, weeks }: ShardResult): void {
    this.#all.add(patients);
    for (const [g, of] of this.#of.entries()) this.#groups[g]!.tally.add(patients, of);
    this.#weeks = this.#weeks === undefined ? weeks : addWeeks(this.#weeks, weeks);
  }

  /** The results of all shards so far. Throws a `RangeError` before the first. */
  result(): CohortResult {
    if (this.#weeks === undefined) throw new RangeError('no shard was counted');
    return cohortResult(this.#all, this.#weeks, this.#groups);
  }

  /** All that was counted, to be taken up later by `restore` of a tally of the same shape. */
  state(): CohortTallyState {
    const weeks = this.#weeks;
    return {
      all: this.#all.state(),
      groups: this.#groups.map(({ tally }) => tally.state()),
      weeks: weeks ? Object.fromEntries(COUNTS.map((name) => [name, weeks[name].slice()])) : null,
      about: weeks ? { weeks: weeks.weeks, states: weeks.states } : null,
    };
  }

  /** Takes up what another tally had counted; what this one had counted stays. */
  restore({ all, groups, weeks, about }: CohortTallyState): void {
    this.#all.restore(all);
    for (const [g, state] of groups.entries()) this.#groups[g]!.tally.restore(state);
    if (weeks === null || about === null) return;
    const counts = Object.fromEntries(COUNTS.map((name) => [name, Uint32Array.from(weeks[name]!)]));
    const restored = { ...about, ...counts } as WeekCounts;
    this.#weeks = this.#weeks === undefined ? restored : addWeeks(this.#weeks, restored);
  }
}
