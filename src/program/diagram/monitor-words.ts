import type { Plan, PlanDeadline, PlanMonitorTransition } from '../plan.ts';
import { criterionWords } from './criterion-words.ts';

/** What moves a monitor on: `2 absences in a row`, `10 days without contact`. */
export function monitorWords(plan: Plan, transition: PlanMonitorTransition): string {
  if (transition.when !== null) return criterionWords(plan, transition.when);
  const deadline = plan.deadlines[transition.deadline ?? -1];
  return deadline ? deadlineWords(deadline) : 'never';
}

const CLOCK = { wall: 'calendar ', program: '', attended: 'attended ' };
const SINCE: Record<PlanDeadline['since'], string> = {
  'state-entry': ' in this state',
  'last-contact': ' without contact',
  'last-attendance': ' without attendance',
  'phase-entry': ' in the phase',
  admission: ' after admission',
};

function deadlineWords({ days, clock, since }: PlanDeadline): string {
  return `${days} ${CLOCK[clock]}${days === 1 ? 'day' : 'days'}${SINCE[since]}`;
}
