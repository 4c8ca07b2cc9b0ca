import { type AttendanceOutcome, attendanceSignal, meetingSignal } from './counters-of.ts';
import type { FactOf } from './episode-event.ts';
import type { MachineEvent } from './machine-event.ts';
import type { Plan } from './plan.ts';

/** What an attendance status means for the counters: a meeting left early counts from a fraction of its minutes on. */
export function attendanceOutcome(
  plan: Plan,
  fact: Pick<FactOf<'AttendanceRecorded'>, 'track' | 'status' | 'minutes'>,
): AttendanceOutcome {
  if (fact.status === 'absent' || fact.status === 'excused') return fact.status;
  if (fact.status === 'attended' || fact.minutes === undefined) return 'attended';
  const track = plan.tracks.find((t) => t.id === fact.track);
  const whole = track?.minutes ?? 60;
  return fact.minutes >= whole * plan.policies.countsFromFraction ? 'attended' : 'partial';
}

/** The signals that an event sends to the counters of a plan, and the session, minutes or score that go with them. */
export function signalsOf(
  plan: Plan,
  event: MachineEvent,
): { signals: string[]; sessions?: readonly number[]; minutes?: number; score?: number } {
  switch (event.type) {
    case 'Admitted':
      return { signals: ['admission'] };
    case 'AttendanceRecorded': {
      const outcome = attendanceOutcome(plan, event);
      const signals = [attendanceSignal(outcome, event.track)];
      if (!event.makeUp) signals.push(meetingSignal(event.track));
      const minutes = event.minutes ?? plan.tracks.find((t) => t.id === event.track)?.minutes ?? 0;
      return event.session === undefined
        ? { signals, minutes }
        : { signals, minutes, sessions: [event.session] };
    }
    case 'MeetingUnrecorded':
      return {
        signals: [
          attendanceSignal(event.onLeave ? 'excused' : 'unrecorded', event.track),
          meetingSignal(event.track),
        ],
        sessions: [event.session],
      };
    case 'DoseWeekEnded':
      return { signals: [`dose/${event.outcome}`] };
    case 'CreditGranted':
      return { signals: [`credit/${event.track}`], sessions: event.sessions };
    case 'CreditExpired':
      return { signals: [`credit-expired/${event.track}`], sessions: event.sessions };
    case 'DrugTestRecorded':
      return { signals: [`test/${event.result}`] };
    case 'UseReported':
      return { signals: ['use'] };
    case 'MutualHelpRecorded':
      return { signals: ['mutual-help'] };
    case 'HomeworkRecorded':
      return { signals: ['homework'] };
    case 'PrivilegeGranted':
      return { signals: [`privilege-granted/${event.privilege}`] };
    case 'PrivilegeWithdrawn':
      return { signals: [`privilege-withdrawn/${event.privilege}`] };
    case 'ContactRecorded':
      return { signals: event.reached ? ['contact'] : [] };
    case 'AssessmentRecorded':
      return { signals: [`score/${event.instrument}`], score: event.score };
    case 'SignedOff': {
      const role = event.role ?? 'counselor';
      const signals = [`sign-off/${role}/any`];
      if (event.subject !== undefined) signals.push(`sign-off/${role}/${event.subject}`);
      return { signals };
    }
    default:
      return { signals: [] };
  }
}
