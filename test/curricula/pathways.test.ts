import { describe, expect, it } from 'vitest';
import { loadPathwayFile } from '../../src/adapters/yaml/load-pathway.ts';
import { formatIssue } from '../../src/curriculum/issue.ts';
import type { PathwayDocument } from '../../src/curriculum/pathway/pathway-document.ts';
import { compilePathway } from '../../src/program/compile-pathway.ts';
import { provePathway } from '../../src/program/proof/prove-pathway.ts';
import { liveCourse } from '../generators/live-course.ts';
import { countByTrack, readCurriculum } from './read-curriculum.ts';

const FOLDER = new URL('../../curricula/', import.meta.url).pathname;

/** For each pathway the way down from its highest level, and the way up from its lowest. */
const WAYS: Record<string, { down: string[]; up: string[]; across?: string[][] }> = {
  'residential-to-community': {
    down: ['acute', 'residential', 'php', 'iop-evening', 'outpatient'],
    up: ['outpatient', 'iop-evening', 'php', 'acute'],
  },
  'step-up': { down: ['acute', 'php', 'iop', 'outpatient'], up: ['outpatient', 'iop', 'php', 'acute'] },
  'matrix-alone': { down: ['inpatient', 'matrix'], up: ['matrix', 'inpatient'] },
  'eating-disorder': {
    down: ['residential', 'php', 'iop', 'cbt-e'],
    up: ['cbt-e', 'iop', 'php', 'residential'],
  },
  depression: {
    down: ['php', 'iop', 'cbt'],
    up: ['cbt', 'iop', 'php'],
    across: [
      ['php', 'iop', 'iop-tms', 'cbt'],
      ['iop', 'iop-esketamine', 'cbt-esketamine'],
      ['cbt', 'cbt-emdr'],
    ],
  },
  'dual-diagnosis': {
    down: ['acute', 'php', 'iop', 'outpatient'],
    up: ['outpatient', 'iop', 'php', 'acute'],
    across: [
      ['acute', 'iddt'],
      ['iop', 'iddt'],
    ],
  },
};

function read(name: string): PathwayDocument {
  const loaded = loadPathwayFile(`${FOLDER}pathways/${name}.yaml`, { folders: [`${FOLDER}sites`] });
  if (!loaded.ok || loaded.issues.length > 0) throw new Error(loaded.issues.map(formatIssue).join('\n'));
  return loaded.value;
}

describe.each(Object.entries(WAYS))('%s', (name, { down, up }) => {
  const document = read(name);

  it('is in order without a warning, and each of its step-downs can be taken', () => {
    expect(document.pathway.id).toBe(name);
    expect(provePathway(document)).toEqual([]);
  });

  it(`takes a patient down to the end: ${down.join(', ')}`, async () => {
    const clinic = await liveCourse(document, down[0], down.slice(1));
    const { pathway, ended, flags } = await clinic.engine.status('e-1');
    expect(pathway?.stages.map(({ id }) => id)).toEqual(down);
    expect(ended).toMatchObject({ graduated: true });
    expect(flags).toEqual([]);
  });

  it(`takes a patient up: ${up.join(', ')}`, async () => {
    const clinic = await liveCourse(document, up[0], up.slice(1));
    const { pathway, ended } = await clinic.engine.status('e-1');
    expect(pathway?.stages.map(({ id }) => id)).toEqual(up);
    expect(ended).toBeNull();
  });
});

describe.each(
  Object.entries(WAYS).flatMap(([name, { across = [] }]) => across.map((way) => ({ name, way }))),
)('$name by way of $way', ({ name, way }) => {
  it('takes a patient to the end, and what was done at one level counts at the next', async () => {
    const clinic = await liveCourse(read(name), way[0], way.slice(1));
    const { pathway, ended, flags } = await clinic.engine.status('e-1');
    expect(pathway?.stages.map(({ id }) => id)).toEqual(way);
    expect(ended).toMatchObject({ graduated: true });
    expect(flags).toEqual([]);
  });
});

describe('an interventional adjunct', () => {
  it('has its 36 sessions of stimulation beside the program', () => {
    const { 'daily-sessions': daily, 'taper-sessions': taper } = countByTrack(
      readCurriculum('sites/mental-health-iop-tms'),
    );
    expect([daily, taper]).toEqual([30, 6]);
  });

  it('is given at the level that adds it, and esketamine over two levels', async () => {
    const given = async (...way: string[]) => {
      const clinic = await liveCourse(read('depression'), way[0], way.slice(1));
      const history = await clinic.engine.history('e-1');
      return (track: string) =>
        history.filter(({ event }) => event.type === 'AttendanceRecorded' && event.track === track).length;
    };
    const stimulated = await given('iop', 'iop-tms', 'cbt');
    expect(['daily-sessions', 'taper-sessions'].map(stimulated)).toEqual([30, 6]);
    const medicated = await given('iop-esketamine', 'cbt-esketamine');
    const doses = ['induction-doses', 'optimization-doses', 'maintenance-doses'];
    expect(doses.map(medicated)).toEqual([8, 4, 8]);
    expect((await given('cbt', 'cbt-emdr'))('emdr-sessions')).toBe(8);
  });
});

describe('a stage that ends although there is a way across', () => {
  it('ends the episode with its curriculum; without `ends` the patient waits for the move', () => {
    const { pathway, curricula } = read('depression');
    const finals = (ends: true | undefined) => {
      const stages = pathway.stages.map((stage) => (stage.id === 'cbt' ? { ...stage, ends } : stage));
      const course = compilePathway({ pathway: { ...pathway, stages }, curricula });
      return course.stages.find(({ id }) => id === 'cbt')!.plan.phases.map(({ final }) => final);
    };
    expect(finals(true)).toContain('completed');
    expect(finals(undefined)).not.toContain('completed');
  });
});

describe('the credit of a step-down', () => {
  it.each([
    ['eating-disorder', 'residential', 'php', 'individual-therapy'],
    ['depression', 'php', 'iop', 'skills-group'],
    ['residential-to-community', 'residential', 'iop-evening', 'early-recovery-skills'],
    ['dual-diagnosis', 'php', 'iop', 'psychiatric-assessment'],
  ])('is shown in %s before the move from %s to %s, and counts after it', async (name, from, to, track) => {
    const clinic = await liveCourse(read(name), from, [to]);
    const move = (await clinic.engine.status('e-1')).pathway?.stages.at(-1)?.fact;
    await clinic.must({ type: 'Void', fact: move, reason: 'to be looked at again' });
    const down = { episode: 'e-1', type: 'StepDown', stage: to } as const;
    const preview = await clinic.engine.preview(down);
    if (!preview.episodes[0]) throw new Error(JSON.stringify(preview).slice(0, 600));
    const { movements } = preview.episodes[0];
    const shown = movements.filter(({ kind, id }) => kind === 'credit' && id === track);
    expect(shown.length).toBeGreaterThan(0);
    await clinic.must(down);
    const { tracks } = await clinic.engine.status('e-1');
    expect(tracks.find(({ id }) => id === track)?.done.length).toBeGreaterThan(0);
  });
});
