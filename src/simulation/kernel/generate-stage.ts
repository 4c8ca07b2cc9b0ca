import { orderedWays } from '../ordered-ways.ts';
import { purposeOf } from '../purpose.ts';
import { UNKNOWN } from '../unknown.ts';
import type { CourseLedger } from './course-ledger.ts';
import { generateDraw } from './generate-draw.ts';
import { generateRewardsBrought, generateRewardsLeft, rewardPlaces } from './generate-incentives.ts';
import { leaveLocals } from './generate-on-leave.ts';
import { generateOperations } from './generate-operations.ts';
import { type KernelScope, type KernelStage, NEVER } from './kernel-scope.ts';

/** What a patient is beside his counters, which goes on from stage to stage. */
const FIELDS =
  'a0 wd0 type ws week using clean longest gone left leaves h offered attended absent excused minutes negative positive missed events';
/** How many of them there are at most, with those that some behaviours alone have. */
const MOST_FIELDS = FIELDS.split(' ').length + 3;

function fieldsOf({ behaviour }: KernelScope): string[] {
  return [...FIELDS.split(' '), ...(behaviour.dailyUse ? ['cd'] : []), ...leaveLocals({ behaviour })];
}

/** Places in `CARRY`: the stage that comes next and one, 0 for none; the day of the move; then the fields and the counters. */
const NEXT = 0;
const DAY = 1;
const FIRST = 2;

/** The arrays that the stages of a course share, with their lengths. */
export function stageArrays(ledger: CourseLedger): Record<string, number> {
  const cells = Math.max(1, ledger.cells);
  const carry = rewardsAt(ledger) + rewardPlaces(ledger.rewards);
  return { CARRY: carry, EARN: cells, CRED: cells, CREN: cells };
}

/** The tables of a stage: how sessions count at it. */
export function stageTables({ rules }: KernelStage): Record<string, Int32Array> {
  const column = (of: 'from' | 'to' | 'days') => Int32Array.from(rules, (rule) => rule[of]);
  return { RF: column('from'), RT: column('to'), RX: column('days') };
}

/** Statements that begin a stage: `admit` for a patient who is admitted, or what he brings from the stage before. */
export function generateBegin(
  scope: KernelScope,
  stage: KernelStage,
  { admit, masks }: { readonly admit: string; readonly masks: string },
): string {
  const { plan } = scope;
  const clear = `for (b = 0; b < ${stage.ledger.cells}; b = b + 1 | 0) { EARN[b] = -1; CRED[b] = -1; CREN[b] = -1; }`;
  const fields = fieldsOf(scope).map((name, i) => `${name} = CARRY[${FIRST + i}];`);
  const counters = carried(scope, stage).map(({ counter, place }) => `c${counter} = CARRY[${place}];`);
  const monitors = plan.monitors.map((_, m) => `e${m} = a0;`);
  const own = plan.tracks.map(({ id, sessions }, t) => {
    const cell = `CRED[${cellOf(scope, stage, id)} + arg]`;
    const mark = generateOperations(scope, `credit/${id}`, 'c');
    const again = `TE[te] = ${creditCode(scope, t)}; TA[te] = arg; te = te + 1 | 0;`;
    return `for (arg = 0; arg < ${sessions.length}; arg = arg + 1 | 0) if (${cell} >= 0) { ${mark} ${again} }`;
  });
  const ways = takenWays(scope).map(({ share, purpose }, k) =>
    share === null
      ? `y${k} = 1;`
      : `${generateDraw('a0', `${purposeOf(purpose)}`)} y${k} = (x >>> 2) < ${share} ? 1 : 0;`,
  );
  const moved = `${fields.join(' ')}
pc = a0; a0 = CARRY[${DAY}]; day = a0; today = a0; at = a0; pe = a0; ${monitors.join(' ')}
for (b = 0; b < ${stage.rules.length}; b = b + 1 | 0) {
target = RF[b]; arg = -1;
if (EARN[target] >= 0) arg = RX[b] < 0 ? ${NEVER} : EARN[target] + RX[b] | 0;
if (CRED[target] >= 0) { g = RX[b] < 0 ? ${NEVER} : pc + RX[b] | 0; if (g > CRED[target]) g = CRED[target]; if (g > arg) arg = g; }
if (arg >= a0 && arg > CREN[RT[b]]) CREN[RT[b]] = arg;
}
for (b = 0; b < ${stage.ledger.cells}; b = b + 1 | 0) { CRED[b] = CREN[b]; CREN[b] = -1; }
${counters.join(' ')} ${generateRewardsBrought(scope, stage.ledger.rewards, rewardsAt(stage.ledger))}
${own.join('\n')}
${nextExpiry(scope, stage)}
${masks}
ev = ${scope.table.time}; pc = 13; entering = 1; target = 0; arg = -1; fact = 0;`;
  const begin =
    stage.index === 0
      ? `if (CARRY[${NEXT}] === 0) { ${clear} nc = ${NEVER}; ${admit} } else { ${moved} }`
      : moved;
  return `${begin}\nwda = (a0 + wd0) % 7; wd = wda; CARRY[${NEXT}] = 0; next = -1; mv = -1; md = ${NEVER};\n${ways.join(' ')}`;
}

/** Statements that leave a stage for the next, with all that goes on. */
export function generateLeave(scope: KernelScope, stage: KernelStage): string {
  const fields = fieldsOf(scope).map((name, i) => `CARRY[${FIRST + i}] = ${name};`);
  const own = new Map(carried(scope, stage).map(({ counter, place }) => [place, `c${counter}`]));
  const counters = stage.ledger.carried.map((name, i) => {
    const place = FIRST + MOST_FIELDS + i;
    return `CARRY[${place}] = ${own.get(place) ?? (name === 'evidence-of-use' ? '0' : UNKNOWN)};`;
  });
  return `CARRY[${NEXT}] = next + 1 | 0; CARRY[${DAY}] = day; ${fields.join(' ')} ${counters.join(' ')} ${generateRewardsLeft(scope, stage.ledger.rewards, rewardsAt(stage.ledger))}`;
}

/** Statements by which staff move a patient some days after the criteria of a way hold: the same as `moveOn`. */
export function generateMoveOn(scope: KernelScope, gate: (index: number) => string): string {
  const ways = takenWays(scope);
  if (ways.length === 0) return '';
  const which = ways.reduceRight(
    (rest, way, k) => `(y${k} !== 0 && ${gate(way.gate)} ? ${way.to} : ${rest})`,
    '-1',
  );
  return `b = ${which};
if (b < 0) mv = -1; else if (mv !== b) { mv = b; md = day + ${scope.behaviour.staff.advanceAfterDays} | 0; } else if (day >= md) { next = b; break loop; }`;
}

/** Statements that find the event by which credit expires next: that of the first track, by name. */
export function generateExpiring(scope: KernelScope, stage: KernelStage): string {
  const order = scope.plan.tracks.map(({ id }, t) => ({ id, t })).sort((a, b) => (a.id < b.id ? -1 : 1));
  const each = order.map(({ id, t }) => {
    const count = scope.plan.tracks[t]!.sessions.length;
    return `if (ev < 0) for (b = 0; b < ${count}; b = b + 1 | 0) if (CRED[${cellOf(scope, stage, id)} + b] === nc - 1) ev = ${creditCode(scope, t) + 1};`;
  });
  return `ev = -1; ${each.join(' ')} if (ev < 0) ev = ${scope.table.time};`;
}

/** The case of the event by which credit for a track expires: its sessions that were not attended since count no more. */
export function generateExpired(scope: KernelScope, stage: KernelStage, t: number): string {
  const { id, sessions } = scope.plan.tracks[t]!;
  const cell = `${cellOf(scope, stage, id)} + arg`;
  const code = creditCode(scope, t) + 1;
  const unmark = generateOperations(scope, `credit-expired/${id}`, 'c');
  return `case ${code}: for (arg = 0; arg < ${sessions.length}; arg = arg + 1 | 0) if (CRED[${cell}] === nc - 1) { CRED[${cell}] = -1; if (EARN[${cell}] < a0) { ${unmark} TE[te] = ${code}; TA[te] = arg; te = te + 1 | 0; } } arg = -1; ${nextExpiry(scope, stage)} break;`;
}

/** The ways out of a stage that staff take for a share of the patients, in the order in which they look at them. */
export function takenWays(scope: KernelScope) {
  const { plan, behaviour } = scope;
  return orderedWays(plan.stage?.moves ?? []).flatMap((move) => {
    if (move.gate === null) return [];
    const policy = behaviour.staff.ways?.find(
      ({ from, to }) => to === move.stage && (from === undefined || from === plan.stage?.id),
    );
    const share = policy === undefined ? null : Math.ceil(policy.share * 2 ** 30);
    return [{ gate: move.gate, to: move.to, share, purpose: `way/${plan.stage?.id}/${move.stage}` }];
  });
}

/** The place of the first reward in `CARRY`. */
function rewardsAt(ledger: CourseLedger): number {
  return FIRST + MOST_FIELDS + ledger.carried.length;
}

function cellOf(scope: KernelScope, stage: KernelStage, track: string): number {
  return stage.ledger.firstOf(scope.plan.curriculum.id, track) ?? 0;
}

function creditCode({ table }: KernelScope, track: number): number {
  return table.credits + 2 * track;
}

/** The counters of a plan that go on, with their places. */
function carried({ plan }: KernelScope, { ledger }: KernelStage) {
  const first = FIRST + MOST_FIELDS;
  return ledger.carried.flatMap((name, i) => {
    const counter = plan.counters.findIndex((one) => one.name === name);
    return counter < 0 ? [] : [{ counter, place: first + i }];
  });
}

/** Statements that find the day on which credit expires next, in `nc`. */
function nextExpiry(scope: KernelScope, stage: KernelStage): string {
  const each = scope.plan.tracks.map(({ id, sessions }) => {
    const cell = `CRED[${cellOf(scope, stage, id)} + b]`;
    return `for (b = 0; b < ${sessions.length}; b = b + 1 | 0) if (${cell} >= 0 && ${cell} + 1 < nc) nc = ${cell} + 1 | 0;`;
  });
  return `nc = ${NEVER}; ${each.join(' ')}`;
}
