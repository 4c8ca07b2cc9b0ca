import { describe, expect, it } from 'vitest';
import { sayEntry } from '../../../src/faces/web/say-entry.ts';
import type { EpisodeEvent } from '../../../src/program/episode-event.ts';

const names = new Map([
  ['social-support', 'Social support'],
  ['early-recovery', 'Early recovery'],
]);
const say = (event: object) =>
  sayEntry({ on: '2026-03-02', by: 'kim', ...event } as EpisodeEvent, names, '2026-03-04');

describe('an entry of the record', () => {
  it('has titles for ids and the words of the forms', () => {
    expect(say({ type: 'AttendanceRecorded', track: 'social-support', session: 3, status: 'absent' })).toBe(
      'Social support 3: missed',
    );
    expect(say({ type: 'PhaseAdvanced', to: 'early-recovery' })).toBe('Advanced to Early recovery');
    expect(say({ type: 'TaskCompleted', task: 'attendance/outreach/call-patient' })).toBe(
      'Task done: Call patient',
    );
  });

  it('has dates as people say them, and an id that has no title as words', () => {
    expect(say({ type: 'LeaveStarted', expectedReturn: '2026-03-16' })).toBe(
      'Leave began, return expected on Mon 16 Mar',
    );
    expect(say({ type: 'SignedOff', subject: 'service-agreement' })).toBe('Signed off: Service agreement');
    expect(say({ type: 'ClinicClosed', from: '2026-03-02', to: '2026-03-03' })).toBe(
      'Closed from Mon 2 Mar to Tue 3 Mar',
    );
  });

  it('leaves a note as it was written', () => {
    expect(say({ type: 'NoteAdded', text: 'called on 2026-03-02' })).toBe('note: called on 2026-03-02');
  });
});
