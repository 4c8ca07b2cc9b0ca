import { applyTo } from './apply-signals.ts';
import type { EpisodeContext } from './episode-context.ts';
import type { Plan } from './plan.ts';
import type { PlanPrivilege } from './plan-privilege.ts';

/** Why a privilege cannot be held where the patient stands, or null where it can: the phase, or the state of a monitor. */
export function privilegeBar(
  plan: Plan,
  context: EpisodeContext,
  privilege: PlanPrivilege,
): 'phase' | 'monitor' | null {
  if (!privilege.during.includes(context.phase)) return 'phase';
  const barred = privilege.lostIn.some(({ monitor, states }) =>
    states.includes(context.monitors[monitor] ?? 0),
  );
  return barred && plan.monitors.length > 0 ? 'monitor' : null;
}

/** The context without the privileges that cannot be held where it stands now. Pure. */
export function keepPrivileges(plan: Plan, context: EpisodeContext): EpisodeContext {
  const lost = (plan.privileges ?? []).filter(
    (privilege) =>
      context.counters[privilege.counter] !== null && privilegeBar(plan, context, privilege) !== null,
  );
  if (lost.length === 0) return context;
  const counters = [...context.counters];
  const ofToday = [...context.ofToday];
  const fact = { day: context.today ?? 0, sessions: [], minutes: 0, score: 0 };
  for (const { id } of lost) {
    applyTo(plan, counters, `privilege-withdrawn/${id}`, fact);
    applyTo(plan, ofToday, `privilege-withdrawn/${id}`, fact);
  }
  return { ...context, counters, ofToday };
}
