import type { Fold } from '../fold.ts';
import type { Plan } from '../plan.ts';

/** A state of a monitor that a patient came to on a day; indexes into the plan. */
export type MonitorVisit = { readonly monitor: number; readonly state: number; readonly day: number };

/** The states of monitors that a patient came to after the initial ones, the one that ended the episode included. */
export function monitorVisits(plan: Plan, fold: Fold): MonitorVisit[] {
  const visits: MonitorVisit[] = [];
  for (const entry of fold.journal) {
    if (entry.kind !== 'monitor') continue;
    const monitor = plan.monitors.findIndex(({ id }) => id === entry.id);
    const state = plan.monitors[monitor]?.states.findIndex(({ id }) => id === entry.to) ?? -1;
    if (state >= 0) visits.push({ monitor, state, day: entry.day });
  }
  const { monitors, ended } = fold.snapshot.context;
  monitors.forEach((state, monitor) => {
    const latest = visits.findLast((visit) => visit.monitor === monitor)?.state ?? 0;
    if (ended !== null && state !== latest) visits.push({ monitor, state, day: ended.on });
  });
  return visits;
}
