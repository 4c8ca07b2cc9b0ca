import { z } from 'zod';
import { Adjunct } from './adjunct/adjunct.ts';
import { Criterion } from './criterion.ts';
import { Curriculum } from './curriculum.ts';
import { DrugTestPlan } from './drug-test-plan.ts';
import { Identifier } from './identifier.ts';
import { Incentive } from './incentive.ts';
import { Instrument } from './instrument.ts';
import { LevelOfCare } from './level-of-care.ts';
import { Monitor, MonitorState, Task } from './monitor.ts';
import { Phase } from './phase.ts';
import { Privilege } from './privilege.ts';
import { provenance } from './provenance.ts';
import { Session } from './session.ts';
import { TakeHome, TakeHomeRule } from './take-home.ts';
import { Track } from './track.ts';

const id = { id: Identifier };

/** A gate of a site: a whole criterion, or only the threshold that differs. */
const SiteCriterion = z.union([
  Criterion,
  z.strictObject({
    atLeast: z.number().optional(),
    atMost: z.number().optional(),
    atLeastDays: z.int().min(0).optional(),
    atLeastWeeks: z.int().min(0).optional(),
    atMostDays: z.int().min(0).optional(),
    ...provenance,
  }),
]);

const SitePhase = Phase.partial().extend({
  ...id,
  exit: SiteCriterion.optional(),
  exitAfterReturn: SiteCriterion.optional(),
});
const SiteSession = Session.partial().extend({ number: Session.shape.number });
const SiteTrack = Track.partial().extend({ ...id, sessions: z.array(SiteSession).optional() });
const SiteState = MonitorState.partial().extend({
  ...id,
  tasks: z.array(Task.partial().extend(id)).optional(),
});
const SiteMonitor = Monitor.partial().extend({ ...id, states: z.array(SiteState).optional() });

/**
 * What a site writes that runs a published curriculum with changes: `extends`, its own id, version and title, and
 * whatever differs.
 *
 * This shape serves editors. What a file means is checked after it was laid over the curriculum that it extends.
 */
export const SiteCurriculum = z.strictObject({
  extends: z
    .string()
    .min(1)
    .describe(
      'the id of the curriculum that this one changes, or the path of its file, as in ./matrix-iop.yaml',
    ),
  remove: z
    .array(z.string())
    .optional()
    .describe('parts of it that this one does not have, as in tracks/family-education'),
  adjuncts: z
    .array(Adjunct)
    .min(1)
    .max(20)
    .optional()
    .describe('therapies that are added to it, each from its own curriculum, as in [tms, yoga]'),
  ...Curriculum.pick({ id: true, version: true, title: true }).shape,
  ...Curriculum.pick({
    summary: true,
    drugTests: true,
    instruments: true,
    policies: true,
    eligibility: true,
    dose: true,
    closures: true,
    continuedStay: true,
    sources: true,
  }).partial().shape,
  levelOfCare: LevelOfCare.optional(),
  phases: z.array(SitePhase).optional(),
  tracks: z.array(SiteTrack).optional(),
  drugTests: z.array(DrugTestPlan.partial().extend(id)).optional(),
  instruments: z.array(Instrument.partial().extend(id)).optional(),
  monitors: z.array(SiteMonitor).optional(),
  incentives: z.array(Incentive.partial().extend(id)).optional(),
  privileges: z.array(Privilege.partial().extend(id)).optional(),
  takeHome: TakeHome.partial()
    .extend({ rules: z.array(TakeHomeRule.partial().extend(id)).optional() })
    .optional(),
});
export type SiteCurriculum = z.infer<typeof SiteCurriculum>;
