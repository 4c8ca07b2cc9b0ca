import { TRACK_CODE } from '../event-table.ts';
import { purposeOf } from '../purpose.ts';
import { generateClockGoesOn } from './generate-clock.ts';
import { generateDraw } from './generate-draw.ts';
import { generateThreshold, type KernelTables } from './generate-model.ts';
import { generateDeadlines } from './generate-monitors.ts';
import { type KernelScope, NEVER } from './kernel-scope.ts';

/** The days on which a leave begins and ends that is meant, which go on from stage to stage. */
export function leaveLocals({ behaviour }: Pick<KernelScope, 'behaviour'>): readonly string[] {
  return behaviour.leaveDays === null ? [] : ['lf', 'lt'];
}

/** Statements after which no leave is meant. */
export function generateNoLeave(scope: KernelScope): string {
  return leaveLocals(scope)
    .map((name) => `${name} = ${NEVER};`)
    .join(' ');
}

/** Statements by which a leave of this week is drawn: on which day it begins, and how long it is. The same as `meanLeave`. */
export function generateMeantLeave(scope: KernelScope, tables: KernelTables): string {
  const { leaveDays } = scope.behaviour;
  if (leaveDays === null) return '';
  let places = 1;
  while (places <= leaveDays.length) places *= 2;
  const padded = new Int32Array(places).fill(2 ** 30);
  padded.set(leaveDays);
  tables.set('LEAVE_DAYS', padded);
  const halves: string[] = [];
  for (let step = places / 2; step >= 1; step /= 2)
    halves.push(`if (LEAVE_DAYS[lt + ${step - 1}] <= x) lt = lt + ${step} | 0;`);
  return `if (gone === 0 && lt === ${NEVER}) {
${generateDraw('week', `${purposeOf('leave')}`)}
if ((x >>> 2) < ${generateThreshold(scope, tables, 'leave')}) {
lf = day + (Math.imul(y >>> 16, 7) >>> 16) | 0;
${generateDraw('week', `${purposeOf('leave-days')}`)}
x = x >>> 2; lt = 0; ${halves.join(' ')} lt = lf + lt + 1 | 0; soon = 0;
}
}`;
}

/** The statement that counts a patient in the week that begins today, in his phase or on leave. */
export function generateOccupancy({ behaviour }: KernelScope, inPhase: string): string {
  if (behaviour.leaveDays === null) return inPhase;
  return `if (lo >= 0 ? lt !== day : lf === day && gone === 0) ON_LEAVE[week] += 1; else ${inPhase}`;
}

/** Statements by which a leave ends and begins today: the same as `goOnLeave`. */
export function generateGoOnLeave({ behaviour, table }: KernelScope): string {
  if (behaviour.leaveDays === null) return '';
  return `
if (day === lt) { lf = lt = ${NEVER}; if (lo >= 0) { ev = ${table.leave + 1}; still = 0; pc = 2; break produce; } }
if (day === lf) { lf = ${NEVER}; if (gone === 0) { ev = ${table.leave}; still = 0; pc = 2; break produce; } }`;
}

/** Statements by which one who is on leave comes to no part of the day before the decisions of staff. */
export function generateAway({ behaviour }: KernelScope): string {
  return behaviour.leaveDays === null ? '' : 'if (lo >= 0) { lz = 0; pc = 12; continue loop; }\n';
}

/** The statements for those alone who are not on leave. */
export function generatePresent({ behaviour }: KernelScope, text: string): string {
  return behaviour.leaveDays === null || text === '' ? text : `if (lo < 0) {\n${text}\n}`;
}

/** The statements after a leave that began, which moves nobody. */
export function generateLeaveBegun(scope: KernelScope): string {
  if (scope.behaviour.leaveDays === null) return '';
  return `if (ev === ${scope.table.leave}) { lo = today; ${generateDeadlines(scope)} continue loop; }`;
}

/** The case of the event by which a leave ends; what a monitor waits for that a deadline moved has not come by it. */
export function generateLeaveEnded(scope: KernelScope): string {
  const waiting = scope.plan.monitors.flatMap((_, m) =>
    scope.plan.deadlines.some(({ monitor }) => monitor === m) ? [`h${m} = -1;`] : [],
  );
  return `case ${scope.table.leave + 1}: ${generateClockGoesOn(scope, 'lo')} ${waiting.join(' ')} break; // leave/ended`;
}

/** The expression that is true where no meeting of today can lack a record: no phase was entered, and none is owed on leave. */
export function generateNoneOpen(scope: KernelScope): string {
  if (scope.behaviour.leaveDays === null) return 'moved === 0';
  return owesOnLeave(scope) ? 'moved === 0 && lo < 0' : 'moved === 0 || lo >= 0';
}

/** Whether meetings during a leave are owed: they count as offered, and as excused. */
function owesOnLeave({ behaviour, plan }: KernelScope): boolean {
  return behaviour.leaveDays !== null && plan.policies.sessionsDuringLeave === 'owed';
}

/** Statements that tell of a meeting without a record: of one that is owed on leave that it was excused. */
export function generateOwed(scope: KernelScope): string {
  if (!owesOnLeave(scope)) return '';
  return `if (lo >= 0) { ev = ev + ${TRACK_CODE.excused - TRACK_CODE.unrecorded} | 0; offered = offered + 1 | 0; OFFERED[week] += 1; excused = excused + 1 | 0; } `;
}
