import { purposeOf } from '../purpose.ts';
import { generateDraw } from './generate-draw.ts';
import { generateThreshold, type KernelTables } from './generate-model.ts';
import { generateGoOnLeave, generateMeantLeave, generateOccupancy } from './generate-on-leave.ts';
import { type KernelScope, mayStandStill } from './kernel-scope.ts';

/** The phases of the stages before, in an index of all phases. */
export function phasesBefore({ stage }: KernelScope): string {
  return stage ? `${stage.phasesBefore} + ` : '';
}

/** Statements that take the steps of a week on its first day: use, dropping out, leaving for another reason; and make ready what a day begins with. */
export function generateWeek(scope: KernelScope, tables: KernelTables): string {
  const { behaviour } = scope;
  const has = (name: string) => behaviour.models[name] !== undefined;
  const lines = ['ws = day; week = week + 1 | 0;'];
  const weekly = has('useStart') && !behaviour.dailyUse;
  if (weekly || has('dropOut')) {
    lines.push(generateDraw('week', `${purposeOf('week')}`));
    if (weekly)
      lines.push(
        `if (week > 0) { b = x >>> 2; if (using !== 0) { if (b < ${generateThreshold(scope, tables, 'useStop')}) using = 0; } else if (b < ${generateThreshold(scope, tables, 'useStart')}) using = 1; }`,
      );
  }
  if (!behaviour.dailyUse)
    lines.push(
      'if (using !== 0) clean = 0; else { clean = clean + 1 | 0; if (clean > longest) longest = clean; }',
    );
  if (has('dropOut'))
    lines.push(`if (gone === 0 && (y >>> 2) < ${generateThreshold(scope, tables, 'dropOut')}) gone = 1;`);
  if (behaviour.exits.length > 0 || has('useReports')) {
    lines.push(generateDraw('week', `${purposeOf('exit')}`), 'b = x >>> 2; left = -1;');
    lines.push(generateExits(scope, tables));
    if (has('useReports'))
      lines.push(
        `${mayStandStill(scope) ? 'report = 0; ' : ''}if (using !== 0 && gone === 0 && (y >>> 2) < ${generateThreshold(scope, tables, 'useReports')}) report = 1;`,
      );
  }
  if (mayStandStill(scope)) lines.push(generateMeantLeave(scope, tables));
  lines.push(generateOccupancy(scope, `OCCUPANCY[week * STATES + ${phasesBefore(scope)}phase] += 1;`));
  return `if (day === ws + 7) {\n${lines.join('\n')}\n${generateMasks(scope)}\n}\nai = 0; ti = 0; si = 0;${generateUseOfDay(scope, tables)}${generateGoOnLeave(scope)}`;
}

/**
 * Statements that find for which reason the patient leaves in this week, if for any: the draw `b` falls into the part of one of them. Where
 * traits alone decide, all parts together are asked first, as hardly anybody leaves.
 */
function generateExits(scope: KernelScope, tables: KernelTables): string {
  const { exits, models, thresholds, offset, types } = scope.behaviour;
  const each = exits.map(
    (reason) =>
      `if (left < 0) { b = b - ${generateThreshold(scope, tables, `exit/${reason}`)} | 0; if (b < 0) left = REASON_${reason}; }`,
  );
  const own = exits.map((reason) => models[`exit/${reason}`]!);
  if (exits.length < 2 || own.some(({ terms }) => terms.length > 0)) return each.join('\n');
  const together = Int32Array.from({ length: types }, (_, type) =>
    own.reduce((sum, { byType }) => sum + thresholds[offset + byType[type]!]!, 0),
  );
  tables.set('EXITS', together);
  return `if (b < EXITS[type]) {\n${each.join('\n')}\n}`;
}

/** Statements that take a step of use with chances of a day, which is one after the admission; the same as `stepUse`. */
function generateUseOfDay(scope: KernelScope, tables: KernelTables): string {
  if (!scope.behaviour.dailyUse) return '';
  const chance = (model: string) => generateThreshold(scope, tables, model);
  return `
if (day > 0) {
${generateDraw('day', `${purposeOf('use-day')}`)} b = x >>> 2;
if (using !== 0) { if (b < ${chance('useStop')}) using = 0; } else if (b < ${chance('useStart')}) using = 1;
}
if (using !== 0) cd = 0; else { cd = cd + 1 | 0; if (cd > longest) longest = cd; }
clean = cd / 7 | 0;`;
}

/** Statements that find on which days of the week that began on `ws` something is due, in `vm`, and each test, in `q`. */
export function generateMasks(scope: KernelScope): string {
  const { behaviour, plan } = scope;
  const lines: string[] = [];
  const mutual = behaviour.mutualHelpDays.reduce((mask, offset) => mask | (1 << offset), 0);
  lines.push(`vm = ${mutual};`);
  if (behaviour.exits.length > 0)
    lines.push(
      `if (left >= 0) { ${generateDraw('week', `${purposeOf('exit-day')}`)} b = Math.imul(x >>> 16, 7) >>> 16; leaves = ws + b | 0; vm |= 1 << b; }`,
    );
  if (behaviour.models['testMissed'] !== undefined)
    plan.drugTests.forEach(({ id, days, perWeek }, j) => {
      if (days !== 'random') lines.push(`q${j} = TESTDAYS[${j * 7} + wd0];`);
      else {
        const bits = Array.from({ length: perWeek }, (_, i) =>
          i === 0 ? '1 << b' : `1 << ((b + ${Math.floor((i * 7) / perWeek)}) % 7)`,
        );
        lines.push(
          generateDraw('week', `${purposeOf(`test-days/${id}`)}`),
          `b = Math.imul(x >>> 16, 7) >>> 16; q${j} = ${bits.join(' | ')};`,
        );
      }
      lines.push(`vm |= q${j};`);
    });
  for (const { everyDays } of behaviour.assessments)
    if (everyDays % 7 !== 0)
      lines.push(`for (b = 0; b < 7; b = b + 1 | 0) if ((ws + b) % ${everyDays} === 0) vm |= 1 << b;`);
  return lines.join('\n');
}
