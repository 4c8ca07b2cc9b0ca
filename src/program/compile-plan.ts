import type { Curriculum } from '../curriculum/curriculum.ts';
import { durationDays } from '../curriculum/duration.ts';
import { levelOfCareKey, levelOfCareName } from '../curriculum/level-of-care.ts';
import type { Phase } from '../curriculum/phase.ts';
import { WEEKDAYS } from '../curriculum/weekday.ts';
import { weekRanges, weekSpan } from '../curriculum/weeks.ts';
import { compileClosures } from './compile-closures.ts';
import { compileContinuedStay } from './compile-continued-stay.ts';
import { compileCriterion } from './compile-criterion.ts';
import { compileDose } from './compile-dose.ts';
import { compileIncentive } from './compile-incentive.ts';
import { compileMonitors } from './compile-monitors.ts';
import { compilePolicies } from './compile-policies.ts';
import { compilePrivilege } from './compile-privilege.ts';
import { compileStage, type StageDefinition } from './compile-stage.ts';
import { compileTakeHome } from './compile-take-home.ts';
import { compileTrack } from './compile-track.ts';
import { CounterTable } from './counter-table.ts';
import { commonCounters } from './counters-of.ts';
import type { CriterionCompiler } from './criterion-compiler.ts';
import { hashPlan } from './hash-plan.ts';
import type { Plan, PlanDrugTest, PlanInstrument, PlanPhase } from './plan.ts';

/**
 * Compiles a curriculum into its plan. Pure; the same curriculum gives the same plan and hash.
 *
 * The curriculum must be free of dangling references: a reference to nothing compiles to index -1,
 * which `checkStructure` reports before anybody meets it. As a stage of a pathway that goes on, its last phase ends
 * nothing: the patient waits there for the move.
 */
export function compilePlan(curriculum: Curriculum, stage?: StageDefinition): Plan {
  const table = new CounterTable();
  const policies = compilePolicies(curriculum.policies);
  const trackIds = curriculum.tracks.map((t) => t.id);
  const common = commonCounters(table, trackIds, policies.missedTestCountsAs === 'positive');
  const compiler: CriterionCompiler = { curriculum, table, common, nodes: [], isStage: stage !== undefined };
  const tracks = curriculum.tracks.map((track) => compileTrack(curriculum, track, table));
  const goesOn =
    stage?.stage.ends !== true && (stage?.stage.moves ?? []).some(({ kind }) => kind !== 'step-up');
  const phases = curriculum.phases
    .map((phase, index) => compilePhase(compiler, phase, index))
    .map((phase) => (goesOn ? { ...phase, final: null } : phase));
  const privileges = curriculum.privileges?.map((one) => compilePrivilege(curriculum, one, table));
  const { monitors, deadlines } = compileMonitors(compiler);
  const asStage = stage === undefined ? undefined : compileStage(compiler, stage, policies.advanceRoles);
  const takeHome = compileTakeHome(compiler);
  const dose = compileDose(compiler);
  const continuedStay = compileContinuedStay(compiler);
  const closures = compileClosures(curriculum.closures);
  const plan = {
    format: 1 as const,
    curriculum: { id: curriculum.id, version: curriculum.version, title: curriculum.title },
    levelOfCare: {
      key: levelOfCareKey(curriculum.levelOfCare),
      system: curriculum.levelOfCare.system,
      level: curriculum.levelOfCare.level,
      name: levelOfCareName(curriculum.levelOfCare),
    },
    counters: table.counters,
    common,
    effects: table.effects(),
    criteria: compiler.nodes,
    phases,
    tracks,
    monitors,
    deadlines,
    drugTests: (curriculum.drugTests ?? []).map((test) => compileDrugTest(curriculum, test)),
    policies,
    ...(curriculum.eligibility === undefined ? {} : { eligibility: curriculum.eligibility }),
    ...(curriculum.instruments === undefined
      ? {}
      : { instruments: curriculum.instruments.map(compileInstrument) }),
    ...(dose === null ? {} : { dose }),
    ...(continuedStay === null ? {} : { continuedStay }),
    ...(closures.length === 0 ? {} : { closures }),
    ...(curriculum.incentives === undefined
      ? {}
      : { incentives: curriculum.incentives.map((incentive) => compileIncentive(curriculum, incentive)) }),
    ...(privileges === undefined ? {} : { privileges }),
    ...(takeHome === null ? {} : { takeHome }),
    ...(asStage === undefined ? {} : { stage: asStage }),
  };
  return { ...plan, hash: hashPlan(plan) };
}

function compilePhase(compiler: CriterionCompiler, phase: Phase, index: number): PlanPhase {
  const phases = compiler.curriculum.phases;
  const indexOf = (id: string) => phases.findIndex((p) => p.id === id);
  const follows = phase.final !== undefined || index + 1 >= phases.length ? [] : [index + 1];
  const exit = gate(compiler, phase, phase.exit);
  return {
    id: phase.id,
    title: phase.title,
    weeks: phase.weeks === undefined ? null : weekSpan(phase.weeks),
    exit,
    exitAfterReturn:
      phase.exitAfterReturn === undefined ? exit : compileCriterion(compiler, phase.exitAfterReturn),
    automatic: phase.advance === 'automatic',
    next: phase.next?.map(indexOf) ?? follows,
    returnsTo: (phase.returnsTo ?? []).map(indexOf),
    maximumDays: phase.stay?.maximum
      ? { days: durationDays(phase.stay.maximum), clock: phase.stay.maximum.clock ?? 'program' }
      : null,
    milestone: phase.milestone ?? null,
    final: phase.final ?? null,
  };
}

/** The exit gate together with the minimum stay, which is one of its criteria. */
function gate(compiler: CriterionCompiler, phase: Phase, exit: Phase['exit']): number | null {
  const minimum = phase.stay?.minimum;
  if (!minimum) return exit ? compileCriterion(compiler, exit) : null;
  const stay = {
    type: 'stay',
    in: 'phase',
    atLeastDays: durationDays(minimum),
    clock: minimum.clock ?? 'program',
  } as const;
  return compileCriterion(compiler, exit ? { type: 'all', of: [stay, exit] } : stay);
}

function compileInstrument({
  id,
  title,
  minimum,
  maximum,
}: NonNullable<Curriculum['instruments']>[number]): PlanInstrument {
  return { id, title, minimum: minimum ?? null, maximum: maximum ?? null };
}

function compileDrugTest(
  curriculum: Curriculum,
  test: NonNullable<Curriculum['drugTests']>[number],
): PlanDrugTest {
  return {
    id: test.id,
    title: test.title,
    specimens: test.specimens,
    perWeek: test.perWeek,
    days: test.days === 'random' ? 'random' : test.days.map((day) => WEEKDAYS.indexOf(day)),
    weeks: test.weeks === undefined ? [] : weekRanges(test.weeks),
    during: (test.during ?? []).map((id) => curriculum.phases.findIndex((phase) => phase.id === id)),
  };
}
