import { privilegeBar } from '../../program/privileges-kept.ts';
import type { ReadyOf } from '../command.ts';
import { accept, type Decide, eventOf, refuse } from './decision.ts';

/** Decides on granting and withdrawing a privilege or a role in the community. Both need a reason. */
export const decidePrivilege: Decide = (command, { episode, fold }) => {
  const { plan } = episode;
  const { privilege: id } = command as ReadyOf<'GrantPrivilege'>;
  const privilege = plan.privileges?.find((p) => p.id === id);
  if (!privilege) {
    const known = (plan.privileges ?? []).map((p) => p.id).join(', ') || 'none';
    return refuse('unknown-privilege', `${plan.curriculum.title} has no privilege ${id}; it has ${known}`);
  }
  if (command.reason === undefined) return refuse('reason-needed', 'say why; it stays on the record');
  const role = command.role ?? 'counselor';
  const context = fold.snapshot.context;
  const held = context.counters[privilege.counter] !== null;
  if (command.type === 'WithdrawPrivilege') {
    return held
      ? accept(eventOf('PrivilegeWithdrawn', command, { privilege: id }))
      : refuse('privilege-unchanged', `the patient does not have ${privilege.title}`);
  }
  if (privilege.grantedBy.length > 0 && !privilege.grantedBy.includes(role)) {
    return refuse(
      'role-not-allowed',
      `a ${role} may not grant ${privilege.title} here; that takes a ${privilege.grantedBy.join(' or ')}`,
    );
  }
  if (held) return refuse('privilege-unchanged', `the patient has ${privilege.title} already`);
  const bar = privilegeBar(plan, context, privilege);
  if (bar === null) return accept(eventOf('PrivilegeGranted', command, { privilege: id }));
  const phases = privilege.during.map((p) => plan.phases[p]?.title).join(' or ');
  return refuse(
    'privilege-not-now',
    bar === 'phase'
      ? `${privilege.title} can be held in ${phases} only`
      : `${privilege.title} is not granted while ${barringStates(plan, privilege, context)}`,
  );
};

function barringStates(
  plan: Parameters<typeof privilegeBar>[0],
  privilege: Parameters<typeof privilegeBar>[2],
  context: Parameters<typeof privilegeBar>[1],
): string {
  return privilege.lostIn
    .flatMap(({ monitor, states }) => {
      const now = context.monitors[monitor] ?? 0;
      const watched = plan.monitors[monitor];
      return states.includes(now) ? [`${watched?.title} says ${watched?.states[now]?.title}`] : [];
    })
    .join(' and ');
}
