import { fromDayNumber } from '../../curriculum/calendar-date.ts';
import type { Curriculum } from '../../curriculum/curriculum.ts';
import type { Plan } from '../plan.ts';
import { blockingLeaves, sentenceOf, weekByWeek, weekOf, whoOf } from './counter-example.ts';
import { criterionPath } from './criterion-path.ts';
import type { GateLeaf } from './gate-leaves.ts';
import type { Proof } from './proof.ts';
import type { BlockedGate, Trial } from './trial.ts';

/** The gates that blocked a perfect patient, for good or beyond the published weeks. */
export function proveGates(curriculum: Curriculum, plan: Plan, trial: Trial, ordinary: boolean): Proof[] {
  return trial.blocked.map((blocked) => {
    const phase = plan.phases[blocked.phase]!;
    const leaves = blockingLeaves(plan, phase.exit ?? -1, blocked.decisive);
    const path = gatePath(curriculum, blocked.phase, 'exit', leaves);
    const reached = leaves.map((leaf) => sentenceOf(leaf, blocked.decisive)).join('; ');
    const story = `${whoOf(trial.admittedOn)}, in ${phase.title} from week ${weekNumber(trial, blocked.enteredOn)}\n${weekByWeek(plan, leaves, toldWeeks(blocked), blocked.enteredOn)}`;
    if (blocked.openedOn === null) {
      return {
        code: 'gate-never-satisfied',
        severity: 'error',
        path,
        message: `Nobody can meet the gate of ${phase.title}: a patient who attends every meeting of the calendar has ${reached}. Ask for no more than the calendar can give, or put more meetings on it.`,
        counterExample: `${story}\nnever, up to week ${weekOf(blocked.decisive)}`,
      };
    }
    const opened = blocked.openedOn;
    return {
      code: 'gate-later-than-published',
      severity: ordinary ? 'error' : 'warning',
      path,
      message: `The gate of ${phase.title} cannot be met by the end of week ${lastWeek(trial, blocked)}, its last published week: a patient who attends everything has ${reached}. Ask for less, give the phase more weeks, or hold more meetings.`,
      counterExample: `${story}\nmet in week ${weekNumber(trial, opened)}, on ${fromDayNumber(opened)}`,
    };
  });
}

/** The path of a gate, or of the one criterion in it that blocks; of the minimum stay where that blocks. */
export function gatePath(
  curriculum: Curriculum,
  phase: number,
  gate: 'exit' | 'exitAfterReturn',
  leaves: readonly GateLeaf[],
): string {
  const written = curriculum.phases[phase];
  const only = leaves.length === 1 ? leaves[0]?.leaf.leaf : undefined;
  const base = `phases.${phase}.${gate}`;
  if (only === undefined) return base;
  const below = criterionPath(written?.[gate], only);
  const isMinimum = below === '' && written?.[gate] !== only && written?.stay?.minimum !== undefined;
  return isMinimum ? `phases.${phase}.stay.minimum` : `${base}${below}`;
}

function weekNumber(trial: Trial, day: number): number {
  return Math.floor((day - trial.admittedOn) / 7) + 1;
}

function lastWeek(trial: Trial, blocked: BlockedGate): number {
  return weekNumber(trial, (blocked.limit ?? blocked.enteredOn + 1) - 1);
}

/** All weeks where a gate never opens, else those up to the limit. */
function toldWeeks({ openedOn, limit, weeks }: BlockedGate): BlockedGate['weeks'] {
  if (openedOn === null || limit === null) return weeks;
  return weeks.filter(({ today }) => today !== null && today < limit);
}
