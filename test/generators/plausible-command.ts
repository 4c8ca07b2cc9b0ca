import { addDays } from '../../src/curriculum/calendar-date.ts';
import { DischargeReason } from '../../src/curriculum/discharge-reason.ts';
import type { Clinic, Loose } from './clinic.ts';
import type { Step } from './history-step.ts';

type Tell = Extract<Step, { act: 'tell' }>;

/** The command that a step tries, from where the patient stands; null where there is nothing to try. */
export async function commandFor(clinic: Clinic, { what, pick, back }: Tell): Promise<Loose | null> {
  const on = addDays(clinic.today, -back);
  const one = <T>(list: readonly T[]): T => list[pick % list.length] as T;
  switch (what) {
    case 'attend':
    case 'absent':
    case 'make-up':
      return attendance(clinic, { what, pick, on });
    case 'drug-test':
      return {
        type: 'RecordDrugTest',
        result: one(['negative', 'positive', 'missed', 'invalid', 'negative']),
        on,
        ...hour(pick),
      };
    case 'use':
      return { type: 'RecordUse', on, ...(pick % 2 ? { substances: ['alcohol'] } : {}) };
    case 'mutual-help':
      return { type: 'RecordMutualHelp', on };
    case 'assessment':
      return { type: 'RecordAssessment', instrument: 'phq-9', score: pick % 20, on };
    case 'homework':
      return { type: 'RecordHomework', track: 'skills', on };
    case 'sign-off':
      return { type: 'SignOff', role: one(['counselor', 'supervisor']), subject: 'plan-reviewed', on };
    case 'contact':
      return { type: 'RecordContact', reached: pick % 3 > 0, on };
    case 'note':
      return { type: 'AddNote', text: `note ${pick % 5}`, on: addDays(on, pick % 4) };
    case 'counselor':
      return { type: 'AssignCounselor', counselor: one(['c-1', 'c-2']), on };
    case 'credit':
      return {
        type: 'GrantCredit',
        track: one(['skills', 'group']),
        sessions: [1 + (pick % 4)],
        from: 'another program',
        reason: 'done there',
        on,
        ...(pick % 2 ? { expiresOn: addDays(on, pick % 30) } : {}),
      };
    case 'advance':
      return { type: 'Advance', on, role: one(['counselor', 'counselor', 'supervisor', 'nurse']) };
    case 'override':
      return {
        type: 'Override',
        role: one(['supervisor', 'director', 'counselor']),
        reason: 'agreed in the team',
        on,
        ...(pick % 2 ? { expiresOn: addDays(on, pick % 9) } : {}),
      };
    case 'return':
      return {
        type: 'ReturnToPhase',
        to: one(['early-recovery', 'relapse-prevention']),
        reason: 'destabilised',
        on,
      };
    case 'start-leave':
      return {
        type: 'StartLeave',
        planned: pick % 2 === 0,
        on: addDays(on, pick % 3),
        ...(pick % 3 ? { expectedReturn: addDays(on, 3 + (pick % 14)) } : {}),
      };
    case 'end-leave':
      return { type: 'EndLeave', on: addDays(on, pick % 3) };
    case 'discharge':
      return {
        type: 'Discharge',
        discharge: one(DischargeReason.options),
        reason: 'discussed with the patient',
        on: addDays(on, pick % 3),
      };
    case 'complete-task': {
      const tasks = (await clinic.engine.status('e-1')).due.filter(
        (item) => item.kind === 'task' || item.kind === 'review',
      );
      return tasks.length === 0
        ? null
        : { type: 'CompleteTask', task: one(tasks).item.replace(/^task\//, ''), on };
    }
    case 'amend':
    case 'void':
      return correction(clinic, what, pick);
  }
}

async function attendance(
  clinic: Clinic,
  { what, pick, on }: { what: string; pick: number; on: string },
): Promise<Loose> {
  const tracks = ['individual', 'skills', 'group', 'elective'];
  const expected = await clinic.engine.agenda('e-1', { from: on, days: 1 });
  const track = expected[pick % Math.max(1, expected.length)]?.track ?? tracks[pick % tracks.length];
  const status =
    what === 'absent'
      ? ['absent', 'absent', 'excused'][pick % 3]
      : ['attended', 'attended', 'late', 'left-early'][pick % 4];
  const command = {
    type: 'RecordAttendance' as const,
    track,
    status,
    on,
    ...(status === 'left-early' ? { minutes: 10 + (pick % 80) } : {}),
  };
  if (what === 'make-up')
    return { ...command, makeUp: true, ...(pick % 3 === 0 ? { session: 1 + (pick % 4) } : {}) };
  return pick % 5 === 0 || track === 'elective' ? { ...command, session: 1 + (pick % 2) } : command;
}

async function correction(clinic: Clinic, what: 'amend' | 'void', pick: number): Promise<Loose> {
  const history = await clinic.engine.history('e-1');
  const entries = history.length > 1 && pick % 50 > 0 ? history.slice(1) : history;
  const entry = entries[Math.floor(pick / 7) % entries.length];
  const fact = entry?.version ?? 1;
  if (what === 'void' || entry === undefined) return { type: 'Void', fact, reason: 'entered by mistake' };
  const moved = { on: addDays(entry.on, (pick % 7) - 3) };
  const changes: Record<string, object> = {
    AttendanceRecorded: [{ status: 'absent' }, { status: 'attended' }, moved, { session: 2 }][pick % 4]!,
    DrugTestRecorded: [{ result: 'positive' }, { result: 'negative' }, moved][pick % 3]!,
    AssessmentRecorded: { score: pick % 20 },
    SignedOff: { role: 'supervisor' },
  };
  return { type: 'Amend', fact, change: changes[entry.event.type] ?? moved, reason: 'entered wrongly' };
}

function hour(pick: number): object {
  return pick % 4 === 0 ? { at: `${String(8 + (pick % 10)).padStart(2, '0')}:30` } : {};
}
