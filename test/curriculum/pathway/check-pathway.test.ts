import { describe, expect, it } from 'vitest';
import { checkPathway } from '../../../src/curriculum/pathway/check-pathway.ts';
import type { Equivalence, Pathway } from '../../../src/curriculum/pathway/pathway.ts';
import { sessionPairs } from '../../../src/curriculum/pathway/session-pairs.ts';
import { smallPathway } from '../../generators/small-pathway.ts';

const said = (change: (pathway: Pathway) => void) =>
  checkPathway(smallPathway(change)).map(({ code, path }) => `${code} ${path.join('.')}`);
const equivalent = (equivalence: Equivalence) => (pathway: Pathway) => {
  pathway.equivalences = [equivalence];
};

describe('checkPathway', () => {
  it('has nothing to say of a pathway that is in order', () => {
    expect(said(() => {})).toEqual([]);
  });

  it('finds stages that nobody comes to, and moves against the levels', () => {
    expect(
      said((pathway) => {
        for (const stage of pathway.stages) stage.moves = stage.moves?.filter(({ to }) => to !== 'other');
      }),
    ).toEqual(['stage-unreachable stages.2.id']);
    expect(
      said((pathway) => {
        pathway.stages[0]!.moves![0]!.kind = 'step-up';
      }),
    ).toEqual(['move-against-level stages.0.moves.0.kind']);
  });

  it('lets a move ask for what any phase of the stage brings about', () => {
    const when = (track: string) =>
      said((pathway) => {
        pathway.stages[1]!.moves![0]!.when = { type: 'sessions', track, atLeast: 1 };
      });
    expect(when('individual')).toEqual([]);
    expect(when('indvidual')).toEqual(['dangling-reference stages.1.moves.0.when.track']);
  });

  it('wants as many sessions on both sides, or neither tracks nor sessions', () => {
    const from = { curriculum: 'small-house', track: 'house-group' };
    expect(
      said(
        equivalent({
          from: { ...from, sessions: '1-3' },
          to: { curriculum: 'small-iop', track: 'group', sessions: [1, 2] },
        }),
      ),
    ).toEqual(['equivalence-unequal equivalences.0.to']);
    expect(said(equivalent({ from, to: { curriculum: 'small-iop' } }))).toEqual([
      'equivalence-unequal equivalences.0.to',
    ]);
    expect(
      said(equivalent({ from: { curriculum: 'small-house' }, to: { curriculum: 'small-iop' } })),
    ).toEqual(['equivalence-unequal equivalences.0.to']);
  });
});

describe('an equivalence without tracks', () => {
  it('counts each session of the tracks that both curricula have by the same names and numbers', () => {
    const { pathway, curricula } = smallPathway();
    const [house, program] = curricula;
    const track = { ...house!.tracks[0]!, id: 'individual' };
    const document = { pathway, curricula: [{ ...house!, tracks: [track, ...house!.tracks] }, program!] };
    const numbers = program!.tracks
      .find(({ id }) => id === 'individual')!
      .sessions.map(({ number }) => number);
    const common = numbers.filter((number) => number <= 6).map((number) => [number, number]);
    expect(
      sessionPairs(document, { from: { curriculum: 'small-house' }, to: { curriculum: 'small-iop' } }),
    ).toEqual([{ from: 'individual', to: 'individual', sessions: common }]);
  });
});
