import type { CaseloadRow } from '../../src/engine/caseload-row.ts';
import type { DueRow } from '../../src/engine/due-row.ts';
import type { EpisodeWrite, EventStore } from '../../src/engine/event-store.ts';
import { WorklistName, type WorklistRow } from '../../src/engine/worklists/worklist-row.ts';

/** Fills a store with episodes as plain rows: 40 to a counselor, each with one event and three due rows spread over a year. */
export async function fillStore(store: EventStore, episodes: number): Promise<void> {
  const batch: EpisodeWrite[] = [];
  for (let i = 0; i < episodes; i += 1) {
    batch.push(writeFor(i));
    if (batch.length === 1000 || i === episodes - 1) await store.append(batch.splice(0));
  }
}

function writeFor(i: number): EpisodeWrite {
  const episode = `e-${String(i).padStart(6, '0')}`;
  const counselor = `counselor-${Math.floor(i / 40)}`;
  const day = (n: number) =>
    new Date(Date.UTC(2026, 0, 1) + (n % 365) * 86_400_000).toISOString().slice(0, 10);
  const due = [0, 1, 2].map(
    (n): DueRow => ({
      episode,
      item: `deadline/${n}`,
      kind: 'deadline',
      dueOn: day(i * 7 + n * 100),
      raised: false,
      work: n === 0,
      title: 'Attendance: outreach',
      role: 'counselor',
      counselor,
    }),
  );
  const caseload: CaseloadRow = {
    episode,
    patient: `p-${i}`,
    counselor,
    site: `site-${i % 20}`,
    curriculum: 'matrix-iop',
    curriculumVersion: '1.0.0',
    levelOfCare: 'asam-3-level-2-1',
    lifecycle: 'active',
    phase: 'relapse-prevention',
    week: 6,
    admittedOn: '2026-01-05',
    endedOn: null,
    lastAttendedOn: '2026-02-13',
    gate: 'unsatisfied',
    blockers: ['4 more sessions (20 of 24 sessions of Relapse prevention attended)'],
    monitors: { attendance: 'regular', abstinence: 'abstinent' },
    nextDueOn: due[0]!.dueOn,
    nextDue: due[0]!.title,
    meetings: Array.from({ length: 8 }, (_, n) => ({
      ...{ on: `2026-02-0${n + 1}`, track: 'relapse-prevention', outcome: 'attended' },
    })),
    lastTest: { on: '2026-02-09', negativeInARow: 4, positive: 1 },
    asOf: '2026-02-13',
    version: 1,
  };
  const { patient, curriculum, site } = caseload;
  // Everybody in the first list, and fewer in each of the others.
  const worklist = WorklistName.options
    .filter((_, n) => n === 0 || i % (n * 3) === 0)
    .map(
      (list): WorklistRow => ({
        ...{ episode, list, patient, counselor, site, curriculum },
        since: day(i * 13),
        phase: ['early-recovery', 'relapse-prevention', 'transition'][i % 3]!,
        levelOfCare: ['asam-3-level-2-1', 'asam-3-level-1'][i % 2]!,
        why: 'last seen on 2026-02-13',
        next: 'Call the patient, and record the contact',
      }),
    );
  const body = JSON.stringify({
    type: 'NoteAdded',
    on: '2026-02-13',
    by: counselor,
    text: 'filled for a measurement',
  });
  return {
    episode,
    expectedVersion: 0,
    recordedAt: '2026-02-13T12:00:00.000Z',
    events: [body],
    snapshot: null,
    due,
    caseload,
    worklist,
  };
}

/** The value below which a share of the sorted times lies. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
