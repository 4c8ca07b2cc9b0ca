import { describe, expect, it } from 'vitest';
import { loadPathwayFile } from '../../src/adapters/yaml/load-pathway.ts';
import { liveCourse } from '../generators/live-course.ts';

const FOLDER = new URL('../../curricula/', import.meta.url).pathname;

function read(name: string) {
  const loaded = loadPathwayFile(`${FOLDER}pathways/${name}.yaml`, { folders: [`${FOLDER}sites`] });
  if (!loaded.ok) throw new Error(name);
  return loaded.value;
}

describe('a step-down to one of several treatments', () => {
  it.each([
    ['step-up', 'iop', 'cbt', 'nida-cbt'],
    ['step-up', 'iop', 'twelve-step', 'match-tsf'],
    ['step-up', 'iop', 'motivational', 'match-met'],
    ['residential-to-community', 'iop-morning', 'aftercare-cbt', 'match-cbt'],
    ['residential-to-community', 'iop-evening', 'aftercare-twelve-step', 'match-tsf'],
    ['residential-to-community', 'iop-evening', 'aftercare-motivational', 'match-met'],
    ['matrix-alone', 'php', 'matrix', 'matrix-iop'],
  ])('in %s leads from %s to %s, which is completed', async (name, from, to, curriculum) => {
    const clinic = await liveCourse(read(name), from, [to]);
    const { pathway, ended, curriculum: last } = await clinic.engine.status('e-1');
    expect(pathway?.stages.map(({ id }) => id)).toEqual([from, to]);
    expect(last.id).toBe(curriculum);
    expect(ended).toMatchObject({ graduated: true });
  });
});

describe('a crisis', () => {
  it.each(['step-up', 'residential-to-community', 'matrix-alone'])(
    'leads from each level of %s straight to acute care',
    (name) => {
      const { stages } = read(name).pathway;
      const acute = stages.find(({ curriculum }) => curriculum === 'inpatient-acute')!.id;
      const without = stages.filter(({ moves = [] }) => !moves.some(({ to }) => to === acute));
      expect(without.map(({ id }) => id)).toEqual([acute]);
    },
  );
});
