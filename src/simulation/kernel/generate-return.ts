import { ENDS } from '../ends.ts';
import { purposeOf } from '../purpose.ts';
import { generateAttendedAnew, generateClockGoesOn } from './generate-clock.ts';
import { generateDraw } from './generate-draw.ts';
import { generateThreshold, type KernelTables } from './generate-model.ts';
import { generateNoLeave } from './generate-on-leave.ts';
import { generateMasks, phasesBefore } from './generate-week.ts';
import { type KernelScope, NEVER } from './kernel-scope.ts';

/** The case of the day for one who was discharged. */
const DISCHARGED = 15;

/** The local variables of coming back: day and week of the discharge, the first day of a return less one, and where monitors were. */
export function returnLocals({ behaviour, plan }: KernelScope): readonly string[] {
  if (behaviour.readmission === null) return [];
  return ['ed', 'ew', 'ef', ...plan.monitors.map((_, m) => `o${m}`)];
}

/** Statements by which a stay ends on `day` that has come to `out`: one who may come back goes on. */
export function generateEnd({ behaviour }: KernelScope): string {
  if (behaviour.readmission === null) return 'break loop;';
  return `ed = day; ef = pc === 14 ? day + 1 | 0 : day; pc = ${DISCHARGED}; nd = ${NEVER}; continue loop;`;
}

/**
 * Statements by which one who was discharged comes back: in each week, on a drawn day of it, as long as the program takes him. The same
 * as `comeBack`. A discharge that is only seen on the day after has no return on that day.
 */
export function generateReturn(scope: KernelScope, tables: KernelTables): string {
  const { behaviour, table } = scope;
  const { readmission } = behaviour;
  if (readmission === null) return '';
  const after = readmission.after.map((reason) => `out === ${ENDS.indexOf(reason as (typeof ENDS)[number])}`);
  const move = scope.stage ? ` mv = -1; md = ${NEVER};` : '';
  return `if (FINAL[phase] !== 0 || !(${after.join(' || ')})) break loop;
ew = week; base = ed; g = 0; b = ed + ${readmission.withinDays} | 0; lz = horizon - 1 < b ? horizon - 1 | 0 : b;
for (; g === 0 && base < lz; ) {
${generateDraw('base', `${purposeOf('returns')}`)}
day = base + 1 + (Math.imul(y >>> 16, 7) >>> 16) | 0; week = day / 7 | 0; wd = (day + wd0) % 7;
if (day <= lz && day > ef && (x >>> 2) < ${generateThreshold(scope, tables, 'returns')}) g = 1;
base = base + 7 | 0;
}
if (g === 0) { day = ed; week = ew; break loop; }
for (b = ew + 1 | 0; b * 7 < day; b = b + 1 | 0) ON_LEAVE[b] += 1;
if (b * 7 === day) OCCUPANCY[b * STATES + ${phasesBefore(scope)}phase] += 1;
if (RETURNED[r] < 0) RETURNED[r] = day - ed | 0;
ws = day - day % 7 | 0; out = -1; gone = 0; left = -1; leaves = 0; ${generateNoLeave(scope)}${move}
contact = decide = advance = ${NEVER}; decideOf = -1; soon = 0;
${generateMasks(scope)}
ev = ${table.readmitted}; at = day; still = 0; moved = 1; lz = 0; pc = 13; break produce;`;
}

/** The case of the event of coming back: the days in between are like a leave, and monitors begin anew. */
export function generateReadmitted(scope: KernelScope): string {
  const { plan, table, kept } = scope;
  const { lastContact, lastSeen } = plan.common;
  const seen = [...new Set([lastContact, lastSeen])].flatMap((c) => (kept.has(c) ? [`c${c} = today;`] : []));
  const monitors = plan.monitors.map(
    (_, m) => `o${m} = m${m}; m${m} = 0; e${m} = today; w${m} = 0; ${generateAttendedAnew(scope, m)}`,
  );
  return `case ${table.readmitted}: if (lo >= 0 && lo < ed) { ed = lo; } lo = -1; ${generateClockGoesOn(scope, 'ed')} ${[...seen, ...monitors].join(' ')} break; // readmission`;
}

/** Statements that tell, of one who is back, in which phase he is if none was entered, and where monitors are. */
export function generateBack(scope: KernelScope, emit: (code: string) => string, signOffs: string): string {
  const { behaviour, plan, table } = scope;
  if (behaviour.readmission === null) return '';
  const monitors = plan.monitors.map((_, m) => `if (v${m} < 0) v${m} = 0; m${m} = o${m};`);
  return `if (ev === ${table.readmitted}) {
if (g < 0 && out < 0) { advance = ${NEVER}; ${emit(`${table.phases} + phase`)} ${signOffs} }
${monitors.join(' ')}
}`;
}
