import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allowedCommands } from '../../src/engine/allowed-commands.ts';
import { Command, type CommandType, type ReadyCommand } from '../../src/engine/command.ts';
import { decide } from '../../src/engine/decisions/decide.ts';
import { standAsOf } from '../../src/engine/episode.ts';
import { gateOverride, gateTruth } from '../../src/program/phase-gate.ts';
import { readState } from '../../src/program/read-state.ts';
import { history } from '../generators/history.ts';
import type { Step } from '../generators/history-step.ts';
import { type Life, lead } from '../generators/life.ts';

type Try = Readonly<Record<string, unknown>>;

/** Every sensible form of every command, from where a life stands: if none is accepted, the command is not allowed. */
function attempts({ plan, episode, fold }: Life): Record<CommandType, Try[]> {
  const { tasks, flags } = fold.snapshot.context;
  const phases = plan.phases.map(({ id }) => ({ to: id, reason: 'r' }));
  const facts = episode.records.map(({ version }) => ({ fact: version, reason: 'r' }));
  return {
    Refer: [{ patient: 'p' }],
    Admit: [{ patient: 'p', curriculum: 'small-iop' }],
    RecordAttendance: plan.tracks.flatMap((track) =>
      track.sessions.flatMap(({ number }) =>
        [false, true].map((makeUp) => ({ track: track.id, session: number, makeUp, status: 'attended' })),
      ),
    ),
    RecordDrugTest: [{ result: 'negative' }],
    RecordUse: [{}],
    RecordMutualHelp: [{}],
    RecordAssessment: [{ instrument: 'phq-9', score: 3 }],
    RecordHomework: [{}],
    SignOff: [{ subject: 'plan-reviewed' }],
    RecordContact: [{ reached: true }],
    CompleteTask: [...tasks.map(({ id }) => id), ...flags.map(({ fact }) => `review/${fact}`)].map(
      (task) => ({ task }),
    ),
    Advance: phases,
    ReturnToPhase: phases,
    Override: [{ role: 'director', reason: 'r' }],
    StepDown: [{ reason: 'r' }],
    StepUp: [{ reason: 'r' }],
    TransferTo: [{ reason: 'r' }],
    Readmit: [{}],
    ExtendStay: [{ until: '2035-01-01', reason: 'r' }],
    GrantCredit: [{ track: 'group', sessions: [1], from: 'elsewhere', reason: 'r' }],
    StartLeave: [{}],
    EndLeave: [{}],
    Discharge: [{ discharge: 'other', reason: 'r' }],
    RecordAuthorization: [
      {
        payer: 'p',
        levelOfCare: { system: 'asam-3', level: '2.1' },
        unit: 'visits',
        units: 3,
        from: '2026-01-05',
        to: '2026-02-05',
      },
    ],
    ReviewContinuedStay: [{ outcome: 'continue' }],
    AssignCounselor: [{ counselor: 'c-9' }],
    ChangeMeeting: [21, 22, 23, 24, 25, 26, 27].map((day) => ({ track: 'group', date: `2026-12-${day}` })),
    FollowCycle: [{ track: 'group', cycleStart: '2026-01-05' }],
    AddNote: [{ text: 'n' }],
    RecordIntake: [{ intake: {} }],
    DecidePlacement: [{ program: 'other' }],
    RecordInterimService: [{ service: 'open-group' }],
    JoinWaitlist: [{ program: 'other' }],
    OfferPlace: [{ until: '2035-01-01' }],
    AcceptOffer: [{}],
    DeclineOffer: [{}],
    RemoveFromWaitlist: [{ reason: 'r' }],
    GrantPrivilege: (plan.privileges ?? []).map(({ id }) => ({ privilege: id, reason: 'r' })),
    WithdrawPrivilege: (plan.privileges ?? []).map(({ id }) => ({ privilege: id, reason: 'r' })),
    RecordReward: (plan.incentives ?? []).map(({ id }) => ({ incentive: id, amount: 1 })),
    RecordClosure: [{ from: '2035-01-01', reason: 'r' }],
    RecordTakeHome: [{ doses: 1 }],
    ReportTakeHomeMisuse: [{ reason: 'r' }],
    RecordTakeHomeReturn: [{ doses: 1 }],
    CreditTakeHomeTime: [{ days: 1, from: 'x', reason: 'r', role: 'supervisor' }],
    Amend: facts.map((fact) => ({ ...fact, change: { reason: `other ${fact.fact}` } })),
    Void: facts,
  };
}

function accepted(life: Life, type: CommandType, fields: Try): boolean {
  const command = { type, episode: 'e-1', on: life.today, by: 'c', ...fields } as unknown as ReadyCommand;
  return decide(life.episode, command, life.today).accepted;
}

/** The patient goes on leave today, and two days pass. */
const AWAY: Step[] = [
  { act: 'tell', what: 'start-leave', pick: 0, back: 0 },
  { act: 'pass', days: 2 },
];

const TYPES = Command.options.map((option) => option.shape.type.value);

describe('the list of allowed commands', () => {
  it('names a command exactly where decide accepts one of its kind, with the phases it may name', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(history(), fc.nat({ max: 3 }), async (steps, end) => {
        const life = await lead(end === 0 ? [...steps, ...AWAY] : steps);
        const allowed = allowedCommands(life.episode, life.fold);
        const tries = attempts(life);
        for (const type of TYPES) {
          const yes = tries[type].filter((fields) => accepted(life, type, fields));
          const listed = allowed.filter((command) => command.type === type);
          expect([type, listed.length]).toEqual([type, yes.length > 0 ? 1 : 0]);
          const to = listed[0]?.to;
          if (to !== undefined) expect(yes.map((fields) => fields['to']).sort()).toEqual([...to].sort());
          if (yes.length > 0) seen.add(type);
        }
      }),
      { numRuns: 80 },
    );
    expect([...TYPES].filter((type) => !seen.has(type))).toEqual([
      'Refer',
      // The small program is no pathway, sets no longest stay, has no privileges, no rewards and no doses to take home, and takes nobody back: pathways have their own tests.
      'StepDown',
      'StepUp',
      'TransferTo',
      'Readmit',
      'ExtendStay',
      'GrantPrivilege',
      'WithdrawPrivilege',
      'RecordReward',
      'RecordTakeHome',
      'ReportTakeHomeMisuse',
      'RecordTakeHomeReturn',
      'CreditTakeHomeTime',
      // Nobody waits in these lives: waitlists have their own tests.
      'OfferPlace',
      'AcceptOffer',
      'DeclineOffer',
      'RemoveFromWaitlist',
    ]);
  });

  it('opens Advance where the gate is satisfied or overridden, and only there', async () => {
    await fc.assert(
      fc.asyncProperty(history(), async (steps) => {
        const life = await lead(steps);
        for (const on of [...new Set(life.episode.facts.map(({ fact }) => fact.on))]) {
          const { fold, episode } = standAsOf(life.episode, on);
          const { context, value } = fold.snapshot;
          if (on > life.today || readState(life.plan, value).lifecycle !== 'active') continue;
          const open = gateTruth(life.plan, context) === 'satisfied' || gateOverride(context) !== undefined;
          expect(accepted({ ...life, episode, today: on }, 'Advance', {})).toBe(open);
        }
      }),
      { numRuns: 60 },
    );
  });
});
