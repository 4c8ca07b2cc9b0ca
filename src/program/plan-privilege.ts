/** A privilege or a role in the community, with its indexes resolved. */
export type PlanPrivilege = {
  readonly id: string;
  readonly title: string;
  readonly kind: 'privilege' | 'role';
  /** Indexes of the phases in which it can be held. */
  readonly during: readonly number[];
  /** Roles that may grant it; empty for all. */
  readonly grantedBy: readonly string[];
  readonly lostIn: readonly { readonly monitor: number; readonly states: readonly number[] }[];
  /** Index of the counter that holds the day since which it is held, null while it is not. */
  readonly counter: number;
};
