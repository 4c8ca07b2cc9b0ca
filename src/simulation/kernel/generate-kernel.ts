import { ENDS } from '../ends.ts';
import { purposeOf } from '../purpose.ts';
import { generateCriterion } from './generate-criterion.ts';
import { generateDay, OPENED } from './generate-day.ts';
import { generateDraw, KEY } from './generate-draw.ts';
import { generateCounterNames, generateEffects, generatePhaseReset } from './generate-effects.ts';
import { generateThreshold, type KernelTables } from './generate-model.ts';
import { generateDeadlines, generateEntries, generateHeld, generateMoves } from './generate-monitors.ts';
import { type KernelScope, NEVER } from './kernel-scope.ts';

/** The text of a kernel with the tables that it reads. */
export type KernelSource = { readonly text: string; readonly tables: KernelTables };

const NUMBERS =
  'r k1 k2 x y b nx nm nd ni at ev dl arg pc g day today ws week vm type wd0 phase pe ad adp adl aw pw ln li lz base hn hi ai ti si track target fact moved out left report contact decide decideOf advance using gone clean longest offered attended absent excused minutes negative positive missed events h en';

/**
 * Writes the function of a kernel: one patient after the other, all state in local variables, gates and monitors written out,
 * from day to day on which something may happen. `log` writes the events to columns, too.
 */
export function generateKernel(scope: KernelScope, log: boolean): KernelSource {
  const tables: KernelTables = new Map();
  const { plan, table, behaviour } = scope;
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
  ];
  const emit = (code: string) =>
    `h = Math.imul(h ^ (today << 10 | ${code}), 16777619); events = events + 1 | 0;${log ? ` if (en === LOGSIZE) { FLUSH(en); en = 0; } LOGPATIENT[en] = k1; LOGPACKED[en] = (today / 7 | 0) << 9 | ${code}; en = en + 1 | 0;` : ''}`;
  const reset = counters
    .filter(({ name }) => name.startsWith('t'))
    .map(({ name, initial }) => `${name} = ${initial};`);
  const held = generateHeld(scope);
  const day = generateDay(scope, tables);
  const phaseChange = `if (g >= 0) { ${generatePhaseReset(scope)} phase = g; pe = today; moved = 1; adp = adl === today ? 1 : 0; advance = ${NEVER};
if (PHASE_ENTERED[g * count + r] < 0) PHASE_ENTERED[g * count + r] = today;
if (FINAL[g] !== 0) out = FINAL[g] === 1 ? REASON_graduated : REASON_transferred; else { ${emit(`${table.phases} + g`)} }
${signOffsOfPhase(scope)} }`;
  const text = `'use strict';
const { ${[...FIXED_TABLES].join(', ')} } = tables;
${ENDS.map((end, i) => `const REASON_${end.replaceAll('-', '_')} = ${i};`).join(' ')}
function opened(held, expected) {
  MC.fill(0);
  for (let i = 0; i < held; i += 1) MC[TRACK[LS[i]]] += 1;
  let kept = ${OPENED};
  for (let i = 0; i < expected; i += 1) {
    const slot = LS[${OPENED} + i];
    if (MC[TRACK[slot]] > 0) { MC[TRACK[slot]] -= 1; continue; }
    LS[kept] = slot; LA[kept] = LA[${OPENED} + i]; kept += 1;
  }
  return kept;
}
return function run(k0, first, count, horizon, columns, weeks${log ? ', LOGPATIENT, LOGPACKED, LOGSIZE, FLUSH' : ''}) {
const { END, END_DAY, PHASE, PHASE_ENTERED, GROUP, COUNTS, HASH } = columns;
const { OCCUPANCY, ENDED, OFFERED, ATTENDED, NEGATIVE, POSITIVE, MISSED } = weeks;
const WEEKS = OFFERED.length, STATES = ${plan.phases.length};
let ${locals.map((name) => `${name} = 0`).join(', ')};
for (r = 0; r < count; r = r + 1 | 0) {
k1 = first + r | 0; ${KEY}
${counters.map(({ name, initial }) => `${name} = ${initial};`).join(' ')}
${plan.monitors.map((_, m) => `m${m} = 0; e${m} = 0; w${m} = 0;`).join(' ')}
type = 0;
${traits(scope)}
week = 0; day = 0; today = 0; phase = 0; pe = 0; ad = 0; adp = 0; adl = -1; using = 0; clean = 0; longest = 0; gone = 0;
${generateDraw('0', `${purposeOf('admission')}`)}
wd0 = WEEKDAYS[Math.imul(x >>> 16, ${behaviour.admissionWeekdays.length}) >>> 16];
${behaviour.models['useAtAdmission'] ? `if ((y >>> 2) < ${generateThreshold(scope, tables, 'useAtAdmission')}) using = 1;` : ''}
ws = -7; week = -1; vm = 0; out = -1; left = -1; report = 0; contact = decide = advance = ${NEVER}; decideOf = -1;
offered = attended = absent = excused = minutes = negative = positive = missed = events = 0; h = -2128831035;
${signOffs.map((name) => `${name} = ${NEVER};`).join(' ')}
fact = 0; moved = 0; nd = ${NEVER}; ni = -1; at = 0; dl = -1; arg = -1; target = 0; ev = ${table.admitted}; pc = 1;
let begun = false;
loop: for (;;) {
produce: {
if (!begun) { begun = true; break produce; }
if (nd <= today && pc !== 14) { ev = ${table.time}; dl = ni; at = today; break produce; }
dl = -1; at = day;
switch (pc) {
${day}
}
}
${held}
if (at > today) { today = at; ${reset.join(' ')} }
if (ev !== ${table.time}) {
${unlessUnrecorded(`${emit('ev')} fact = 1;`)}
switch (ev) {
${generateEffects(scope)}
}
${attendedDays(scope)}
}
g = -1;
${plan.monitors.map((_, m) => `v${m} = -1;`).join(' ')}
if (ev === ${table.admitted} || (ev >= ${table.advanced} && ev < ${table.advanced + plan.phases.length})) { g = target; }
else {
${automatic(scope)}
if (g < 0 || FINAL[g] === 0) {
${generateMoves(scope)}
}
}
${phaseChange}
${generateEntries(scope, emit)}
if (out >= 0) { day = today; break loop; }
${generateDeadlines(scope)}
}
if (out < 0) out = ${ENDS.indexOf('in-treatment')};
else if (week + 1 < WEEKS) ENDED[out * WEEKS + week + 1] += 1;
END[r] = out; END_DAY[r] = day; PHASE[r] = phase;
${columnsOf()}
${mixState(
  scope,
  counters.map(({ name }) => name),
)}
HASH[r] = h;
}
return en;
}`;
  return {
    text: text.replace('const { ', `const { ${[...tables.keys()].map((name) => `${name}, `).join('')}`),
    tables,
  };
}

const FIXED_TABLES = [
  'THRESHOLDS',
  'LS',
  'LA',
  'HW',
  'MC',
  'TRACK',
  'PURPOSE',
  'MINUTES',
  'BEFORE',
  'VISIT',
  'OPENS',
  'FINAL',
  'BEARS',
  'WEEKDAYS',
  'TESTDAYS',
] as const;

function traits(scope: KernelScope): string {
  let stride = 1;
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
      return `s${k} = ${NEVER}; if (${asked}) { ${generateDraw('today', `${purpose}`)} if ((x >>> 2) < ${share}) s${k} = today + ${afterDays} | 0; }`;
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

function unlessUnrecorded(text: string): string {
  return `if (pc !== 14) { ${text} }`;
}

function attendedDays(scope: KernelScope): string {
  if (!scope.attendedClock) return '';
  const last = `c${scope.plan.common.lastAttended}`;
  return `if (${last} === today && adl !== today) { adl = today; ad = ad + 1 | 0; adp = adp + 1 | 0; }`;
}

function columnsOf(): string {
  return [
    'offered',
    'attended',
    'absent',
    'excused',
    'minutes',
    'negative',
    'positive',
    'missed',
    'longest',
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
    ...scope.plan.monitors.flatMap((_, m) => [`m${m}`, `e${m}`]),
    ...counters.filter((name) => /^[cn]/.test(name)),
  ];
  return state.map((name) => `h = Math.imul(h ^ ${name}, 16777619);`).join(' ');
}
