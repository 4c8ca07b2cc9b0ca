import { ENDS } from '../ends.ts';
import type { ShardResult } from '../experiment/prepared-study.ts';
import { FEWEST } from './blur-patients.ts';
import { OBSERVED_AMOUNTS, OBSERVED_WEEKS, type ObservedPatient } from './observed-patient.ts';

/** Days of leaves, of simulated patients alone: of real ones they would tell single people apart. */
type Away = { readonly away?: readonly { readonly from: number; readonly to: number }[] };

/** Puts observed patients into the columns and weeks of simulated ones, so that the same results are computed of both. */
export function observedShard(
  patients: readonly (ObservedPatient & Away)[],
  about: {
    readonly phases: readonly string[];
    readonly stages: readonly string[];
    readonly horizonDays: number;
    /** Counts of weeks are told in steps of so many; those of the fewest patients unless given. */
    readonly steps?: number;
    /** Whether it is told who came back. */
    readonly returns?: boolean;
  },
): ShardResult {
  const { phases, stages, horizonDays, steps = FEWEST } = about;
  const ints = (of: (patient: ObservedPatient) => number) => Int32Array.from(patients, of);
  const amounts = Object.fromEntries(
    OBSERVED_AMOUNTS.map((name) => [name, ints((one) => one.amounts[name])]),
  ) as Record<(typeof OBSERVED_AMOUNTS)[number], Int32Array>;
  return {
    patients: {
      ...{ count: patients.length, first: 0 },
      end: Uint8Array.from(patients, ({ end }) => ENDS.indexOf(end)),
      endDay: ints(({ endDay }) => endDay),
      stage: Uint8Array.from(patients, ({ stage }) => stage),
      phase: Uint8Array.from(patients, ({ route }) => route.at(-1)?.phase ?? 0),
      phaseEntered: phases.map((_, p) =>
        ints(({ route }) => route.find(({ phase }) => phase === p)?.day ?? -1),
      ),
      daysAtStage: stages.map((_, s) => ints(({ daysAtStage }) => daysAtStage[s] ?? 0)),
      ...amounts,
      ...(about.returns === true ? { returnedAfter: ints((one) => one.returnedAfter ?? -1) } : {}),
      ...{ group: [], events: ints(() => 0), hash: new Uint32Array(patients.length) },
    },
    weeks: weeksOf(patients, phases, Math.ceil(horizonDays / 7), steps),
  };
}

function weeksOf(
  patients: readonly (ObservedPatient & Away)[],
  phases: readonly string[],
  weeks: number,
  steps: number,
) {
  const states = [...phases, 'on-leave', ...ENDS];
  const occupancy = new Uint32Array(weeks * states.length);
  for (const { end, endDay, route, away = [] } of patients)
    for (let week = 0; week < weeks; week += 1) {
      const gone = week > 0 && endDay <= week * 7;
      const phase = route.findLast(({ day }) => day <= week * 7)?.phase ?? route[0]?.phase ?? 0;
      const onLeave = away.some(({ from, to }) => from <= week * 7 && week * 7 < to);
      const state = gone ? phases.length + 1 + ENDS.indexOf(end) : onLeave ? phases.length : phase;
      occupancy[week * states.length + state]! += 1;
    }
  const counts = Object.fromEntries(
    OBSERVED_WEEKS.map((name) => [
      name,
      Uint32Array.from({ length: weeks }, (_, w) =>
        rounded(
          patients.reduce((sum, one) => sum + (one.weeks[name][w] ?? 0), 0),
          steps,
        ),
      ),
    ]),
  ) as Record<(typeof OBSERVED_WEEKS)[number], Uint32Array>;
  return { weeks, states, occupancy, ...counts };
}

/** Counts of sessions and tests are told in steps of the fewest patients, so that none can be told apart by a difference. */
function rounded(count: number, steps: number): number {
  return Math.round(count / steps) * steps;
}
