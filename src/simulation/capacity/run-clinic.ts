import type { Clinic, ClinicResult, StationResult } from './clinic.ts';
import { EventHeap } from './event-heap.ts';
import { WaitingLine } from './waiting-line.ts';

const OUTSIDE = -1;

/**
 * Lets patients come to a clinic with limited places, in continuous time: first come, first served at each level of care, also
 * between levels. Pure: arrivals and stays come with the clinic.
 */
export function runClinic(clinic: Clinic): ClinicResult {
  const run = new ClinicRun(clinic);
  const { arrivals, until } = clinic;
  let next = 0;
  for (;;) {
    const arrival = next < arrivals.length ? arrivals[next]! : Number.POSITIVE_INFINITY;
    const departure = run.departures.nextTime;
    const now = Math.min(arrival, departure);
    if (now > until || now === Number.POSITIVE_INFINITY) break;
    if (departure <= arrival) run.depart(run.departures.pop(), departure);
    else run.arrive(next++, arrival);
  }
  return run.result(next);
}

class ClinicRun {
  readonly departures = new EventHeap();
  readonly #clinic: Clinic;
  readonly #free: Float64Array;
  readonly #lines: readonly WaitingLine[];
  /** Where each patient has a place, and since when he has waited for the next one. */
  readonly #at: Int16Array;
  readonly #since: Float64Array;
  /** Days between asking and admission; NaN for those who were not admitted. */
  readonly #admitted: Float64Array;
  readonly #entered: Float64Array;
  readonly #waited: Float64Array;
  /** Place-days and days blocked within the measured time. */
  readonly #used: Float64Array;
  readonly #blocked: Float64Array;
  readonly #placedOn: Float64Array;

  constructor(clinic: Clinic) {
    const { stations, arrivals } = clinic;
    const zeros = (length: number) => new Float64Array(length);
    this.#clinic = clinic;
    this.#free = Float64Array.from(stations, ({ places }) => places);
    this.#lines = stations.map(() => new WaitingLine());
    this.#at = new Int16Array(arrivals.length).fill(OUTSIDE);
    this.#since = zeros(arrivals.length);
    this.#admitted = zeros(arrivals.length).fill(Number.NaN);
    this.#placedOn = zeros(arrivals.length);
    this.#entered = zeros(stations.length);
    this.#waited = zeros(stations.length);
    this.#used = zeros(stations.length);
    this.#blocked = zeros(stations.length);
  }

  arrive(patient: number, now: number): void {
    const station = this.#after(OUTSIDE, patient);
    this.#since[patient] = now;
    if (station === this.#clinic.stations.length) this.#admitted[patient] = 0;
    else if (this.#free[station]! > 0) this.#enter(patient, station, now);
    else this.#lines[station]!.push(patient);
  }

  depart(patient: number, now: number): void {
    const from = this.#at[patient]!;
    const to = this.#after(from, patient);
    if (to === this.#clinic.stations.length) {
      this.#leave(patient, now);
      return;
    }
    this.#since[patient] = now;
    if (this.#free[to]! > 0) {
      this.#leave(patient, now);
      this.#enter(patient, to, now);
      return;
    }
    this.#lines[to]!.push(patient);
    if (!this.#clinic.waitsInPlace) this.#leave(patient, now);
  }

  /** The next level that a patient needs. */
  #after(station: number, patient: number): number {
    const { stays } = this.#clinic;
    let next = station + 1;
    while (next < stays.length && stays[next]![patient] === 0) next += 1;
    return next;
  }

  #enter(patient: number, station: number, now: number): void {
    const wait = now - this.#since[patient]!;
    if (Number.isNaN(this.#admitted[patient]!)) this.#admitted[patient] = wait;
    this.#free[station] = this.#free[station]! - 1;
    if (now >= this.#clinic.from) {
      this.#entered[station] = this.#entered[station]! + 1;
      this.#waited[station] = this.#waited[station]! + wait;
    }
    this.#at[patient] = station;
    this.#placedOn[patient] = now;
    this.departures.push(now + this.#clinic.stays[station]![patient]!, patient);
  }

  /** Gives a place back, and calls those who wait for it. */
  #leave(patient: number, now: number): void {
    const station = this.#at[patient]!;
    this.#at[patient] = OUTSIDE;
    this.#measure(station, patient, now);
    this.#free[station] = this.#free[station]! + 1;
    const line = this.#lines[station]!;
    while (this.#free[station]! > 0 && line.length > 0) {
      const called = line.shift();
      const stranger = Number.isNaN(this.#admitted[called]!);
      if (stranger && now - this.#since[called]! > this.#clinic.patience) continue;
      if (this.#at[called]! !== OUTSIDE) {
        this.#free[station] = this.#free[station]! - 1;
        this.#leave(called, now);
        this.#free[station] = this.#free[station]! + 1;
      }
      this.#enter(called, station, now);
    }
  }

  #measure(station: number, patient: number, now: number): void {
    const { from, until, stays } = this.#clinic;
    const placed = this.#placedOn[patient]!;
    const ready = placed + stays[station]![patient]!;
    const within = (a: number, b: number) => Math.max(0, Math.min(b, until) - Math.max(a, from));
    this.#used[station] = this.#used[station]! + within(placed, now);
    if (now > ready) this.#blocked[station] = this.#blocked[station]! + within(ready, now);
  }

  result(came: number): ClinicResult {
    const { stations, arrivals, from, until, patience, there = 0 } = this.#clinic;
    const waits: number[] = [];
    let [counted, lost, waiting] = [0, 0, 0];
    for (let patient = 0; patient < came; patient += 1) {
      const station = this.#at[patient]!;
      if (station !== OUTSIDE) this.#measure(station, patient, until);
      if (patient < there || arrivals[patient]! < from) continue;
      counted += 1;
      const wait = this.#admitted[patient]!;
      if (!Number.isNaN(wait)) waits.push(wait);
      else if (until - this.#since[patient]! > patience) lost += 1;
      else waiting += 1;
    }
    return {
      ...{ came: counted, admitted: waits.length, lost, waiting, waits: Float64Array.from(waits) },
      stations: stations.map(({ name, places }, s): StationResult => {
        const census = this.#used[s]! / (until - from);
        const entered = this.#entered[s]!;
        return {
          ...{ name, places, entered, census, utilisation: places === 0 ? 0 : census / places },
          blocked: this.#blocked[s]! / (until - from),
          meanWait: entered === 0 ? 0 : this.#waited[s]! / entered,
        };
      }),
    };
  }
}
