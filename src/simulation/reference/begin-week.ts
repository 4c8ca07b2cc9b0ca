import { purposeOf } from '../purpose.ts';
import { modelThreshold } from './model-threshold.ts';
import { type SimulatedPatient, scaled, standingOf } from './simulated-patient.ts';

/** The draws of a week: use, dropping out, leaving for another reason and on which day, and whether use is told. */
export function beginWeek(simulated: SimulatedPatient, day: number): void {
  const week = day / 7;
  const threshold = (model: string) => modelThreshold(standingOf(simulated, day), model);
  const first = simulated.draw(week, purposeOf('week'));
  const bits = first.x >>> 2;
  if (week === 0) {
    const { y } = simulated.draw(0, purposeOf('admission'));
    simulated.using = y >>> 2 < threshold('useAtAdmission') ? 1 : 0;
  } else if (!simulated.behaviour.dailyUse) takeStep(simulated, bits, threshold);
  if (!simulated.behaviour.dailyUse) {
    simulated.clean = simulated.using === 1 ? 0 : simulated.clean + 1;
    simulated.longest = Math.max(simulated.longest, simulated.clean * 7);
  }
  if (!simulated.gone && first.y >>> 2 < threshold('dropOut')) simulated.gone = true;
  const second = simulated.draw(week, purposeOf('exit'));
  let rest = second.x >>> 2;
  simulated.left = null;
  for (const reason of simulated.behaviour.exits) {
    rest -= threshold(`exit/${reason}`);
    if (rest < 0) {
      simulated.left = reason;
      break;
    }
  }
  if (simulated.left !== null)
    simulated.leaves = day + scaled(simulated.draw(week, purposeOf('exit-day')).x, 7);
  simulated.report = simulated.using === 1 && !simulated.gone && second.y >>> 2 < threshold('useReports');
  meanLeave(simulated, day, threshold('leave'));
}

/** A step of use with chances of a day: the first day is that of the admission. Weeks without use are whole ones. */
export function stepUse(simulated: SimulatedPatient, day: number): void {
  const { x } = simulated.draw(day, purposeOf('use-day'));
  if (day > 0) takeStep(simulated, x >>> 2, (model) => modelThreshold(standingOf(simulated, day), model));
  simulated.cleanDays = simulated.using === 1 ? 0 : simulated.cleanDays + 1;
  simulated.clean = Math.floor(simulated.cleanDays / 7);
  simulated.longest = Math.max(simulated.longest, simulated.cleanDays);
}

function takeStep(simulated: SimulatedPatient, bits: number, threshold: (model: string) => number): void {
  if (simulated.using === 1) {
    if (bits < threshold('useStop')) simulated.using = 0;
  } else if (bits < threshold('useStart')) simulated.using = 1;
}

/** A leave that begins on a day of this week, and how long it is. */
function meanLeave(simulated: SimulatedPatient, day: number, threshold: number): void {
  const { leaveDays } = simulated.behaviour;
  if (leaveDays === null || simulated.gone || simulated.leave.to !== Number.POSITIVE_INFINITY) return;
  const { x, y } = simulated.draw(day / 7, purposeOf('leave'));
  if (x >>> 2 >= threshold) return;
  const from = day + scaled(y, 7);
  const { x: length } = simulated.draw(day / 7, purposeOf('leave-days'));
  const days = 1 + leaveDays.reduce((longer, upTo) => longer + (length >>> 2 >= upTo ? 1 : 0), 0);
  simulated.leave = { from, to: from + days };
}
