import type { StateValue } from 'xstate';
import type { Plan } from './plan.ts';

/** Where a referred patient is on the way to a place. */
export type Referral = 'new' | 'waiting' | 'offered' | 'accepted';

/** Where an episode is in its life. */
export type Lifecycle = 'referred' | 'active' | 'on-leave' | 'discharged' | 'graduated';

/** What the state value alone says. Tracks and monitors are null before the admission and after the end. */
export type EpisodeState = {
  readonly lifecycle: Lifecycle;
  /** Null once the patient was admitted, or the referral closed. */
  readonly referral: Referral | null;
  readonly levelOfCare: string | null;
  readonly phase: string | null;
  readonly tracks: Readonly<Record<string, string>> | null;
  readonly monitors: Readonly<Record<string, string>> | null;
  readonly dischargeReason: string | null;
};

/** Reads the lifecycle, level of care, phase, tracks and monitors from a machine's state value. */
export function readState(plan: Plan, value: StateValue): EpisodeState {
  const none = {
    referral: null,
    levelOfCare: null,
    phase: null,
    tracks: null,
    monitors: null,
    dischargeReason: null,
  };
  if (typeof value === 'string') return { ...none, lifecycle: value as Lifecycle };
  const referral = value['referred'] as Referral | undefined;
  if (referral !== undefined) return { ...none, lifecycle: 'referred', referral };
  const reason = value['discharged'];
  if (typeof reason === 'string') return { ...none, lifecycle: 'discharged', dischargeReason: reason };
  const active = value['active'] as Record<string, StateValue>;
  const level = Object.keys(active)[0] ?? plan.levelOfCare.key;
  const regions = active[level] as Record<string, StateValue>;
  const phase = regions['phase'] as { readonly present?: string; readonly 'on-leave'?: string };
  return {
    lifecycle: phase['on-leave'] === undefined ? 'active' : 'on-leave',
    referral: null,
    levelOfCare: level,
    phase: phase['on-leave'] ?? phase.present ?? null,
    tracks: regions['tracks'] as Record<string, string>,
    monitors: (regions['monitors'] ?? {}) as Record<string, string>,
    dischargeReason: null,
  };
}
