import type { Curriculum } from '../curriculum/curriculum.ts';
import type { Privilege } from '../curriculum/privilege.ts';
import type { CounterTable } from './counter-table.ts';
import type { PlanPrivilege } from './plan-privilege.ts';

/** Compiles a privilege: its phases and states as indexes, and the counter of the day since which it is held. */
export function compilePrivilege(
  curriculum: Curriculum,
  privilege: Privilege,
  table: CounterTable,
): PlanPrivilege {
  const { phases, monitors = [] } = curriculum;
  const indexOf = (id: string) => phases.findIndex((phase) => phase.id === id);
  return {
    id: privilege.id,
    title: privilege.title,
    kind: privilege.kind ?? 'privilege',
    during: privilege.during?.map(indexOf) ?? phases.map((_, index) => index),
    grantedBy: privilege.grantedBy ?? [],
    lostIn: (privilege.lostIn ?? []).map(({ monitor: id, states }) => {
      const monitor = monitors.findIndex((m) => m.id === id);
      return {
        monitor,
        states: states.map((s) => monitors[monitor]?.states.findIndex((state) => state.id === s) ?? -1),
      };
    }),
    counter: privilegeCounter(table, privilege.id),
  };
}

/** The day since which a privilege is held; null while it is not. */
export function privilegeCounter(table: CounterTable, id: string): number {
  return table.counter(`privilege/${id}`, 'date', 'admission', (counter) => {
    table.on([`privilege-granted/${id}`], { op: 'set-date-once', counter });
    table.on([`privilege-withdrawn/${id}`], { op: 'clear', counter });
  });
}
