import { ENDS } from '../ends.ts';
import { purposeOf } from '../purpose.ts';
import { attendedLocals, clockLocals, generateClockStarts } from './generate-clock.ts';
import { generateCriterion } from './generate-criterion.ts';
import { generateDay } from './generate-day.ts';
import { generateDraw, KEY } from './generate-draw.ts';
import {
  generateAttendedDays,
  generateCounterNames,
  generateEffects,
  generatePhaseReset,
} from './generate-effects.ts';
import { earnedInAll, generateNoRewards, generateRewards, incentiveLocals } from './generate-incentives.ts';
import { generateNoneMissed } from './generate-meeting.ts';
import { generateThreshold, type KernelTables } from './generate-model.ts';
import { generateMoments } from './generate-moments.ts';
import {
  generateAutomatic,
  generateDeadlines,
  generateEntries,
  generateHeld,
  generateMoves,
} from './generate-monitors.ts';
import { generateNoneNoted, notedLocals } from './generate-noted-days.ts';
import { generateLeaveBegun, generateNoLeave, generatePresent, leaveLocals } from './generate-on-leave.ts';
import { generateBack, generateEnd, returnLocals } from './generate-return.ts';
import { generateBegin, generateExpiring, generateLeave, takenWays } from './generate-stage.ts';
import { generateMasks, phasesBefore } from './generate-week.ts';
import { type KernelScope, mayStandStill, NEVER } from './kernel-scope.ts';
import { countsDays } from './news.ts';

/** The text of a kernel: the body of a function for one patient, with what its names stand for. */
export type KernelSource = {
  readonly body: string;
  readonly locals: readonly string[];
  readonly constants: Readonly<Record<string, number>>;
  readonly tables: KernelTables;
};

/** Events that are collected before they are handed on. */
export const LOG_SIZE = 1 << 14;

/** The parameters of the function: seed, patient, row, rows, days, weeks, and events in the log so far, which it returns. */
export const KERNEL_PARAMETERS = ['k0', 'k1', 'r', 'count', 'horizon', 'WEEKS', 'en'] as const;

const NUMBERS =
  'k2 x y b nx nm nd ni at ev dl arg pc g day today ws week vm type wd0 wd phase pe ad adp adl aw pw ln li lz base hn hi ai ti si track target fact moved out left leaves report contact decide decideOf advance using gone clean longest offered attended absent excused minutes negative positive missed events h begun still te soon status told mk';

/**
 * Writes the function of a kernel: one patient after the other, all state in local variables, gates and monitors written out,
 * from day to day on which something may happen. `log` writes the events to columns, too.
 */
export function generateKernel(scope: KernelScope, log: boolean): KernelSource {
  const tables: KernelTables = new Map();
  const { plan, table, behaviour, stage } = scope;
  const counters = generateCounterNames(scope);
  const monitors = plan.monitors.flatMap((_, m) => [`m${m}`, `e${m}`, `w${m}`, `h${m}`, `v${m}`]);
  const tests = plan.drugTests.map((_, j) => `q${j}`);
  const counts = plan.tracks.map((_, t) => `z${t}`);
  const signOffs = behaviour.signOffs.map((_, k) => `s${k}`);
  const locals = [
    ...NUMBERS.split(' '),
    ...counters.map(({ name }) => name),
    ...monitors,
    ...tests,
    ...counts,
    ...signOffs,
    ...incentiveLocals(scope),
    ...(behaviour.dailyUse ? ['cd'] : []),
    ...clockLocals(scope),
    ...notedLocals(scope),
    ...attendedLocals(scope),
    ...leaveLocals(scope),
    ...returnLocals(scope),
    ...(stage ? ['a0', 'wda', 'nc', 'next', 'mv', 'md', 'entering'] : []),
    ...(stage ? takenWays(scope).map((_, k) => `y${k}`) : []),
  ];
  const emit = (code: string) =>
    `h = Math.imul(h ^ (today << 10 | ${code}), 16777619); events = events + 1 | 0;${log ? ` if (en === ${LOG_SIZE}) en = FLUSH(en); LOGPATIENT[en] = k1; LOGPACKED[en] = (today / 7 | 0) << 9 | ${stage ? `CODES[${code}]` : code}; en = en + 1 | 0;` : ''}`;
  const held = generateHeld(scope);
  const day = generateDay({ scope, emit, log }, tables);
  const phaseChange = `if (g >= 0) { ${generatePhaseReset(scope, counters)} phase = g; pe = today;${mayStandStill(scope) ? ' lp = 0;' : ''} moved = 1; adp = adl === today ? 1 : 0; advance = ${NEVER};
b = (${phasesBefore(scope)}g) * count + r; if (PHASE_ENTERED[b] < 0) PHASE_ENTERED[b] = today;
if (FINAL[g] !== 0) out = FINAL[g] === 1 ? REASON_graduated : REASON_transferred; else if (out < 0) { ${emit(`${table.phases} + g`)} }
${signOffsOfPhase(scope)} }`;
  const admit = `week = 0;
${traits(scope)}
${generateDraw('0', `${purposeOf('admission')}`)}
wd0 = WEEKDAYS[Math.imul(x >>> 16, ${behaviour.admissionWeekdays.length}) >>> 16];
${behaviour.models['useAtAdmission'] ? `if ((y >>> 2) < ${generateThreshold(scope, tables, 'useAtAdmission')}) using = 1;` : ''}
week = -1; wd = wd0;`;
  const begin = stage ? generateBegin(scope, stage, { admit, masks: generateMasks(scope) }) : admit;
  const body = `${KEY}
${counters.map(({ name, initial }) => `${name} = ${initial};`).join(' ')}
${plan.monitors.map((_, m) => `m${m} = 0; e${m} = 0; w${m} = 0;`).join(' ')}
type = 0;
week = 0; day = 0; today = 0; phase = 0; pe = 0; ad = 0; adp = 0; adl = -1; using = 0; clean = 0; longest = 0; gone = 0;${behaviour.dailyUse ? ' cd = 0;' : ''}
ws = -7; week = -1; vm = 0; out = -1; left = -1; leaves = 0; report = 0; contact = decide = advance = ${NEVER}; decideOf = -1;
offered = attended = absent = excused = minutes = negative = positive = missed = events = 0; h = -2128831035;
${signOffs.map((name) => `${name} = ${NEVER};`).join(' ')}
still = 0; fact = 0; moved = 0; nd = ${NEVER}; ni = -1; at = 0; dl = -1; arg = -1; target = 0; ev = ${table.admitted}; pc = 1;
begun = 0; te = 0; lz = 0; soon = 0; told = 0; ${generateNoRewards(scope)} ${generateNoneMissed(scope)} ${generateClockStarts(scope)} ${generateNoLeave(scope)} ${generateNoneNoted(scope)} ${attendedLocals(
    scope,
  )
    .map((name) => `${name} = 0;`)
    .join(' ')}
${begin}
loop: for (;;) {
produce: {
if (begun === 0) { begun = 1; break produce; }
if (nd <= today && pc < 14${stage ? ' && nd <= nc' : ''}) { ev = ${table.time}; dl = ni; at = today; break produce; }
dl = -1; at = day;
${stage ? `if (nc <= today && pc < 14) { at = today; ${generateExpiring(scope, stage)} break produce; }` : ''}
switch (pc) {
${day}
}
}
if (told !== 0) told = 0;
else {
${held}
if (at > today) { today = at; te = 0; }
if (ev !== ${table.time}) {
${unlessUnrecorded(scope, `${emit('ev')} fact = 1;`)}
switch (ev) {
${generateEffects(scope, 'c')}
}
${generateRewards(scope)}
${generateAttendedDays(scope)}
${generateLeaveBegun(scope)}
}
}
if (still !== 0 && NEWS[ev] === 0) continue loop;
g = -1;
${plan.monitors.map((_, m) => `v${m} = -1;`).join(' ')}
if (${stage ? 'entering !== 0 || ' : ''}ev === ${table.admitted} || (ev >= ${table.advanced} && ev < ${table.advanced + plan.phases.length})) { g = target; ${stage ? `if (entering !== 0) { entering = 0; ${emit(`${table.entered}`)} }` : ''} }
else {
${generatePresent(scope, automatic(scope))}
if (g < 0 || FINAL[g] === 0) {
${generateMoves(scope)}
${generateAutomatic(scope)}
}
}
${phaseChange}
${generateBack(scope, emit, signOffsOfPhase(scope))}
${generateEntries(scope, emit)}
if (out >= 0) { day = today; ${generateEnd(scope)} }
${generateDeadlines(scope)}
${stillness(scope)}
}
${stage ? `STAGE_DAYS[${stage.index} * count + r] += day - a0; if (next >= 0) { ${generateLeave(scope, stage)} } else {\nSTAGE[r] = ${stage.index};` : ''}
if (out < 0) out = ${ENDS.indexOf('in-treatment')};
else if (week + 1 < WEEKS) ENDED[out * WEEKS + week + 1] += 1;
END[r] = out; END_DAY[r] = day; PHASE[r] = ${phasesBefore(scope)}phase;
${columnsOf(scope)} EARNED[r] = ${earnedInAll(scope)};
${mixState(
  scope,
  counters.map(({ name }) => name),
)}
HASH[r] = h;${stage ? '\n}' : ''}`;
  const constants = {
    STATES: stage ? stage.phases : plan.phases.length,
    ...Object.fromEntries(ENDS.map((end, i) => [`REASON_${end.replaceAll('-', '_')}`, i])),
  };
  return { body, locals, constants, tables };
}

function traits(scope: KernelScope): string {
  let stride = 1;
  const { baseline } = scope.behaviour;
  if (baseline !== null) {
    const rows = `type = BASELINE[Math.imul(x >>> 16, ${baseline.length}) >>> 16];`;
    const each = scope.behaviour.traits.map(({ levels }, i) => {
      const text = `GROUP[${i} * count + r] = (type / ${stride} | 0) % ${levels.length};`;
      stride *= levels.length;
      return text;
    });
    return `${generateDraw('0', `${purposeOf('baseline')}`)} ${rows} ${each.join(' ')}`;
  }
  return scope.behaviour.traits
    .map(({ upTo, levels, purpose }, i) => {
      const level = upTo
        .slice(0, -1)
        .reduceRight((rest, limit, l) => `(b < ${limit} ? ${l} : ${rest})`, `${levels.length - 1}`);
      const text = `${generateDraw('0', `${purpose}`)} b = x >>> 2; b = ${level}; GROUP[${i} * count + r] = b; type = type + b * ${stride} | 0;`;
      stride *= levels.length;
      return text;
    })
    .join('\n');
}

function signOffsOfPhase(scope: KernelScope): string {
  return scope.behaviour.signOffs
    .map(({ phases, afterDays, share, purpose }, k) => {
      const asked = phases.map((phase) => `phase === ${phase}`).join(' || ');
      return `s${k} = ${NEVER}; if (${asked}) { ${generateDraw('today', `${purpose}`)} if ((x >>> 2) < ${share}) { s${k} = today + ${afterDays} | 0; soon = 0; } }`;
    })
    .join('\n');
}

function automatic(scope: KernelScope): string {
  const cases = scope.plan.phases.flatMap((phase, p) => {
    const next = phase.next[0];
    if (!phase.automatic || next === undefined) return [];
    const holds = phase.exit === null ? 'true' : generateCriterion(scope, phase.exit, 'today');
    return [`case ${p}: if (${holds}) g = ${next}; break;`];
  });
  return cases.length === 0 ? '' : `switch (phase) { ${cases.join(' ')} }`;
}

function unlessUnrecorded({ stage, table }: KernelScope, text: string): string {
  return `if (pc !== 14${stage ? ` && ev < ${table.credits}` : ''}) { ${text} }`;
}

/** The columns of a patient; a stretch without use is told in days, also where it was counted in weeks. */
function columnsOf({ behaviour }: KernelScope): string {
  return [
    'offered',
    'attended',
    'absent',
    'excused',
    'minutes',
    'negative',
    'positive',
    'missed',
    behaviour.dailyUse ? 'longest' : 'longest * 7',
    'events',
  ]
    .map((name, i) => `COUNTS[${i} * count + r] = ${name};`)
    .join(' ');
}

function mixState(scope: KernelScope, counters: readonly string[]): string {
  const state = [
    'out',
    'day',
    'phase',
    'pe',
    ...(scope.stage ? [`${scope.stage.index}`] : []),
    ...scope.plan.monitors.flatMap((_, m) => [`m${m}`, `e${m}`]),
    ...(scope.hashCounters ? counters.filter((name) => /^[cn]/.test(name)) : []),
  ];
  return state.map((name) => `h = Math.imul(h ^ ${name}, 16777619);`).join(' ');
}

/**
 * Where no criterion holds that would move anything, an event that bears on nothing moves nothing either, unless days are counted: after
 * an event that moved nothing, and after one that did where none holds of what stands now.
 */
function stillness(scope: KernelScope): string {
  if (countsDays(scope.plan)) return 'still = 0;';
  const moved = ['g < 0', ...scope.plan.monitors.map((_, m) => `v${m} < 0`)];
  return `if (${moved.join(' && ')}) still = 1; else { nm = ${NEVER}; ${generateMoments(scope)} still = nm === ${NEVER} ? 1 : 0; ${generateHeld(scope)} }`;
}
