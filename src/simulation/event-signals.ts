import { attendanceSignal, meetingSignal } from '../program/counters-of.ts';

/** The signals that an event sends to the counters of a plan, by its name in the table of events. The same as the machine's, which a test holds. */
export function signalsOfEvent(name: string): readonly string[] {
  const [kind = '', ...rest] = name.split('/');
  const id = rest.join('/');
  switch (kind) {
    case 'admission':
    case 'use':
    case 'mutual-help':
    case 'homework':
      return [kind];
    case 'late':
      return [attendanceSignal('attended', id), meetingSignal(id)];
    case 'made-up':
      return [attendanceSignal('attended', id)];
    case 'attended':
    case 'absent':
    case 'excused':
    case 'unrecorded':
      return [attendanceSignal(kind, id), meetingSignal(id)];
    case 'credit':
    case 'credit-expired':
    case 'test':
    case 'score':
      return [name];
    case 'contact':
      return id === 'reached' ? ['contact'] : [];
    case 'sign-off':
      return rest.length === 1 ? [`${name}/any`] : [`sign-off/${rest[0]}/any`, name];
    default:
      return [];
  }
}
