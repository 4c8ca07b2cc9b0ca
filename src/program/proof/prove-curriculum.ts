import { toDayNumber } from '../../curriculum/calendar-date.ts';
import type { Curriculum } from '../../curriculum/curriculum.ts';
import { compilePlan } from '../compile-plan.ts';
import type { Plan } from '../plan.ts';
import { imperfectPatients } from './imperfect-patients.ts';
import { lateDropout } from './late-dropout.ts';
import type { Proof } from './proof.ts';
import { proveGates } from './prove-gates.ts';
import { proveExercise, proveMonitors } from './prove-monitors.ts';
import { provePhases } from './prove-phases.ts';
import { proveReturns } from './prove-returns.ts';
import { runTrial, type Trial } from './trial.ts';

const MONDAY = toDayNumber('2026-01-05');
const OTHER_WEEKDAYS = [1, 2, 3, 4];

/**
 * Proves that a curriculum keeps its promises, by sending perfect patients through its machine: one admitted on each
 * weekday, who attends every meeting, tests negative, does whatever a gate asks, and is advanced as soon as he may be.
 *
 * Pure. The curriculum must have passed `checkStructure`: dangling references are not looked for here. A gate that blocks
 * is reported and then overridden, so that one call finds everything.
 *
 * ```ts
 * proveCurriculum(curriculum)
 * //=> [{ code: 'gate-later-than-published', path: 'phases.1.exit', counterExample: '… by week 8: 16 of 24 sessions …', … }]
 * ```
 */
export function proveCurriculum(curriculum: Curriculum): Proof[] {
  const plan = compilePlan(curriculum);
  const monday = runTrial(plan, MONDAY);
  const trials = [monday];
  const reached = new Set(monday.entries.keys());
  for (let route = routeToNew(plan, reached); route !== null; route = routeToNew(plan, reached)) {
    const trial = runTrial(plan, MONDAY, route.path, blockedIn(trials));
    trials.push(trial);
    const before = reached.size;
    for (const phase of trial.entries.keys()) reached.add(phase);
    if (reached.size === before) break;
  }
  const others: Trial[] = [];
  for (const offset of OTHER_WEEKDAYS)
    others.push(runTrial(plan, MONDAY + offset, new Map(), blockedIn([...trials, ...others])));
  const proofs = [
    ...trials.flatMap((trial) => proveGates(curriculum, plan, trial, true)),
    ...others.flatMap((trial) => proveGates(curriculum, plan, trial, false)),
    ...trials.flatMap((trial) => proveReturns(curriculum, plan, trial, reached, blockedIn(trials))),
    ...provePhases(plan, trials, reached),
    ...proveMonitors(plan, [...trials, ...others]),
  ];
  if (plan.monitors.length > 0) {
    const folds = [
      ...trials.map((trial) => trial.fold),
      ...imperfectPatients(plan, MONDAY),
      ...lateDropout(plan, monday),
    ];
    proofs.push(...proveExercise(plan, folds));
  }
  return distinct(proofs);
}

function blockedIn(trials: readonly Trial[]): Set<number> {
  return new Set(trials.flatMap((trial) => trial.blocked.map(({ phase }) => phase)));
}

/** A route of choices to a phase that was not reached yet although a phase names it as next; null where there is none. */
function routeToNew(plan: Plan, reached: ReadonlySet<number>): { path: Map<number, number> } | null {
  const queue: { phase: number; path: Map<number, number> }[] = [{ phase: 0, path: new Map() }];
  const seen = new Set([0]);
  for (let item = queue.shift(); item; item = queue.shift()) {
    for (const to of plan.phases[item.phase]?.next ?? []) {
      if (seen.has(to) || plan.phases[to] === undefined) continue;
      seen.add(to);
      const path = new Map(item.path).set(item.phase, to);
      if (!reached.has(to)) return { path };
      queue.push({ phase: to, path });
    }
  }
  return null;
}

function distinct(proofs: readonly Proof[]): Proof[] {
  const byPlace = new Map<string, Proof>();
  for (const proof of proofs) {
    const place = `${proof.code} ${proof.path}`;
    if (!byPlace.has(place)) byPlace.set(place, proof);
  }
  return [...byPlace.values()];
}
