import { ENDS } from '../ends.ts';
import type { PatientColumns } from '../patient-columns.ts';
import { Histogram } from '../statistics/histogram.ts';
import { AMOUNTS } from './amounts.ts';
import type { CohortShape } from './cohort-shape.ts';
import { patientCost } from './patient-cost.ts';

const IN_TREATMENT = ENDS.indexOf('in-treatment');

const LISTS = ['ends', 'amounts', 'stageDays', 'passed', 'left', 'stayed', 'returned'] as const;

/** Counts in order: a typed array, which a thread hands over as one piece, or a list, as which it is kept in JSON. */
export type Counts = Float64Array | Uint32Array | readonly number[];

/** What a tally has counted. */
export type TallyState = Readonly<Record<(typeof LISTS)[number], readonly Counts[]>> & {
  readonly flows: Counts;
  readonly cost: Counts;
  /** How the last stay of those who came back ended, as `ENDS`; null where returns are not told. */
  readonly returnedEnds: readonly number[] | null;
  readonly patients: number;
  readonly costCents: number;
};

/**
 * What is kept of a cohort: counts only, so that its size does not grow with the number of patients, and the tallies of
 * shards add up to that of all exactly, in any order.
 */
export class Tally {
  patients = 0;
  /** `ends[end]`: days of the end, as `ENDS`; those in treatment at the horizon are counted on the day of the horizon. */
  readonly ends: readonly Histogram[] = ENDS.map(() => new Histogram());
  readonly amounts: readonly Histogram[] = AMOUNTS.map(() => new Histogram());
  /** Days at each stage of those who were there. */
  readonly stageDays: readonly Histogram[];
  /** Days in each phase of those who went on to another phase. */
  readonly passed: readonly Histogram[];
  /** Days in each phase of those who ended in it, or are in it at the horizon: `left[phase]`, `stayed[phase]`. */
  readonly left: readonly Histogram[];
  readonly stayed: readonly Histogram[];
  /** Days from the first discharge to the first return of those who came back, and by end how their last stay ended. */
  readonly returned: readonly Histogram[] = [new Histogram()];
  readonly returnedEnds: number[] = ENDS.map(() => 0);
  /** Whether patients may come back, and it is told. */
  tellsReturns = false;
  /** `flows[from * nodes + to]`; nodes are the phases, then `ENDS`. First entries only: a return is not a flow. */
  readonly flows: Float64Array;
  /** Costs in whole units of the currency, and their exact sum in cents. */
  readonly cost = new Histogram();
  costCents = 0;
  readonly shape: CohortShape;

  constructor(shape: CohortShape) {
    const histograms = (names: readonly string[]) => names.map(() => new Histogram());
    this.shape = shape;
    this.stageDays = histograms(shape.stages);
    this.passed = histograms(shape.phases);
    this.left = histograms(shape.phases);
    this.stayed = histograms(shape.phases);
    const nodes = shape.phases.length + ENDS.length;
    this.flows = new Float64Array(nodes * nodes);
  }

  /** Counts the patients of a shard, all of them or those whose trait has a value. */
  add(columns: PatientColumns, only?: { readonly trait: number; readonly value: number }): void {
    if (columns.returnedAfter !== undefined) this.tellsReturns = true;
    const trait = only === undefined ? undefined : columns.group[only.trait]!;
    for (let row = 0; row < columns.count; row += 1)
      if (trait === undefined || trait[row] === only!.value) this.#addRow(columns, row);
  }

  /** Adds what another tally of the same shape counted. */
  merge(other: Tally): void {
    for (const list of LISTS)
      for (const [index, histogram] of this[list].entries()) histogram.merge(other[list][index]!);
    for (const [index, count] of other.flows.entries()) this.flows[index] = this.flows[index]! + count;
    this.cost.merge(other.cost);
    if (other.tellsReturns) this.#addReturns(other.returnedEnds);
    this.patients += other.patients;
    this.costCents += other.costCents;
  }

  /** All that was counted, to be taken up later by `restore` of a tally of the same shape. */
  state(): TallyState {
    const counts = (list: (typeof LISTS)[number]) => this[list].map((histogram) => histogram.counts.slice());
    return {
      ...{ ends: counts('ends'), amounts: counts('amounts'), stageDays: counts('stageDays') },
      ...{ passed: counts('passed'), left: counts('left'), stayed: counts('stayed') },
      ...{ returned: counts('returned'), returnedEnds: this.tellsReturns ? [...this.returnedEnds] : null },
      ...{ flows: this.flows.slice(), cost: this.cost.counts.slice() },
      ...{ patients: this.patients, costCents: this.costCents },
    };
  }

  /** Adds what another tally had counted. */
  restore(state: TallyState): void {
    for (const list of LISTS)
      for (const [index, counts] of state[list].entries()) this[list][index]!.addCounts(counts);
    for (const [index, count] of state.flows.entries()) this.flows[index] = this.flows[index]! + count;
    this.cost.addCounts(state.cost);
    if (state.returnedEnds !== null) this.#addReturns(state.returnedEnds);
    this.patients += state.patients;
    this.costCents += state.costCents;
  }

  #addReturns(ends: readonly number[]): void {
    this.tellsReturns = true;
    for (const [end, count] of ends.entries()) this.returnedEnds[end] = this.returnedEnds[end]! + count;
  }

  #addRow(columns: PatientColumns, row: number): void {
    const end = columns.end[row]!;
    const endDay = columns.endDay[row]!;
    this.patients += 1;
    this.ends[end]!.add(endDay);
    const away = columns.returnedAfter?.[row] ?? -1;
    if (away >= 0) {
      this.returned[0]!.add(away);
      this.returnedEnds[end] = this.returnedEnds[end]! + 1;
    }
    for (let a = 0; a < AMOUNTS.length; a += 1) this.amounts[a]!.add(columns[AMOUNTS[a]!.column][row]!);
    for (let s = 0; s < this.stageDays.length; s += 1) {
      const days = columns.daysAtStage[s]![row]!;
      if (days > 0 || columns.stage[row] === s) this.stageDays[s]!.add(days);
    }
    this.#addWay(columns, row, end, endDay);
    const cents = patientCost(columns, row, this.shape.costs);
    this.cost.add(Math.max(0, Math.round(cents / 100)));
    this.costCents += cents;
  }

  /** The way of a patient through the phases, in the order of first entry; phases entered on one day in their own order. */
  #addWay(columns: PatientColumns, row: number, end: number, endDay: number): void {
    const { phases } = this.shape;
    const nodes = phases.length + ENDS.length;
    let from = -1;
    let since = -1;
    for (let step = 0; step < phases.length; step += 1) {
      let to = -1;
      let on = Number.POSITIVE_INFINITY;
      for (let p = 0; p < phases.length; p += 1) {
        const day = columns.phaseEntered[p]![row]!;
        const after = day > since || (day === since && p > from);
        if (day >= 0 && after && day < on) [to, on] = [p, day];
      }
      if (to === -1) break;
      if (from !== -1) {
        this.passed[from]!.add(on - since);
        this.flows[from * nodes + to] = this.flows[from * nodes + to]! + 1;
      }
      [from, since] = [to, on];
    }
    if (from === -1) return;
    const rest = Math.max(0, endDay - since);
    (end === IN_TREATMENT ? this.stayed : this.left)[from]!.add(rest);
    const at = from * nodes + phases.length + end;
    this.flows[at] = this.flows[at]! + 1;
  }
}

/** Whether an end, an index into `ENDS`, is a completed treatment. */
export function isCompletion(end: number): boolean {
  return ENDS[end] === 'completed' || ENDS[end] === 'graduated';
}
