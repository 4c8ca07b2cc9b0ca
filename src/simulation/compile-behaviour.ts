import { WEEKDAYS } from '../curriculum/weekday.ts';
import type { Plan } from '../program/plan.ts';
import type { Behaviour } from './behaviour.ts';
import type { BehaviourModel } from './behaviour-model.ts';
import { type CompiledModel, compileModel, type ModelScope } from './compiled-model.ts';
import { leaveLengths } from './leave-lengths.ts';
import { purposeOf } from './purpose.ts';
import { scoreTable } from './score-table.ts';
import { THRESHOLD_ONE, thresholdTable } from './threshold-table.ts';

/** A sign-off that a gate of the plan may ask for, and what staff do about it. */
export type CompiledSignOff = {
  readonly role: string;
  readonly subject: string | null;
  /** The phases whose gates ask for it. */
  readonly phases: readonly number[];
  readonly afterDays: number;
  readonly share: number;
  readonly purpose: number;
};

/** Behaviour as whole numbers: what the kernel and the reference both read, so that they agree to the bit. */
export type CompiledBehaviour = {
  /** Traits with running totals of their shares as thresholds. */
  readonly traits: readonly {
    readonly id: string;
    readonly levels: readonly string[];
    readonly upTo: readonly number[];
    readonly purpose: number;
  }[];
  /** The combination of traits of each row of a baseline from which patients are drawn; null where traits are drawn each by itself. */
  readonly baseline: Int32Array | null;
  /** Number of combinations of traits. */
  readonly types: number;
  readonly models: Readonly<Record<string, CompiledModel>>;
  /** Thresholds by log-odds: entry `offset + sum`, over 2^30. */
  readonly thresholds: Int32Array;
  readonly offset: number;
  readonly sensitivity: number;
  readonly falsePositive: number;
  readonly exits: readonly string[];
  readonly signOffs: readonly CompiledSignOff[];
  readonly assessments: readonly {
    readonly instrument: string;
    readonly everyDays: number;
    readonly scores: Int32Array;
    readonly weeks: number;
    /** Whether there are scores apart for those who use at present. */
    readonly byUse: boolean;
    readonly purpose: number;
  }[];
  /** Offsets in the week of the occasions for mutual help. */
  readonly mutualHelpDays: readonly number[];
  readonly admissionWeekdays: readonly number[];
  /** Monitors whose tasks are attempts to reach the patient: those that watch absences or contact. */
  readonly outreach: readonly number[];
  readonly staff: Behaviour['staff'];
  /** The part of a meeting's minutes for which one stays who leaves it early. */
  readonly stays: number;
  readonly makeUpAfter: number;
  /** Whether use takes a step each day and not each week. */
  readonly dailyUse: boolean;
  /** Reasons of discharge after which patients come back, and for how many days they are taken; null where they do not. */
  readonly readmission: { readonly after: readonly string[]; readonly withinDays: number } | null;
  /** By phase, where staff choose among several next ones: each with the running total of the shares. */
  readonly choices: readonly (readonly { readonly next: number; readonly upTo: number }[])[];
  /** How long leaves are, by `leaveLengths`; null where there are none. */
  readonly leaveDays: Int32Array | null;
};

/**
 * Compiles behaviour for a plan. With `afterReturn`, staff sign what gates ask for after a return to an earlier phase, too: no simulated
 * patient returns, but a real one whose future is simulated may have. Throws nothing; names that the plan does not know have no effect and are told by `unknownNames`.
 */
export function compileBehaviour(plan: Plan, behaviour: Behaviour, afterReturn = false): CompiledBehaviour {
  const types = behaviour.traits.reduce((product, { levels }) => product * levels.length, 1);
  const scope: ModelScope = { plan, traits: behaviour.traits, types };
  const written: Record<string, BehaviourModel | undefined> = {
    attendance: behaviour.attendance,
    excused: behaviour.excused,
    late: behaviour.late,
    leavesEarly: behaviour.leavesEarly?.chance,
    makeUp: behaviour.makeUps?.attends,
    leave: behaviour.leave?.begins,
    returns: behaviour.readmission?.returns,
    useAtAdmission: behaviour.use?.atAdmission,
    useStart: behaviour.use?.start,
    useStop: behaviour.use?.stop,
    useReports: behaviour.use?.reports,
    testMissed: behaviour.tests?.missed,
    dropOut: behaviour.dropOut,
    reached: behaviour.reached,
    comesBack: behaviour.comesBack,
    homework: behaviour.homework,
    mutualHelp: behaviour.mutualHelp?.attends,
  };
  const exits = Object.keys(behaviour.exits ?? {});
  for (const reason of exits) written[`exit/${reason}`] = behaviour.exits?.[reason as 'other'];
  const models: Record<string, CompiledModel> = {};
  for (const [name, model] of Object.entries(written))
    if (model !== undefined) models[name] = compileModel(scope, model);
  const { table, offset } = thresholdTable(Object.values(models));
  const times = behaviour.mutualHelp?.timesAWeek ?? 0;
  return {
    traits: behaviour.traits.map(({ id, levels }) => ({
      id,
      levels: levels.map((level) => level.id),
      upTo: runningShares(levels.map(({ share }) => share)),
      purpose: purposeOf(`trait/${id}`),
    })),
    baseline: behaviour.baseline === undefined ? null : Int32Array.from(behaviour.baseline),
    types,
    models,
    thresholds: table,
    offset,
    sensitivity: threshold(behaviour.tests?.sensitivity ?? 1),
    falsePositive: threshold(1 - (behaviour.tests?.specificity ?? 1)),
    exits,
    signOffs: signOffsOf(plan, behaviour, afterReturn),
    assessments: (behaviour.assessments ?? []).map((assessment) => ({
      instrument: assessment.instrument,
      everyDays: assessment.everyDays,
      ...scoreTable(assessment),
      purpose: purposeOf(`assessment/${assessment.instrument}`),
    })),
    mutualHelpDays: Array.from({ length: times }, (_, i) => Math.floor((i * 7) / times)),
    admissionWeekdays: behaviour.staff.admissionWeekdays.map((day) => WEEKDAYS.indexOf(day)),
    outreach: behaviour.reached === undefined ? [] : outreachMonitors(plan),
    staff: behaviour.staff,
    stays: behaviour.leavesEarly?.stays ?? 1,
    makeUpAfter: behaviour.makeUps?.afterDays ?? 0,
    dailyUse: behaviour.use?.step === 'day',
    readmission: readmissionOf(plan, behaviour),
    choices: choicesOf(plan, behaviour),
    leaveDays: behaviour.leave === undefined ? null : leaveLengths(behaviour.leave.days),
  };
}

function readmissionOf(plan: Plan, { readmission }: Behaviour): CompiledBehaviour['readmission'] {
  const withinDays = plan.policies.readmissionWithinDays;
  return readmission === undefined || withinDays === undefined
    ? null
    : { after: readmission.after, withinDays };
}

function choicesOf(plan: Plan, { staff }: Behaviour): CompiledBehaviour['choices'] {
  return plan.phases.map((phase) => {
    let upTo = 0;
    return phase.next.slice(1).flatMap((next) => {
      const chosen = staff.choices?.find(({ from, to }) => from === phase.id && to === plan.phases[next]?.id);
      if (chosen === undefined) return [];
      upTo += chosen.share;
      return [{ next, upTo: threshold(Math.min(1, upTo)) }];
    });
  });
}

/** A probability as a threshold for a draw of thirty bits. */
function threshold(probability: number): number {
  return Math.round(probability * THRESHOLD_ONE);
}

function runningShares(given: readonly (number | undefined)[]): number[] {
  const left = 1 - given.reduce<number>((sum, share = 0) => sum + share, 0);
  const even = Math.max(0, left) / Math.max(1, given.filter((share) => share === undefined).length);
  const shares = given.map((share) => share ?? even);
  const total = shares.reduce((sum, share) => sum + share, 0) || 1;
  let sum = 0;
  return shares.map((share, i) => {
    sum += share;
    return i === shares.length - 1 ? THRESHOLD_ONE : threshold(sum / total);
  });
}

function signOffsOf(plan: Plan, behaviour: Behaviour, afterReturn: boolean): CompiledSignOff[] {
  const asked = new Map<string, { role: string; subject: string | null; phases: Set<number> }>();
  const visit = (index: number | null, phase: number): void => {
    const node = index === null ? undefined : plan.criteria[index];
    if (!node) return;
    if (node.node === 'compare') {
      if (node.leaf.type !== 'signed-off') return;
      const { role, subject = null } = node.leaf;
      const key = `${role}/${subject ?? ''}`;
      const known = asked.get(key) ?? { role, subject, phases: new Set<number>() };
      known.phases.add(phase);
      asked.set(key, known);
      return;
    }
    for (const child of node.node === 'not' ? [node.of] : node.of) visit(child, phase);
  };
  for (const [p, phase] of plan.phases.entries()) {
    visit(phase.exit, p);
    if (afterReturn) visit(phase.exitAfterReturn, p);
    for (const { gate } of plan.stage?.moves ?? []) visit(gate, p);
  }
  return [...asked.entries()].flatMap(([key, { role, subject, phases }]) => {
    const policy = behaviour.staff.signOffs.find(
      (rule) =>
        (rule.role === undefined || rule.role === role) &&
        (rule.subject === undefined || rule.subject === subject),
    );
    if (!policy) return [];
    const { afterDays, share } = policy;
    const purpose = purposeOf(`sign-off/${key}`);
    return [{ role, subject, phases: [...phases], afterDays, share: threshold(share), purpose }];
  });
}

function outreachMonitors(plan: Plan): number[] {
  return plan.monitors.flatMap((monitor, m) => {
    const byDays = plan.deadlines.some(
      ({ monitor: own, since }) => own === m && (since === 'last-contact' || since === 'last-attendance'),
    );
    const criteria = monitor.states.flatMap(({ transitions }) => transitions.map(({ when }) => when));
    return byDays || criteria.some((when) => when !== null && asksForAbsences(plan, when)) ? [m] : [];
  });
}

function asksForAbsences(plan: Plan, index: number): boolean {
  const node = plan.criteria[index];
  if (!node) return false;
  if (node.node === 'compare') return node.leaf.type === 'absences';
  return (node.node === 'not' ? [node.of] : node.of).some((child) => asksForAbsences(plan, child));
}
