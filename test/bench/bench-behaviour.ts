import type { Behaviour } from '../../src/simulation/behaviour.ts';
import { plausibleBehaviour } from '../simulation/plausible-behaviour.ts';

/** The behaviour that `matrix-kernel.c` models by hand: nobody comes late, leaves early or makes up, and the hour bends nothing. */
export function benchBehaviour(): Behaviour {
  const { late: _, leavesEarly: __, makeUps: ___, ...behaviour } = plausibleBehaviour();
  const { hour: ____, ...terms } = behaviour.attendance.terms ?? {};
  return { ...behaviour, attendance: { ...behaviour.attendance, terms } };
}
