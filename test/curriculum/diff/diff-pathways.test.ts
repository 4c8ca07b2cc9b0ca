import { describe, expect, it } from 'vitest';
import { loadPathwayFile } from '../../../src/adapters/yaml/load-pathway.ts';
import { diffPathways } from '../../../src/curriculum/diff/diff-pathways.ts';
import type { PathwayDocument } from '../../../src/curriculum/pathway/pathway-document.ts';
import { smallPathway } from '../../generators/small-pathway.ts';
import { leavesOf } from './every-change.ts';

const FOLDER = new URL('../../../curricula/', import.meta.url).pathname;
const SMALL = smallPathway();
type Draft = PathwayDocument['pathway'];

const edited = (change: (pathway: Draft) => void): PathwayDocument => {
  const copy = structuredClone(SMALL);
  change(copy.pathway);
  return copy;
};
const said = (after: PathwayDocument, before = SMALL) =>
  diffPathways(before, after).map(({ code, sentence }) => [code, sentence]);

describe('the difference between two pathways', () => {
  it('is none where they say the same, in another order or with defaults written out', () => {
    const same = edited((pathway) => {
      pathway.version = '2.0.0';
      pathway.stages[0]!.entry = true;
      pathway.stages[0]!.moves!.reverse();
      pathway.stages[0]!.moves![0]!.requires = 'criteria';
    });
    expect(said(same)).toEqual([]);
  });

  it('tells stays, criteria, ways and credit in sentences', () => {
    const after = edited(({ stages, equivalences }) => {
      stages[0]!.stay!.maximum = { weeks: 6 };
      stages[0]!.moves![1]!.when = { type: 'phase-in', phases: ['living-in'] };
      stages[1]!.moves!.pop();
      equivalences![0]!.to.sessions = '1-3';
      equivalences![0]!.expiresAfter = { days: 60 };
    });
    expect(said(after)).toEqual([
      ['stay-changed', 'stay of stage house: maximum 28 days -> 42 days'],
      [
        'criterion-changed',
        expect.stringMatching(/^criteria of step-down from house to other: .*done.* -> .*living-in/),
      ],
      ['move-removed', 'way to other from program removed'],
      [
        'equivalence-changed',
        'credit for house-group of small-house at group of small-iop: sessions 1-3 as 2-4 -> sessions 1-3 as 1-3',
      ],
      [
        'equivalence-changed',
        'credit for house-group of small-house at group of small-iop: expires after 30 days -> 60 days',
      ],
    ]);
  });

  it('tells a renamed stage as such, with the ways to it unchanged', () => {
    const after = edited(({ stages }) => {
      stages[0]!.id = 'home';
      stages[1]!.moves![0]!.to = 'home';
    });
    expect(said(after)).toEqual([['stage-renamed', 'stage house renamed to home']]);
  });

  it('tells stages that came and went, and where patients enter', () => {
    const after = edited((pathway) => {
      pathway.stages = [pathway.stages[1]!, pathway.stages[0]!];
    });
    expect(said(after).map(([code]) => code)).toEqual([
      'stage-removed',
      'initial-stage-changed',
      'stages-reordered',
    ]);
  });

  it('tells a curriculum of another version, and what differs within it', () => {
    const after = structuredClone(SMALL);
    const house = after.curricula[0]!;
    house.version = '1.1.0';
    house.tracks[0]!.sessions[0]!.title = 'A first topic';
    expect(said(after)).toEqual([
      ['curriculum-version-changed', 'stage house runs small-house 1.0.0 -> small-house 1.1.0'],
      ['session-retitled', expect.stringMatching(/^small-house: session 1 of house-group/)],
    ]);
  });

  it('is seen wherever one value is another', () => {
    const loaded = loadPathwayFile(`${FOLDER}pathways/matrix-alone.yaml`, {
      folders: [`${FOLDER}sites`],
    });
    if (!loaded.ok) throw new Error('not in order');
    const { pathway } = loaded.value;
    const curricula: PathwayDocument['curricula'] = [];
    const silent: string[] = [];
    const look = (other: unknown, way: readonly (string | number)[]) => {
      if (diffPathways({ pathway, curricula }, { pathway: other as Draft, curricula }).length === 0)
        silent.push(way.join('.'));
    };
    const ways = leavesOf(pathway).filter((way) => way[0] !== 'version' && way.at(-1) !== 'type');
    let tried = 0;
    for (const way of ways) {
      const value = typeof otherOf(pathway, way) === 'number' ? 7 : 'another';
      if (otherOf(pathway, way) === value) continue;
      tried += 1;
      look(replaced(pathway, way, value), way);
    }
    expect(tried).toBeGreaterThan(60);
    expect(silent).toEqual([]);
  });
});

function otherOf(value: unknown, way: readonly (string | number)[]): unknown {
  return way.reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], value);
}

function replaced(value: unknown, way: readonly (string | number)[], by: unknown): unknown {
  const copy = structuredClone(value);
  const last = way.at(-1)!;
  (otherOf(copy, way.slice(0, -1)) as Record<string | number, unknown>)[last] = by;
  return copy;
}
