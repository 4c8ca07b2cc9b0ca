import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Criterion } from '../../../src/curriculum/criterion.ts';
import { Curriculum } from '../../../src/curriculum/curriculum.ts';
import type { MigrationMapping } from '../../../src/curriculum/migration-mapping.ts';
import type { Track } from '../../../src/curriculum/track.ts';

const FILE = new URL('../../../curricula/matrix-iop.yaml', import.meta.url);

/** The published Matrix curriculum. */
export const MATRIX_ONE = Curriculum.parse(parse(readFileSync(FILE, 'utf8')));

const COACHING: Track = {
  id: 'recovery-coaching',
  title: 'Recovery coaching',
  kind: 'community',
  format: 'individual',
  order: 'next',
  during: ['sustained-recovery', 'transition'],
  schedule: [{ weekdays: ['thursday'], weeks: '5-16', start: '16:00', minutes: 30 }],
  requires: 2,
  sessions: [1, 2, 3].map((number) => ({ number, title: `Coaching ${number}` })),
};

/**
 * A really different version: orientation is merged into early recovery, relapse prevention is renamed, the electives are
 * gone, a coaching track is new, sessions are renumbered, retitled and removed, and gates ask for more or less.
 */
export const MATRIX_TWO = Curriculum.parse(changed(MATRIX_ONE));

/** What the ids alone do not say about the way from one to the other; it forgets two sessions that were removed. */
export const MATRIX_MAPPING: MigrationMapping = {
  phases: { orientation: 'early-recovery', 'relapse-prevention': 'sustained-recovery' },
  tracks: { 'relapse-prevention-electives': 'drop' },
  sessions: { 'early-recovery-skills': { '8': 1 } },
};

function changed(matrix: Curriculum): Curriculum {
  const phases = matrix.phases
    .filter(({ id }) => id !== 'orientation')
    .map((phase) => {
      if (phase.id === 'early-recovery')
        return { ...phase, exit: asking(phase.exit, 'negative-tests', { atLeast: 3 }) };
      if (phase.id !== 'relapse-prevention') return phase;
      const exit = asking(asking(phase.exit, 'attendance-rate', { atLeast: 0.7 }), 'sessions', {
        atLeast: 16,
      });
      return { ...phase, id: 'sustained-recovery', title: 'Sustained recovery', exit };
    });
  const tracks = matrix.tracks
    .filter(({ id }) => id !== 'relapse-prevention-electives')
    .map((track) => ({ ...track, during: duringNow(track.during), sessions: sessionsNow(track) }));
  const open = <Part extends { during?: string[] | undefined }>(parts: readonly Part[] = []): Part[] =>
    parts.map((part) => (part.during === undefined ? part : { ...part, during: duringNow(part.during) }));
  return {
    ...matrix,
    version: '2.0.0',
    phases,
    tracks: [...tracks, COACHING],
    drugTests: open(matrix.drugTests),
    dose: open(matrix.dose),
    continuedStay: inPhasesNow(matrix.continuedStay),
  };
}

/** The same, where criteria name phases. */
function inPhasesNow<Part>(part: Part): Part {
  return JSON.parse(JSON.stringify(part), (key, value) => (key === 'phases' ? duringNow(value) : value));
}

function duringNow(during: readonly string[]): string[] {
  const kept = during.filter((id) => id !== 'orientation');
  return kept.map((id) => (id === 'relapse-prevention' ? 'sustained-recovery' : id));
}

/** The skills begin with what was their last session, under another title; relapse prevention lost two of its topics. */
function sessionsNow({ id, sessions }: Track): Track['sessions'] {
  if (id === 'early-recovery-skills') {
    const last = { number: 1, title: 'Wisdom of Mutual Help' };
    return [last, ...sessions.slice(0, -1).map((session) => ({ ...session, number: session.number + 1 }))];
  }
  if (id !== 'relapse-prevention') return sessions;
  const kept = sessions.filter(({ number }) => number !== 21 && number !== 22);
  return kept.map((session, index) => ({ ...session, number: index + 1 }));
}

/** A gate whose first criterion of a kind has another threshold. */
function asking(gate: Criterion | undefined, type: Criterion['type'], threshold: object): Criterion {
  if (gate?.type !== 'all') throw new Error('the gate is written otherwise now');
  const at = gate.of.findIndex((criterion) => criterion.type === type);
  return { ...gate, of: gate.of.with(at, { ...gate.of[at], ...threshold } as Criterion) };
}
