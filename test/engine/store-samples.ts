import type { CaseloadRow } from '../../src/engine/caseload-row.ts';
import type { DueRow } from '../../src/engine/due-row.ts';
import type { EpisodeWrite } from '../../src/engine/event-store.ts';

/** Rows and writes that are complete but for what a test is about. */
export const samples = {
  recordedAt: '2026-03-02T09:30:00.000Z',

  write(episode: string, expectedVersion: number, more: Partial<EpisodeWrite> = {}): EpisodeWrite {
    const events = [`{"n":${expectedVersion + 1},"type":"NoteAdded"}`];
    const base = { episode, expectedVersion, recordedAt: samples.recordedAt, events };
    return { ...base, snapshot: null, due: null, caseload: null, ...more };
  },

  due(episode: string, item: string, dueOn: string, more: Partial<DueRow> = {}): DueRow {
    const base = { episode, item, kind: 'task', dueOn, raised: false, work: true } as const;
    return { ...base, title: 'Call the patient', role: 'counselor', counselor: 'rivera', ...more };
  },

  caseload(episode: string, more: Partial<CaseloadRow> = {}): CaseloadRow {
    return {
      episode,
      patient: `patient of ${episode}`,
      counselor: 'rivera',
      site: 'north',
      curriculum: 'matrix-iop',
      curriculumVersion: '1.0.0',
      levelOfCare: '2.1',
      lifecycle: 'active',
      phase: 'early-recovery',
      week: 3,
      admittedOn: '2026-02-09',
      endedOn: null,
      lastAttendedOn: '2026-02-27',
      gate: 'unsatisfied',
      blockers: ['2 more sessions of early recovery skills'],
      monitors: { attendance: 'regular' },
      nextDueOn: '2026-03-06',
      nextDue: 'Drug test',
      meetings: [{ on: '2026-02-27', track: 'early-recovery-skills', outcome: 'attended' }],
      lastTest: { on: '2026-02-27', negativeInARow: 2, positive: 0 },
      asOf: '2026-03-02',
      version: 1,
      ...more,
    };
  },
};
