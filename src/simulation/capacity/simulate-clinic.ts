import { ENDS } from '../ends.ts';
import type { PreparedStudy } from '../experiment/prepared-study.ts';
import type { ClinicPlan } from '../scenario/clinic-plan.ts';
import { quantileOf } from '../scenario/distribution.ts';
import { uniformDraws } from '../scenario/uniform-draws.ts';
import type { ClinicResult } from './clinic.ts';
import { runClinic } from './run-clinic.ts';

/** The streams of draws of a replication, each for one purpose, so that a change of places keeps all of them. */
const PURPOSES = { gaps: 0, place: 1, elapsed: 2, share: 3, stays: 4 } as const;
const STREAMS = 64;
/** Patients from whom stays at the beginning are drawn. */
const SEEN = 2000;

/**
 * Lets the simulated patients of a study come to a clinic with limited places. They arrive by a Poisson process; the first station
 * takes their simulated stays, the others draw theirs. With a warm start as many are there at the beginning as the arrivals
 * keep there in the long run (or as there are places), each somewhere within a stay: longer stays are met more often.
 */
export function simulateClinic(
  study: Pick<PreparedStudy, 'run'>,
  plan: ClinicPlan,
  { seed, replication = 0 }: { readonly seed: number; readonly replication?: number },
): ClinicResult {
  const draws = (purpose: number) => uniformDraws(seed, 1_000_000 + replication * STREAMS + purpose);
  const { warmUpDays = 0, days, stations } = plan;
  const until = warmUpDays + days;
  const times = arrivalTimes(plan.arrivalsPerDay, until, draws(PURPOSES.gaps));
  const way = (first: number, count: number) => staysOf(study, plan, seed, first, count, draws);
  const before = plan.warmStart ? there(plan, way(-1 - SEEN - replication * SEEN, SEEN), draws) : [];
  const coming = way(replication * times.length, times.length);
  const stays = stations.map((_, s) => Float64Array.from([...before.map((one) => one[s]!), ...coming[s]!]));
  const arrivals = Float64Array.from([...before.map(() => 0), ...times]);
  return runClinic({
    stations: stations.map(({ id, places }) => ({ name: id, places })),
    ...{ arrivals, stays, there: before.length, from: warmUpDays, until },
    ...{ patience: plan.patienceDays ?? Number.POSITIVE_INFINITY, waitsInPlace: plan.waitsInPlace },
  });
}

function arrivalTimes(rate: number, until: number, draw: (place: number) => number): number[] {
  const times: number[] = [];
  let now = 0;
  for (let i = 0; ; i += 1) {
    now -= Math.log(draw(i)) / rate;
    if (now > until) return times;
    times.push(now);
  }
}

/** `[station][patient]`: days of some simulated patients at each station; 0 where one does not go there. */
function staysOf(
  study: Pick<PreparedStudy, 'run'>,
  { stations }: ClinicPlan,
  seed: number,
  first: number,
  count: number,
  draws: (purpose: number) => (place: number) => number,
): Float64Array[] {
  const { patients } = study.run(seed, first, count);
  const place = (r: number) => (first < 0 ? r + 1_000_000_000 : r);
  const share = draws(PURPOSES.share);
  const drawn = draws(PURPOSES.stays);
  return stations.map((station, s) =>
    Float64Array.from({ length: count }, (_, r) => {
      const stay = () => Math.max(1 / 24, quantileOf(station.stay!, drawn(place(r) * 16 + s)));
      if (s === 0) return station.stay ? stay() : Math.max(1, patients.endDay[r]!);
      const end = ENDS[patients.end[r]!]!;
      const goesOn = (station.after ?? ['completed', 'graduated']).includes(end as 'completed');
      return goesOn && share(place(r) * 16 + s) < (station.share ?? 1) ? stay() : 0;
    }),
  );
}

/** Who is there at the beginning: the days left to each at the station where he is, and those at the stations after it. */
function there(
  { arrivalsPerDay, stations }: ClinicPlan,
  seen: readonly Float64Array[],
  draws: (purpose: number) => (place: number) => number,
): number[][] {
  const [pick, elapsed] = [draws(PURPOSES.place), draws(PURPOSES.elapsed)];
  return stations.flatMap(({ places }, s) => {
    const total = seen[s]!.reduce((sum, stay) => sum + stay, 0);
    const count = Math.min(places, Math.round((arrivalsPerDay * total) / SEEN));
    return Array.from({ length: total === 0 ? 0 : count }, (_, i) => {
      const patient = byLength(seen[s]!, pick(s * 1_000_000 + i) * total);
      return seen.map((stays, at) => {
        if (at < s) return 0;
        return at === s ? stays[patient]! * elapsed(s * 1_000_000 + i) : stays[patient]!;
      });
    });
  });
}

/** The patient within whose stay a day lies, when all stays are laid end to end. */
function byLength(stays: Float64Array, day: number): number {
  let upTo = 0;
  const found = stays.findIndex((stay) => {
    upTo += stay;
    return day < upTo;
  });
  return found === -1 ? stays.length - 1 : found;
}
