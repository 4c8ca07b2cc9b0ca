import { explainCriterion } from '../../program/explain-criterion.ts';
import { exitGate, gateOverride, gateTruth } from '../../program/phase-gate.ts';
import type { PlanPhase } from '../../program/plan.ts';
import { readState } from '../../program/read-state.ts';
import type { ReadyOf } from '../command.ts';
import { accept, type Decide, type Decision, eventOf, refuse, type Standing } from './decision.ts';

/** Decides on moving to another phase: forward through the gate, or back where the phase names a way. */
export const decidePhase: Decide = (command, standing) => {
  const { episode, fold } = standing;
  const { plan } = episode;
  const phase = plan.phases[fold.snapshot.context.phase]!;
  if (readState(plan, fold.snapshot.value).lifecycle === 'on-leave') {
    return refuse('on-leave', 'the patient is on leave; end the leave first');
  }
  if (command.type === 'ReturnToPhase')
    return decideReturn(command as ReadyOf<'ReturnToPhase'>, standing, phase);
  const advance = command as ReadyOf<'Advance'>;
  const to = advance.to ?? plan.phases[phase.next[0] ?? -1]?.id;
  if (to === undefined) return refuse('not-next-phase', `no phase follows ${phase.title}`);
  const following = phase.next.map((index) => plan.phases[index]?.id);
  if (!plan.phases.some((p) => p.id === to)) {
    return refuse(
      'unknown-phase',
      `${plan.curriculum.title} has no phase ${to}; it has ${plan.phases.map((p) => p.id).join(', ')}`,
    );
  }
  if (!following.includes(to))
    return refuse('not-next-phase', `after ${phase.title} comes ${following.join(' or ')}, not ${to}`);
  const role = advance.role ?? 'counselor';
  if (!plan.policies.advanceRoles.includes(role)) {
    return refuse(
      'role-not-allowed',
      `a ${role} may not advance a patient here; that takes a ${plan.policies.advanceRoles.join(' or ')}`,
    );
  }
  const blocked = blockedBy(standing, phase);
  return blocked ?? accept(eventOf('PhaseAdvanced', advance, { to }));
};

function blockedBy({ episode, fold }: Standing, phase: PlanPhase): Decision | null {
  const context = fold.snapshot.context;
  const truth = gateTruth(episode.plan, context);
  if (truth === 'satisfied' || gateOverride(context)) return null;
  const gate = explainCriterion(episode.plan, fold, episode.facts, exitGate(episode.plan, context) ?? 0);
  const code = truth === 'unknown' ? 'gate-unknown' : 'gate-not-satisfied';
  return refuse(code, `${phase.title} cannot be left yet: ${gate.missing}`, { gate });
}

function decideReturn(command: ReadyOf<'ReturnToPhase'>, { episode }: Standing, phase: PlanPhase): Decision {
  const { plan } = episode;
  const ways = phase.returnsTo.map((index) => plan.phases[index]?.id);
  if (!plan.phases.some((p) => p.id === command.to))
    return refuse('unknown-phase', `${plan.curriculum.title} has no phase ${command.to}`);
  if (!ways.includes(command.to)) {
    const where = ways.length === 0 ? 'to no earlier phase' : `only to ${ways.join(' or ')}`;
    return refuse('no-return', `from ${phase.title} a patient can be sent back ${where}`);
  }
  if (command.reason === undefined) return refuse('reason-needed', 'say why the patient is sent back');
  return accept(eventOf('ReturnedToPhase', command, { to: command.to }));
}
