import { CODES_PER_TRACK, TEST_CODE, TRACK_CODE } from '../event-table.ts';
import { purposeOf } from '../purpose.ts';
import { SCORE_LEVELS } from '../score-table.ts';
import { generateExpected } from './generate-calendar.ts';
import { generateChoice } from './generate-choice.ts';
import { generateCriterion } from './generate-criterion.ts';
import { generateDraw } from './generate-draw.ts';
import { generateEarned, generateMadeUp, generateOutcomes, generatePart } from './generate-meeting.ts';
import { generateThreshold, type KernelTables } from './generate-model.ts';
import { generateMoments } from './generate-moments.ts';
import {
  generateAway,
  generateNoneOpen,
  generateOwed,
  generatePresent,
  leaveLocals,
} from './generate-on-leave.ts';
import { generateEnd, generateReturn } from './generate-return.ts';
import { generateExpiring, generateMoveOn } from './generate-stage.ts';
import { generatePerhapsTold, generateTold, type Teller } from './generate-told.ts';
import { generateWeek } from './generate-week.ts';
import { type KernelScope, mayStandStill, NEVER, programDays } from './kernel-scope.ts';
import { countsDays } from './news.ts';

/** Where the list of meetings that a change of phase opened begins in `LS` and `LA`. */
export const OPENED = 64;

/**
 * The cases of the switch that goes through a day: which day is next, the week's draws, contact, assessments, tests, meetings,
 * homework, mutual help, sign-offs, decisions. Each either tells an event (`break produce`), after which the switch is entered again, or falls into the next.
 */
export function generateDay(teller: Teller, tables: KernelTables): string {
  const { scope } = teller;
  const steps = [
    nextDay(scope),
    generateWeek(scope, tables),
    `${generateAway(scope)}if (report !== 0) { report = 0; ev = ${scope.table.used}; ${generateTold(teller, [scope.table.used], 3)} }`,
    contact(teller, tables),
    assessments(teller, tables),
    tests(teller, tables),
    `base = 0; ${generateExpected(scope)} li = 0; lz = ln; hn = 0; hi = 0;
if (gone === 0) for (track = 0; track < ln; track = track + 1 | 0) { ${generateDraw('day', 'PURPOSE[LS[track]]')} DX[track] = x >>> 2; DY[track] = y >>> 2; }`,
    meetings(teller, tables),
    `${homeworks(teller)} ${generateMadeUp(scope, tables)}`,
    mutualHelp(teller, tables),
    signOffs(teller),
    review(scope),
    decisions(scope),
    `if (${generateNoneOpen(scope)}) { pc = 0; continue loop; } base = ${OPENED}; ${generateExpected(scope)} ${opened(scope)} li = ${OPENED}; pc = 14;`,
    `if (li < lz) { arg = LA[li]; ev = ${scope.table.tracks + TRACK_CODE.unrecorded} + TRACK[LS[li]] * ${CODES_PER_TRACK} | 0; li = li + 1 | 0; ${generateOwed(scope)}break produce; } pc = 0; continue loop;`,
    ...[generateReturn(scope, tables)].filter(Boolean),
  ];
  return steps.map((text, pc) => `case ${pc}: {\n${text}\n}`).join('\n');
}

/** Statements that leave of the meetings that are expected at the end of a day those without a record, up to `lz`. */
function opened(scope: KernelScope): string {
  return `for (b = 0; b < ${scope.plan.tracks.length}; b = b + 1 | 0) MC[b] = 0;
for (b = 0; b < lz; b = b + 1 | 0) MC[TRACK[LS[b]]] += 1;
lz = ${OPENED};
for (b = 0; b < ln; b = b + 1 | 0) {
track = TRACK[LS[${OPENED} + b]];
if (MC[track] > 0) MC[track] -= 1;
else { LS[lz] = LS[${OPENED} + b]; LA[lz] = LA[${OPENED} + b]; lz = lz + 1 | 0; }
}`;
}

function nextDay(scope: KernelScope): string {
  const makeUps = scope.behaviour.models['makeUp'] === undefined ? [] : ['mk'];
  const scheduled = [
    'decide',
    'advance',
    ...makeUps,
    ...leaveLocals(scope),
    ...scope.behaviour.signOffs.map((_, k) => `s${k}`),
  ];
  const soonest = scheduled.map((s) => `if (${s} < soon) soon = ${s};`).join(' ');
  return `b = (vm | VISIT[phase * 7 + wd0]) >>> (day - ws + 1);
nx = b !== 0 ? day + 32 - Math.clz32(b & -b) | 0 : ws + 7 | 0;
if (soon <= day) { soon = contact; ${soonest} }
if (soon < nx) nx = soon > day ? soon : day + 1 | 0;
${daily(scope)}if (nx > horizon) nx = horizon;
nm = ${NEVER};
${moments(scope)}
${expiring(scope)}b = nd <= nm ? nd : nm;
if (b <= nx) { ev = ${scope.table.time}; dl = nd <= nm ? ni : -1; at = b > today ? b : today; day = at - 1 | 0; break produce; }
day = nx; at = nx; wd = day - ws + wd0 | 0; if (wd > 6) wd = wd - 7 | 0;
if (nx >= horizon) break loop;
${countsDays(scope.plan) ? '' : 'if (still !== 0) { today = day; te = 0; }'}
fact = 0; moved = 0;`;
}

/** Criteria of ways out are looked at every day, and so is use that takes a step each day. */
function daily({ plan, behaviour }: KernelScope): string {
  const ways = plan.stage?.moves.some(({ gate }) => gate !== null) === true;
  return ways || behaviour.dailyUse ? 'nx = day + 1 | 0;\n' : '';
}

/** Credit expires before a day begins, after the deadlines of that day. */
function expiring(scope: KernelScope): string {
  if (!scope.stage) return '';
  return `if (nc < nd && nc <= nm && nc <= nx) { dl = -1; at = nc > today ? nc : today; day = at - 1 | 0; ${generateExpiring(scope, scope.stage)} break produce; }\n`;
}

/** After an event that moved nothing no criterion holds that would move anything, unless days are counted. */
function moments(scope: KernelScope): string {
  const text = generateMoments(scope);
  return countsDays(scope.plan) ? text : `if (still === 0) {\n${text}\n}`;
}

function contact(teller: Teller, tables: KernelTables): string {
  const { scope } = teller;
  if (scope.behaviour.models['reached'] === undefined) return '';
  const no = scope.table.contact;
  return `if (day >= contact) {
contact = ${NEVER};
${generateDraw('day', `${purposeOf('contact')}`)}
if ((x >>> 2) < ${generateThreshold(scope, tables, 'reached')}) {
  ev = ${no + 1};
  if (gone !== 0 && (y >>> 2) < ${generateThreshold(scope, tables, 'comesBack')}) gone = 0;
} else ev = ${no};
${generateTold(teller, [no, no + 1], 4, `ev - ${no}`)}
}`;
}

function assessments(teller: Teller, tables: KernelTables): string {
  const { scope } = teller;
  const each = scope.behaviour.assessments.map(({ everyDays, scores, weeks, byUse, purpose }, i) => {
    tables.set(`SCORES${i}`, scores);
    const code = scope.table.assessments + i;
    const due =
      everyDays % 7 === 0 ? `day === ws && week % ${everyDays / 7} === 0` : `day % ${everyDays} === 0`;
    const part = byUse ? `using * ${weeks * SCORE_LEVELS} + ` : '';
    const score = `arg = SCORES${i}[${part}(week < ${weeks - 1} ? week : ${weeks - 1}) * ${SCORE_LEVELS} + (x >>> 27)];`;
    const drawn = isHeard(scope, code) ? `${generateDraw('day', `${purpose}`)} ${score}` : '';
    return `if (ai === ${i}) { ai = ${i + 1}; if (${due} && gone === 0) { ${drawn} ev = ${code}; ${generateTold(teller, [code], 4)} } }`;
  });
  return each.join('\n');
}

function tests(teller: Teller, tables: KernelTables): string {
  const { scope } = teller;
  if (scope.behaviour.models['testMissed'] === undefined) return '';
  const { sensitivity, falsePositive } = scope.behaviour;
  const each = scope.plan.drugTests.map(({ id, weeks, during }, j) => {
    const inWeeks = weeks.map(({ from, to }) => `(b >= ${from} && b <= ${to})`);
    const inPhase = during.map((phase) => `phase === ${phase}`);
    const due =
      weeks.length === 0 && during.length === 0 ? 'true' : `(${[...inWeeks, ...inPhase].join(' || ')})`;
    const told = (name: 'missed' | 'positive' | 'negative') => {
      const code = scope.table.tests + TEST_CODE[name];
      return `{ ${name} = ${name} + 1 | 0; ${name.toUpperCase()}[week] += 1; ev = ${code}; ${generateTold(teller, [code], 5)} }`;
    };
    return `if (ti === ${j}) { ti = ${j + 1}; if ((q${j} >>> (day - ws) & 1) !== 0) { b = ${scope.stage || mayStandStill(scope) ? `(${programDays(scope, 'day')} / 7 | 0)` : 'week'} + 1 | 0; if (${due}) {
${generateDraw('day', `${purposeOf(`test/${id}`)}`)}
if (gone !== 0 || (x >>> 2) < ${generateThreshold(scope, tables, 'testMissed')}) ${told('missed')}
else if ((y >>> 2) < (using !== 0 ? ${sensitivity} : ${falsePositive})) ${told('positive')}
else ${told('negative')} } } }`;
  });
  return each.join('\n');
}

function meetings(teller: Teller, tables: KernelTables): string {
  const { scope } = teller;
  const { table, behaviour } = scope;
  const chance = (model: string) => generateThreshold(scope, tables, model, 'track', 'HOUR[b]');
  const homework =
    behaviour.models['homework'] === undefined
      ? ''
      : `HW[hn] = ev + ${TRACK_CODE.homework} | (y < ${chance('homework')} ? 1 : 0) << 16; hn = hn + 1 | 0;`;
  return `for (; li < lz; ) {
b = LS[li]; arg = LA[li]; track = TRACK[b]; li = li + 1 | 0;
offered = offered + 1 | 0; OFFERED[week] += 1;
ev = ${table.tracks} + track * ${CODES_PER_TRACK} | 0;
status = ${TRACK_CODE.absent};
if (gone === 0) {
y = DY[li - 1];
if (DX[li - 1] < ${chance('attendance')}) {
status = ${TRACK_CODE.attended}; attended = attended + 1 | 0; ATTENDED[week] += 1; minutes = minutes + MINUTES[track] | 0; ${homework} ${generatePart(scope, chance)}${generateEarned(scope)}
} else if (y < ${chance('excused')}) status = ${TRACK_CODE.excused};
} else arg = -1;
${generateOutcomes(teller)}
}`;
}

function homeworks(teller: Teller): string {
  const { behaviour, plan, table } = teller.scope;
  if (behaviour.models['homework'] === undefined) return '';
  const codes = plan.tracks.map((_, t) => table.tracks + t * CODES_PER_TRACK + TRACK_CODE.homework);
  const which = `((ev - ${codes[0]}) / ${CODES_PER_TRACK} | 0)`;
  return `for (; hi < hn; ) { ev = HW[hi] & 65535; hi = hi + 1 | 0; ${generatePerhapsTold(teller, codes, 8, 'HW[hi - 1] >>> 16', which)} }`;
}

function mutualHelp(teller: Teller, tables: KernelTables): string {
  const { scope } = teller;
  const mask = scope.behaviour.mutualHelpDays.reduce((bits, offset) => bits | (1 << offset), 0);
  if (mask === 0) return '';
  return `if (gone === 0 && (${mask} >>> (day - ws) & 1) !== 0) {
${generateDraw('day', `${purposeOf('mutual-help')}`)}
ev = ${scope.table.mutualHelp};
${generatePerhapsTold(teller, [scope.table.mutualHelp], 10, `(x >>> 2) < ${generateThreshold(scope, tables, 'mutualHelp')} ? 1 : 0`)}
}`;
}

function signOffs(teller: Teller): string {
  const { scope } = teller;
  const each = scope.behaviour.signOffs.map((_, k) => {
    const code = scope.table.signOffs + k;
    return `if (si === ${k}) { si = ${k + 1}; if (day >= s${k}) { if (gone !== 0) s${k} = day + 7 | 0; else { s${k} = ${NEVER}; ev = ${code}; ${generateTold(teller, [code], 10)} } } }`;
  });
  return each.length === 0 ? '' : `if (day >= soon) {\n${each.join('\n')}\n}`;
}

/** Whether anything that is kept hears of an event. */
function isHeard(scope: KernelScope, code: number): boolean {
  const signals = new Set(scope.table.events[code]?.signals ?? []);
  return scope.plan.effects.some(
    ({ signal, operations }) =>
      signals.has(signal) && operations.some(({ counter }) => scope.kept.has(counter)),
  );
}

function review(scope: KernelScope): string {
  const cases = scope.plan.phases.flatMap((phase, p) => {
    const next = phase.next[0];
    if (phase.automatic || next === undefined) return [];
    const ready = phase.exit === null ? 'true' : generateCriterion(scope, phase.exit, 'day');
    return [
      `case ${p}: if (!(${ready})) advance = ${NEVER}; else if (advance === ${NEVER}) { advance = day + ${scope.behaviour.staff.advanceAfterDays} | 0; soon = 0; } else if (day >= advance && (day >= advance + 6 || OPENS[${p * 7} + wd] === 0)) { advance = ${NEVER}; target = ${next}; ev = ${scope.table.advanced + next}; ${generateChoice(scope, p)} pc = 12; break produce; } break;`,
    ];
  });
  return `if (fact !== 0 || day === ws || day >= advance) switch (phase) {\n${cases.join('\n')}\n}`;
}

function decisions(scope: KernelScope): string {
  const cases = scope.plan.monitors.flatMap((monitor, m) =>
    monitor.states.flatMap(({ discharge }, s) =>
      discharge && !discharge.automatic
        ? [`if (decideOf === ${m} && m${m} === ${s}) out = REASON_${discharge.reason.replaceAll('-', '_')};`]
        : [],
    ),
  );
  return `if (left >= 0 && day >= leaves) { out = left; ${generateEnd(scope)} }
if (day >= decide) { decide = ${NEVER}; ${cases.join(' ')} if (out >= 0) { ${generateEnd(scope)} } }
${generatePresent(
  scope,
  generateMoveOn(scope, (gate) => generateCriterion(scope, gate, 'day')),
)}`;
}
