import type { Engine } from '../../../engine/engine.ts';
import type { HeldMeeting } from '../../../engine/groups/group-state.ts';
import { StepwellError } from '../../../engine/stepwell-error.ts';
import { standingFacts } from '../../../program/standing-facts.ts';
import type { MatrixCell, RosterMatrix } from './roster-matrix.ts';
import { STATUS_MARKS } from './status-marks.ts';

/**
 * The roster over time of a group: its meetings that were held, and what holds now of everybody who was on their rosters or is in the
 * group, corrections included. A patient whose record was erased is not there.
 */
export async function matrixOf(
  engine: Engine,
  held: readonly (readonly [key: string, meeting: HeldMeeting])[],
  members: readonly string[],
): Promise<RosterMatrix> {
  const episodes = [
    ...new Set([...members, ...held.flatMap(([, { rows }]) => rows.map(({ episode }) => episode))]),
  ];
  const rows = await Promise.all(
    episodes.map(async (episode) => {
      const record = await recordOf(engine, episode);
      const cells = held.map(([, meeting]): MatrixCell | null => {
        const entry = meeting.rows.find((row) => row.episode === episode);
        if (entry === undefined || record === null) return null;
        const fact = record.facts.get(entry.fact);
        const guests = entry.guests ?? 0;
        if (fact === undefined) return { sign: '–', words: 'taken back', guests };
        const status = fact.type === 'AttendanceRecorded' ? fact.status : 'noted';
        return { ...STATUS_MARKS[status], guests };
      });
      return { episode, patient: record?.patient ?? episode, cells };
    }),
  );
  return {
    meetings: held.map(([key, { date, topic, guests }]) => ({ key, date, topic, guests })),
    rows: rows.sort((a, b) => (a.patient < b.patient ? -1 : 1)),
  };
}

async function recordOf(engine: Engine, episode: string) {
  try {
    const { status, history } = await engine.exportEpisode(episode);
    const records = [...history].sort((a, b) => a.version - b.version);
    return {
      patient: status.patient,
      facts: new Map(standingFacts(records).map(({ version, fact }) => [version, fact])),
    };
  } catch (error) {
    if (error instanceof StepwellError && error.code === 'not-found') return null;
    throw error;
  }
}
