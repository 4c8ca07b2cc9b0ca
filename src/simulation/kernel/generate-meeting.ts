import { CODES_PER_TRACK, TRACK_CODE } from '../event-table.ts';
import { purposeOf } from '../purpose.ts';
import { generateDraw } from './generate-draw.ts';
import { generateThreshold, type KernelTables } from './generate-model.ts';
import { generateTold, type Teller } from './generate-told.ts';
import { type KernelScope, NEVER } from './kernel-scope.ts';

/** Statements by which session `arg` of `track`, attended today, counts at later stages of a pathway; not where `g` is 0. */
export function generateEarned({ stage }: KernelScope): string {
  return stage ? 'if (arg >= 0 && g !== 0) EARN[FIRST[track] + arg] = day; ' : '';
}

/** What became of a meeting beside the outcomes of `TRACK_CODE`. */
const LATE = 5;
const LEFT_EARLY = 6;

/** Statements that tell what became of a meeting of `track`, by `status`. */
export function generateOutcomes(teller: Teller): string {
  const { scope } = teller;
  const { plan, table, behaviour } = scope;
  const told = (first: number, each: number, before: string) =>
    `{ ev = ${first} + track${each === 1 ? '' : ` * ${each}`} | 0; ${before} ${generateTold(
      teller,
      plan.tracks.map((_, t) => first + t * each),
      7,
      'track',
    )} }`;
  const outcome = (name: 'attended' | 'absent' | 'excused', before: string) =>
    `if (status === ${TRACK_CODE[name]}) ${told(table.tracks + TRACK_CODE[name], CODES_PER_TRACK, before)}`;
  const part = (status: number, first: number, model: string) =>
    behaviour.models[model] === undefined ? [] : [`if (status === ${status}) ${told(first, 1, '')}`];
  return [
    outcome('attended', ''),
    outcome('absent', `absent = absent + 1 | 0; ${generateMissed(scope)}`),
    outcome('excused', `excused = excused + 1 | 0; ${generateMissed(scope)}`),
    ...part(LATE, table.late, 'late'),
    ...part(LEFT_EARLY, table.leftEarly, 'leavesEarly'),
  ].join('\nelse ');
}

/** Statements by which one who came to the meeting at slot `b` came late, or leaves it early; `g` becomes whether it counts as attended. */
export function generatePart(scope: KernelScope, chance: (model: string) => string): string {
  const { behaviour } = scope;
  const has = (model: string) => behaviour.models[model] !== undefined;
  if (!has('late') && !has('leavesEarly')) return 'g = 1; ';
  const late = has('late') ? `if ((x >>> 2) < ${chance('late')}) status = ${LATE}; else ` : '';
  const early = has('leavesEarly')
    ? `if ((y >>> 2) < ${chance('leavesEarly')}) { status = ${LEFT_EARLY}; minutes = minutes - MINUTES[track] + UNTIL[track] | 0; g = STAYED[track]; }`
    : '{}';
  return `g = 1; ${generateDraw('day', 'PART[b]')} ${late}${early} `;
}

/** Statements that note a meeting which was missed, to be made up. */
function generateMissed({ behaviour }: KernelScope): string {
  if (behaviour.models['makeUp'] === undefined) return '';
  return `if (arg >= 0) { MKD[track] = day + ${behaviour.makeUpAfter} | 0; MKS[track] = arg; if (MKD[track] < mk) { mk = MKD[track]; soon = 0; } } `;
}

/** Statements before anything was missed, at the admission or at a stage. */
export function generateNoneMissed({ behaviour, plan }: KernelScope): string {
  if (behaviour.models['makeUp'] === undefined) return '';
  return `mk = ${NEVER}; for (b = 0; b < ${plan.tracks.length}; b = b + 1 | 0) MKD[b] = ${NEVER};`;
}

/** Statements by which meetings that were missed are made up today, one after the other. */
export function generateMadeUp(scope: KernelScope, tables: KernelTables): string {
  const { behaviour, plan, table } = scope;
  if (behaviour.models['makeUp'] === undefined) return '';
  const each = (text: string) => `for (b = 0; b < ${plan.tracks.length}; b = b + 1 | 0) ${text}`;
  tables.set(
    'MAKEUP',
    Int32Array.from(plan.tracks, ({ id }) => purposeOf(`make-up/${id}`)),
  );
  const masks = plan.tracks.map(({ during }) => during.reduce((mask, phase) => mask | (1 << phase), 0));
  tables.set('DURING', Int32Array.from(masks));
  const attended = plan.tracks.flatMap(({ counters, slots }, t) =>
    slots.length === 0 ? [] : [`case ${t}: g = ${hasSession(scope, counters.sessions)}; break;`],
  );
  return `if (day >= mk) {
pc = 8; track = -1; ${each('if (track < 0 && MKD[b] <= day) track = b;')}
if (track >= 0) {
MKD[track] = ${NEVER}; arg = MKS[track]; g = 0;
switch (track) { ${attended.join(' ')} }
if (g === 0 && gone === 0 && (DURING[track] >>> phase & 1) !== 0) {
${generateDraw('day', 'MAKEUP[track]')}
if ((x >>> 2) < ${generateThreshold(scope, tables, 'makeUp', 'track')}) {
ev = ${table.madeUp} + track | 0; offered = offered + 1 | 0; OFFERED[week] += 1; attended = attended + 1 | 0; ATTENDED[week] += 1; minutes = minutes + MINUTES[track] | 0; g = 1; ${generateEarned(scope)}
break produce;
}
}
continue loop;
}
mk = ${NEVER}; ${each('if (MKD[b] < mk) mk = MKD[b];')}
}`;
}

/** The expression of whether session `arg` is in a set of sessions. */
function hasSession({ words }: KernelScope, counter: number): string {
  const count = words.get(counter) ?? 1;
  const word = Array.from({ length: count }, (_, w) => `c${counter}_${w}`).reduceRight(
    (rest, name, w) => `(arg < ${(w + 1) * 32} ? ${name} : ${rest})`,
  );
  return `${word} >>> (arg & 31) & 1`;
}
