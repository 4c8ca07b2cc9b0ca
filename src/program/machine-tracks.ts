import type { StateConfig, Transition } from './machine-state-config.ts';
import type { Plan } from './plan.ts';

/** The region of a track: it moves on with what is attended or credited, and back where a credit expires. */
export function trackRegion(plan: Plan, t: number): StateConfig {
  const required = plan.tracks[t]!.required;
  const when = (type: string, sessions: number, target: string): Transition => ({
    guard: { type, params: { track: t, sessions } },
    target,
  });
  const complete = required > 0 ? [when('sessionsAttended', required, 'completed')] : [];
  const begun = when('sessionsAttended', 1, 'underway');
  const empty = when('sessionsBelow', 1, 'not-started');
  const forward = (transitions: Transition[]) => ({
    AttendanceRecorded: transitions,
    CreditGranted: transitions,
  });
  return {
    initial: { target: 'not-started' },
    states: {
      'not-started': {
        on: { ...forward([...complete, begun]), DayBegan: [...complete, begun] },
      },
      underway: {
        on: { ...forward(complete), CreditExpired: [empty], DayBegan: [empty, ...complete] },
      },
      ...(required > 0 ? { completed: { on: lessThan(required) } } : {}),
    },
  };

  function lessThan(sessions: number): Record<string, Transition[]> {
    const back = [empty, when('sessionsBelow', sessions, 'underway')];
    return { CreditExpired: back, DayBegan: back };
  }
}
