import { explainCriterion } from '../../program/explain-criterion.ts';
import { MOVED } from '../../program/machine-moves.ts';
import { moveOverride, moveTruth } from '../../program/move-gate.ts';
import type { MoveKind, PlanMove } from '../../program/plan-stage.ts';
import type { ReadyOf } from '../command.ts';
import { barEntry } from './bar-entry.ts';
import { accept, type Decide, type Decision, eventOf, refuse, type Standing } from './decision.ts';

type Move = ReadyOf<'StepDown' | 'StepUp' | 'TransferTo'>;

const KINDS: Record<Move['type'], MoveKind> = {
  StepDown: 'step-down',
  StepUp: 'step-up',
  TransferTo: 'transfer',
};

/**
 * Decides on a move to another stage of the pathway. Where the criteria of the move bind they must hold, or be overridden;
 * where they only advise, or there are none, a move that they do not speak for needs a reason. The next program is asked whom it
 * admits, as at an admission; a step-up it does not keep back, but that needs a reason then.
 */
export const decideMove: Decide = (command, standing) => {
  const asked = command as Move;
  const { plan, course } = standing.episode;
  const moves = plan.stage?.moves;
  if (moves === undefined)
    return refuse(
      'no-pathway',
      `${plan.curriculum.title} runs alone and not in a pathway; discharge the patient as transferred and admit anew at the other level`,
    );
  const kind = KINDS[asked.type];
  const ways = moves.filter((move) => move.kind === kind);
  const from = plan.stage?.title;
  if (asked.stage !== undefined && !course.stages.some(({ id }) => id === asked.stage))
    return refuse(
      'unknown-stage',
      `${course.title} has no stage ${asked.stage}; it has ${course.stages.map(({ id }) => id).join(', ')}`,
    );
  const move =
    asked.stage === undefined && ways.length === 1
      ? ways[0]
      : ways.find(({ stage }) => stage === asked.stage);
  if (!move) {
    const named = moves.map((one) => `${one.kind} to ${one.stage}`).join(', ');
    if (asked.stage === undefined && ways.length > 1)
      return refuse('stage-needed', `say which stage: ${ways.map(({ stage }) => stage).join(' or ')}`);
    return refuse('no-move', `from ${from} there is no such ${kind}; the ways are: ${named || 'none'}`);
  }
  const role = asked.role ?? 'counselor';
  if (!move.roles.includes(role))
    return refuse(
      'role-not-allowed',
      `a ${role} may not decide this move; that takes a ${move.roles.join(' or ')}`,
    );
  return (
    blockedBy(standing, move, asked) ??
    notAdmitted(standing, move, asked) ??
    accept(
      eventOf(MOVED[kind], asked, {
        stage: move.stage,
        overrideEligibility: asked.overrideEligibility,
        site: asked.site,
        cycleStarts: asked.cycleStarts,
      }),
    )
  );
};

function notAdmitted({ episode }: Standing, move: PlanMove, asked: Move): Decision | null {
  const next = episode.course.stages[move.to];
  const barred = next === undefined ? null : barEntry(next.plan, episode, asked);
  return barred !== null && move.kind === 'step-up' && asked.reason !== undefined ? null : barred;
}

function blockedBy({ episode, fold }: Standing, move: PlanMove, asked: Move): Decision | null {
  const { plan } = episode;
  const context = fold.snapshot.context;
  const gate = move.gate === null ? null : explainCriterion(plan, fold, episode.facts, move.gate);
  if (!move.binding) {
    if (gate?.truth === 'satisfied' || asked.reason !== undefined) return null;
    const missing = gate === null ? '' : `; its criteria do not hold: ${gate.missing}`;
    return refuse(
      'reason-needed',
      `say why the patient is moved to ${move.title}${missing}`,
      gate === null ? {} : { gate },
    );
  }
  const truth = moveTruth(plan, context, move.stage);
  if (gate === null || truth === 'satisfied' || moveOverride(context, move.stage)) return null;
  const code = truth === 'unknown' ? 'gate-unknown' : 'gate-not-satisfied';
  return refuse(code, `${move.title} has to wait: ${gate.missing}`, { gate });
}
