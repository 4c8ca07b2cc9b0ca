import type { PlanMonitor } from '../../program/plan.ts';
import { generateAttendedAnew, generateReached } from './generate-clock.ts';
import { generateCriterion } from './generate-criterion.ts';
import { admissionDay, type KernelScope, NEVER } from './kernel-scope.ts';

/** The places in the table `BEARS` of the criteria of monitors, by index of the criterion. */
export function bearingCriteria(scope: KernelScope): readonly number[] {
  const criteria = scope.plan.monitors.flatMap(({ states }) =>
    states.flatMap(({ transitions }) => transitions.flatMap(({ when }) => (when === null ? [] : [when]))),
  );
  return [...new Set(criteria)];
}

/** Statements that note, before an event, which criteria of a monitor that a deadline moved hold already: bits of `h`. Of some monitors, or of all. */
export function generateHeld(scope: KernelScope, monitors?: readonly number[]): string {
  return scope.plan.monitors
    .map((monitor, m) => {
      if (!mayWait(scope, m) || monitors?.includes(m) === false) return '';
      const cases = statesOf(monitor, (state) => {
        const bits = state.transitions.flatMap(({ when }, place) =>
          when === null ? [] : [`(${generateCriterion(scope, when, 'today')} ? ${1 << place} : 0)`],
        );
        return bits.length === 0 ? null : `h${m} = ${bits.join(' | ')};`;
      });
      return cases === '' ? '' : `if (w${m} !== 0) { switch (m${m}) { ${cases} } }`;
    })
    .filter(Boolean)
    .join('\n');
}

/** Statements that set `b` to 1 where a criterion moves one of some monitors, or leads on from one of some automatic phases. */
export function generateTurns(
  scope: KernelScope,
  monitors: readonly number[],
  phases: readonly number[],
): string {
  const { plan } = scope;
  const turns = monitors.map((m) => {
    const cases = statesOf(plan.monitors[m]!, (state) => {
      const news = state.transitions.flatMap(({ when }, place) =>
        when === null ? [] : [turnsNow(scope, m, when, place)],
      );
      return news.length === 0 ? null : `if (${news.join(' || ')}) b = 1;`;
    });
    return cases === '' ? '' : `switch (m${m}) { ${cases} }`;
  });
  const ready = phases.map((p) => {
    const exit = plan.phases[p]?.exit ?? null;
    return `case ${p}: ${exit === null ? 'b = 1;' : `if (${generateCriterion(scope, exit, 'today')}) b = 1;`} break;`;
  });
  return [...turns, ready.length === 0 ? '' : `switch (phase) { ${ready.join(' ')} }`]
    .filter(Boolean)
    .join(' ');
}

/** The expression that is true where a criterion moves a monitor after an event: not where it held before a deadline moved it. */
function turnsNow(scope: KernelScope, m: number, when: number, place: number): string {
  const holds = generateCriterion(scope, when, 'today');
  if (!mayWait(scope, m)) return holds;
  const bearing = bearingCriteria(scope);
  return `(${holds} && (w${m} === 0 || BEARS[ev * ${bearing.length} + ${bearing.indexOf(when)}] !== 0 || (h${m} >>> ${place} & 1) === 0))`;
}

/** Statements that find where each monitor moves to after an event, in `v`; -1 for nowhere. */
export function generateMoves(scope: KernelScope): string {
  return scope.plan.monitors
    .map((monitor, m) => {
      const cases = statesOf(monitor, (state) => {
        const choices = state.transitions.map(({ to, when, deadline }, place) => {
          if (when === null) return `if (dl === ${deadline}) v${m} = ${to};`;
          return `if (${turnsNow(scope, m, when, place)}) v${m} = ${to};`;
        });
        return choices.length === 0 ? null : choices.join(' else ');
      });
      return `v${m} = -1; switch (m${m}) { ${cases} }`;
    })
    .join('\n');
}

/** Statements that enter the states that monitors moved to, with what staff are then asked for. */
export function generateEntries(scope: KernelScope, emit: (code: string) => string): string {
  return scope.plan.monitors
    .map((_, m) => {
      const own = scope.plan.deadlines.flatMap((deadline, index) => (deadline.monitor === m ? [index] : []));
      const late =
        own.length === 0 ? '' : `w${m} = (${own.map((index) => `dl === ${index}`).join(' || ')}) ? 1 : 0;`;
      return `if (v${m} >= 0) { e${m} = today; ${generateAttendedAnew(scope, m)} ${late} if (v${m} !== m${m}) { m${m} = v${m}; ${emit(`${scope.table.monitors[m]} + v${m}`)} ${generateAsked(scope, m)} } }`;
    })
    .join('\n');
}

/** What entering a state asks of staff: to reach the patient where it raises tasks, to decide where it recommends a discharge. */
function generateAsked(scope: KernelScope, m: number): string {
  const { staff } = scope.behaviour;
  const monitor = scope.plan.monitors[m]!;
  const which = (test: (state: PlanMonitor['states'][number]) => boolean) =>
    monitor.states.flatMap((state, s) => (test(state) ? [`v${m} === ${s}`] : [])).join(' || ');
  const tasks = which(({ tasks }) => tasks.length > 0);
  const recommended = which(({ discharge }) => discharge?.automatic === false);
  const parts: string[] = [];
  if (tasks && scope.behaviour.outreach.includes(m))
    parts.push(
      `if (contact === ${NEVER} && (${tasks})) { contact = today + ${staff.outreachAfterDays}; soon = 0; }`,
    );
  if (recommended)
    parts.push(
      `if (decide === ${NEVER} && (${recommended})) { decide = today + ${staff.dischargeAfterDays}; decideOf = ${m}; soon = 0; }`,
    );
  return parts.join(' ');
}

/** Statements that end the stay where a monitor moves to a state that discharges by itself. */
export function generateAutomatic(scope: KernelScope): string {
  return scope.plan.monitors
    .flatMap((monitor, m) =>
      monitor.states.map((state, s) =>
        state.discharge?.automatic
          ? `if (v${m} === ${s} && out < 0) out = REASON_${state.discharge.reason.replaceAll('-', '_')};`
          : '',
      ),
    )
    .filter(Boolean)
    .join(' ');
}

/** Statements that find the deadline that runs out first: its day in `nd`, its index in `ni`. */
export function generateDeadlines(scope: KernelScope): string {
  const { plan } = scope;
  const monitors = plan.monitors.map((monitor, m) => {
    const cases = statesOf(monitor, (_, s) => {
      const own = plan.deadlines.flatMap((deadline, index) =>
        deadline.monitor === m && deadline.state === s ? [{ deadline, index }] : [],
      );
      const lines = own.map(({ deadline, index }) => {
        const start = {
          'state-entry': `e${m}`,
          'last-contact': orAdmission(scope, plan.common.lastContact),
          'last-attendance': orAdmission(scope, plan.common.lastAttended),
          'phase-entry': 'pe',
          admission: admissionDay(scope),
        }[deadline.since];
        return `${generateReached(scope, deadline, start)} if (b < e${m} + w${m}) b = e${m} + w${m} | 0; if (b < nd) { nd = b; ni = ${index}; }`;
      });
      return lines.length === 0 ? null : lines.join(' ');
    });
    return cases === '' ? '' : `switch (m${m}) { ${cases} }`;
  });
  return `nd = ${NEVER}; ni = -1;\n${monitors.filter(Boolean).join('\n')}`;
}

/** The day of a counter, or that of the admission to the level of care where it is later or nothing is counted yet. */
function orAdmission(scope: KernelScope, counter: number): string {
  return `(c${counter} > ${admissionDay(scope)} ? c${counter} : ${admissionDay(scope)})`;
}

/** Whether a deadline may have brought a monitor where it is. */
function mayWait(scope: KernelScope, m: number): boolean {
  return scope.plan.deadlines.some(({ monitor }) => monitor === m);
}

/** Cases of a switch over the states of a monitor. */
export function statesOf(
  monitor: PlanMonitor,
  body: (state: PlanMonitor['states'][number], index: number) => string | null,
): string {
  return monitor.states
    .map((state, s) => [s, body(state, s)] as const)
    .flatMap(([s, text]) => (text === null ? [] : [`case ${s}: ${text} break;`]))
    .join(' ');
}
