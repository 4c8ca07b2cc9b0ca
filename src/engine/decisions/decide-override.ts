import { moveTo, moveTruth } from '../../program/move-gate.ts';
import { gateTruth } from '../../program/phase-gate.ts';
import type { ReadyOf } from '../command.ts';
import { accept, type Decide, eventOf, refuse } from './decision.ts';

/** Decides on letting a patient pass although a gate does not hold, and on credit for treatment elsewhere. Both need a reason. */
export const decideOverride: Decide = (command, { episode, fold }) => {
  const { plan } = episode;
  if (command.reason === undefined) return refuse('reason-needed', 'say why; it stays on the record');
  const { expiresOn } = command as ReadyOf<'GrantCredit' | 'Override'>;
  if (expiresOn !== undefined && expiresOn < command.on)
    return refuse('dates-contradict', `it would end on ${expiresOn}, before it begins on ${command.on}`);
  if (command.type === 'GrantCredit') {
    const { track: id, sessions, from } = command as ReadyOf<'GrantCredit'>;
    const track = plan.tracks.find((t) => t.id === id);
    if (!track) return refuse('unknown-track', `${plan.curriculum.title} has no track ${id}`);
    const unknown = sessions.find((number) => !track.sessions.some((s) => s.number === number));
    if (unknown !== undefined) return refuse('unknown-session', `${track.title} has no session ${unknown}`);
    return accept(eventOf('CreditGranted', command, { track: id, sessions, from, expiresOn }));
  }
  const role = command.role ?? 'counselor';
  if (!plan.policies.overrideRoles.includes(role)) {
    return refuse(
      'role-not-allowed',
      `a ${role} may not override a gate here; that takes a ${plan.policies.overrideRoles.join(' or ')}`,
    );
  }
  const context = fold.snapshot.context;
  const phase = plan.phases[context.phase]?.id;
  const { stage } = command as ReadyOf<'Override'>;
  if (stage !== undefined) {
    const move = moveTo(plan, stage);
    if (!move) return refuse('no-move', `there is no move to ${stage} from here`);
    if (moveTruth(plan, context, stage) === 'satisfied')
      return refuse('gate-already-satisfied', `nothing keeps the patient from ${move.title}`);
    return accept(eventOf('GateOverridden', command, { phase, stage, expiresOn }));
  }
  if (gateTruth(plan, context) === 'satisfied')
    return refuse('gate-already-satisfied', 'the gate is satisfied; there is nothing to override');
  return accept(eventOf('GateOverridden', command, { phase, expiresOn }));
};
