import { fromDayNumber } from '../../curriculum/calendar-date.ts';
import { programWeek } from '../../program/clock-days.ts';
import { foldAsOf } from '../../program/fold.ts';
import { gateTruth } from '../../program/phase-gate.ts';
import { TEST_CODE } from '../event-table.ts';
import { purposeOf } from '../purpose.ts';
import { SCORE_LEVELS } from '../score-table.ts';
import { beginWeek, stepUse } from './begin-week.ts';
import { meet } from './meet.ts';
import { modelThreshold } from './model-threshold.ts';
import { moveOn } from './move-on.ts';
import {
  NO_LEAVE,
  noteEnd,
  type SimulatedPatient,
  standingOf,
  takeJournal,
  tell,
} from './simulated-patient.ts';
import { timeText } from './time-text.ts';

/** Lives one day of a simulated patient, in the order of the kernel: what time did, then contact, tests, meetings, work and decisions. */
export function liveDay(simulated: SimulatedPatient, day: number): void {
  const { course, admittedOn } = simulated;
  const passed = foldAsOf(course, simulated.fold, admittedOn + day);
  takeJournal(simulated, passed);
  if (passed.snapshot.context.ended !== null) {
    simulated.fold = passed;
    noteEnd(simulated);
    return;
  }
  const told = simulated.facts.length - (day === 0 ? 1 : 0);
  if (day % 7 === 0) beginWeek(simulated, day);
  if (simulated.behaviour.dailyUse) stepUse(simulated, day);
  goOnLeave(simulated, day);
  if (simulated.end !== 'in-treatment') return;
  if (standingOf(simulated, day).context.leaves.some(({ to }) => to === null)) {
    decide(simulated, day);
    return;
  }
  const parts = [report, contact, assess, test, meet, mutualHelp, signOff];
  for (const part of parts) {
    part(simulated, day);
    if (simulated.end !== 'in-treatment') return;
  }
  review(simulated, day, simulated.facts.length > told);
  if (simulated.end === 'in-treatment') decide(simulated, day);
  if (simulated.end === 'in-treatment') moveOn(simulated, day);
}

function goOnLeave(simulated: SimulatedPatient, day: number): void {
  const { leave, table, admittedOn } = simulated;
  if (day === leave.to) {
    simulated.leave = NO_LEAVE;
    const away = standingOf(simulated, day).context.leaves.some(({ to }) => to === null);
    if (away) tell(simulated, day, table.leave + 1, { type: 'LeaveEnded', at: '00:01' });
  }
  if (day !== leave.from || simulated.gone) return;
  const expectedReturn = fromDayNumber(admittedOn + leave.to);
  tell(simulated, day, table.leave, { type: 'LeaveStarted', at: '00:01', expectedReturn, planned: true });
}

function report(simulated: SimulatedPatient, day: number): void {
  if (!simulated.report) return;
  simulated.report = false;
  tell(simulated, day, simulated.table.used, { type: 'UseReported', at: '00:02' });
}

function contact(simulated: SimulatedPatient, day: number): void {
  if (simulated.behaviour.models['reached'] === undefined || day < simulated.contact) return;
  simulated.contact = Number.POSITIVE_INFINITY;
  const { x, y } = simulated.draw(day, purposeOf('contact'));
  const reached = x >>> 2 < modelThreshold(standingOf(simulated, day), 'reached');
  if (reached && simulated.gone && y >>> 2 < modelThreshold(standingOf(simulated, day), 'comesBack'))
    simulated.gone = false;
  tell(simulated, day, simulated.table.contact + (reached ? 1 : 0), {
    type: 'ContactRecorded',
    at: '00:03',
    reached,
  });
}

function assess(simulated: SimulatedPatient, day: number): void {
  const { behaviour, table } = simulated;
  behaviour.assessments.forEach(({ instrument, everyDays, scores, weeks, byUse, purpose }, i) => {
    if (simulated.gone || day % everyDays !== 0 || simulated.end !== 'in-treatment') return;
    const level = simulated.draw(day, purpose).x >>> 27;
    const week = Math.min(Math.floor(day / 7), weeks - 1) + (byUse ? simulated.using * weeks : 0);
    const score = scores[week * SCORE_LEVELS + level] ?? 0;
    tell(simulated, day, table.assessments + i, {
      type: 'AssessmentRecorded',
      at: timeText(10 + i),
      instrument,
      score,
    });
  });
}

function test(simulated: SimulatedPatient, day: number): void {
  const { behaviour, table, plan } = simulated;
  if (behaviour.models['testMissed'] === undefined) return;
  plan.drugTests.forEach(({ id, weeks, during, days, perWeek }, j) => {
    if (simulated.end !== 'in-treatment') return;
    const standing = standingOf(simulated, day);
    const week = Math.floor(day / 7) + 1;
    const inProgram = programWeek(standing.context, standing.date) ?? 1;
    const due =
      (weeks.length === 0 && during.length === 0) ||
      weeks.some(({ from, to }) => inProgram >= from && inProgram <= to) ||
      during.includes(standing.context.phase);
    const shift = ((simulated.draw(week - 1, purposeOf(`test-days/${id}`)).x >>> 16) * 7) >>> 16;
    const on =
      days === 'random'
        ? Array.from({ length: perWeek }, (_, i) => (shift + Math.floor((i * 7) / perWeek)) % 7).includes(
            day % 7,
          )
        : days.includes((standing.weekday + day) % 7);
    if (!due || !on) return;
    const { x, y } = simulated.draw(day, purposeOf(`test/${id}`));
    const shows = simulated.using ? behaviour.sensitivity : behaviour.falsePositive;
    const missed = simulated.gone || x >>> 2 < modelThreshold(standing, 'testMissed');
    const result = missed ? 'missed' : y >>> 2 < shows ? 'positive' : 'negative';
    tell(simulated, day, table.tests + TEST_CODE[result], {
      type: 'DrugTestRecorded',
      at: timeText(30 + j),
      result,
    });
  });
}

function mutualHelp(simulated: SimulatedPatient, day: number): void {
  if (simulated.gone || !simulated.behaviour.mutualHelpDays.includes(day % 7)) return;
  const { x } = simulated.draw(day, purposeOf('mutual-help'));
  if (x >>> 2 >= modelThreshold(standingOf(simulated, day), 'mutualHelp')) return;
  tell(simulated, day, simulated.table.mutualHelp, { type: 'MutualHelpRecorded', at: '23:20' });
}

function signOff(simulated: SimulatedPatient, day: number): void {
  simulated.behaviour.signOffs.forEach(({ role, subject }, k) => {
    if (simulated.end !== 'in-treatment' || day < (simulated.signOffs[k] ?? 0)) return;
    if (simulated.gone) {
      simulated.signOffs[k] = day + 7;
      return;
    }
    simulated.signOffs[k] = Number.POSITIVE_INFINITY;
    tell(simulated, day, simulated.table.signOffs + k, {
      type: 'SignedOff',
      at: timeText(23 * 60 + 30 + k),
      role,
      ...(subject === null ? {} : { subject }),
    });
  });
}

function review(simulated: SimulatedPatient, day: number, told: boolean): void {
  const { plan, behaviour } = simulated;
  if (!told && day % 7 !== 0 && day < simulated.advance) return;
  const { context, weekday } = standingOf(simulated, day);
  const phase = plan.phases[context.phase];
  const first = phase?.next[0];
  if (!phase || phase.automatic || first === undefined) return;
  if (gateTruth(plan, context) !== 'satisfied') {
    simulated.advance = Number.POSITIVE_INFINITY;
    return;
  }
  if (simulated.advance === Number.POSITIVE_INFINITY) {
    simulated.advance = day + behaviour.staff.advanceAfterDays;
    return;
  }
  const opens = plan.tracks.some(
    ({ during, slots }) =>
      during.includes(first) &&
      !during.includes(context.phase) &&
      slots.some((slot) => slot.weekday === (weekday + day) % 7),
  );
  if (day < simulated.advance || (opens && day < simulated.advance + 6)) return;
  const next = chosenPhase(simulated, context.phase) ?? first;
  const to = plan.phases[next]?.id;
  tell(simulated, day, simulated.table.advanced + next, { type: 'PhaseAdvanced', to });
}

/** The phase that staff choose among several that may follow a phase; undefined for the first of them. */
function chosenPhase({ behaviour, draw }: SimulatedPatient, phase: number): number | undefined {
  const choices = behaviour.choices[phase] ?? [];
  if (choices.length === 0) return undefined;
  const { x } = draw(phase, purposeOf('choice'));
  return choices.find(({ upTo }) => x >>> 2 < upTo)?.next;
}

function decide(simulated: SimulatedPatient, day: number): void {
  const { plan } = simulated;
  if (simulated.left !== null && day >= simulated.leaves) {
    tell(simulated, day, null, { type: 'Discharged', discharge: simulated.left });
    return;
  }
  if (day < simulated.decide) return;
  simulated.decide = Number.POSITIVE_INFINITY;
  const monitor = plan.monitors[simulated.decideOf];
  const state = monitor?.states[standingOf(simulated, day).context.monitors[simulated.decideOf] ?? 0];
  if (!monitor || !state?.discharge || state.discharge.automatic) return;
  const ground = `${monitor.id}/${state.id}`;
  tell(simulated, day, null, { type: 'Discharged', discharge: state.discharge.reason, ground });
}
