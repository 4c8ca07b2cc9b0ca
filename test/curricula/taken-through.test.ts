import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SYSTEMS } from '../../src/faces/cli/systems.ts';
import { TAKEN_THROUGH } from '../../src/faces/cli/taken-through.ts';
import { openWorkplace } from '../faces/cli/command-line.ts';
import { intakeToEnd } from '../generators/intake-to-end.ts';
import { readCurriculum } from './read-curriculum.ts';

const FOLDER = new URL('../../curricula/', import.meta.url).pathname;
const read = (id: string) => readCurriculum(existsSync(`${FOLDER}sites/${id}.yaml`) ? `sites/${id}` : id);

describe('the list of curricula that patients are taken through', () => {
  it('has all that carry a kind of care, each once', () => {
    expect(TAKEN_THROUGH).toEqual([...new Set(SYSTEMS.flatMap(({ curricula }) => curricula))].sort());
  });
});

describe('a counselor who has nothing but the status', () => {
  it.each(TAKEN_THROUGH)(
    'takes a patient through %s from the intake to the end as completed',
    async (id) => {
      const { clinic } = await intakeToEnd(read(id));
      const { ended, flags, eligibility } = await clinic.engine.status('e-1');
      expect(ended).toMatchObject({ reason: 'completed', graduated: true });
      expect(flags).toEqual([]);
      expect(eligibility?.explanation.truth ?? 'satisfied').toBe('satisfied');
    },
    60_000,
  );

  it('does it through a file of commands, too', async () => {
    const ids = ['matrix-iop', 'partial-hospitalization', 'opioid-treatment-program'];
    const carried = await Promise.all(ids.map((id, index) => intakeToEnd(read(id), `e-${index + 1}`)));
    const place = openWorkplace();
    try {
      const lines = carried.flatMap(({ commands }) => commands.map((command) => JSON.stringify(command)));
      place.write('year.jsonl', lines.join('\n'));
      const today = ['--today', '2027-06-01'];
      const { exit, out } = await place.run('apply', 'year.jsonl', '--atomic', '--json', ...today);
      expect({ exit, summary: JSON.parse(out.trim().split('\n').at(-1)!) }).toMatchObject({
        exit: 0,
        summary: { summary: { written: lines.length, refused: 0 } },
      });
      const caseload = await place.run('caseload', '--all', '--lifecycle', 'graduated', '--json', ...today);
      expect(JSON.parse(caseload.out)).toHaveLength(3);
    } finally {
      place.remove();
    }
  }, 60_000);
});
