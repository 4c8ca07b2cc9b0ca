import { expectedMeetings } from '../../program/expected-meetings.ts';
import { CODES_PER_TRACK, minutesUntilLeft, TRACK_CODE } from '../event-table.ts';
import { meetingPurpose } from '../meeting-purpose.ts';
import { purposeOf } from '../purpose.ts';
import { modelThreshold, type Standing } from './model-threshold.ts';
import { type SimulatedPatient, standingOf, tell } from './simulated-patient.ts';
import { timeText } from './time-text.ts';

/** Goes to the meetings of a day, or does not; then homework, and meetings that are made up for. */
export function meet(simulated: SimulatedPatient, day: number): void {
  const { plan, table, admittedOn, behaviour } = simulated;
  const meetings = expectedMeetings(plan, standingOf(simulated, day).context, admittedOn + day);
  const homework: number[] = [];
  let last = 0;
  for (const { track, session, start } of meetings) {
    const standing = standingOf(simulated, day);
    const hour = Number(start.slice(0, 2));
    const chance = (model: string) => modelThreshold(standing, model, track, hour);
    const planTrack = plan.tracks[track]!;
    const weekday = (standing.weekday + day) % 7;
    const { x, y } = simulated.draw(day, meetingPurpose(planTrack, weekday, start));
    const came = !simulated.gone && x >>> 2 < chance('attendance');
    const excuse = !simulated.gone && y >>> 2 < chance('excused');
    if (came && y >>> 2 < chance('homework')) homework.push(track);
    last = Math.max(minutesOf(start), last + 1);
    const part = came
      ? partOf(chance, simulated.draw(day, meetingPurpose(planTrack, weekday, start, 'part')))
      : 'attended';
    const status = came ? part : excuse ? 'excused' : 'absent';
    if (!came && !simulated.gone && session !== null && behaviour.models['makeUp'] !== undefined)
      simulated.makeUps.set(track, { day: day + behaviour.makeUpAfter, session });
    tell(simulated, day, codeOf(simulated, track, status), {
      type: 'AttendanceRecorded',
      at: timeText(last),
      track: planTrack.id,
      status,
      ...(status === 'left-early' ? { minutes: minutesUntilLeft(planTrack, behaviour) } : {}),
      ...(session === null ? {} : { session }),
    });
    if (simulated.end !== 'in-treatment') return;
  }
  for (const track of homework) {
    last = Math.max(22 * 60, last + 1);
    tell(simulated, day, table.tracks + track * CODES_PER_TRACK + TRACK_CODE.homework, {
      type: 'HomeworkRecorded',
      at: timeText(last),
      track: plan.tracks[track]?.id,
    });
    if (simulated.end !== 'in-treatment') return;
  }
  makeUp(simulated, day, last);
}

function makeUp(simulated: SimulatedPatient, day: number, after: number): void {
  const { plan, table, makeUps } = simulated;
  let last = after;
  for (const [track, { id, during, counters }] of plan.tracks.entries()) {
    const missed = makeUps.get(track);
    if (!missed || missed.day > day) continue;
    makeUps.delete(track);
    const standing: Standing = standingOf(simulated, day);
    const attended = standing.context.counters[counters.sessions] as readonly number[];
    if (attended.includes(missed.session)) continue;
    if (simulated.gone || !during.includes(standing.context.phase)) continue;
    const { x } = simulated.draw(day, purposeOf(`make-up/${id}`));
    if (x >>> 2 >= modelThreshold(standing, 'makeUp', track)) continue;
    last = Math.max(22 * 60, last + 1);
    tell(simulated, day, table.madeUp + track, {
      type: 'AttendanceRecorded',
      at: timeText(last),
      track: id,
      status: 'attended',
      makeUp: true,
      session: missed.session,
    });
    if (simulated.end !== 'in-treatment') return;
  }
}

type Status = 'attended' | 'late' | 'left-early' | 'excused' | 'absent';

function partOf(
  chance: (model: string) => number,
  { x, y }: { readonly x: number; readonly y: number },
): Status {
  if (x >>> 2 < chance('late')) return 'late';
  return y >>> 2 < chance('leavesEarly') ? 'left-early' : 'attended';
}

function codeOf({ table }: SimulatedPatient, track: number, status: Status): number {
  if (status === 'late') return table.late + track;
  if (status === 'left-early') return table.leftEarly + track;
  return table.tracks + track * CODES_PER_TRACK + TRACK_CODE[status];
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
