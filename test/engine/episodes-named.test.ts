import { describe, expect, it } from 'vitest';
import { episodesNamed } from '../../src/engine/episodes-named.ts';

describe('episodesNamed', () => {
  it('finds whoever is named at any depth, each once, and takes no other text for an episode', () => {
    const said = [
      {
        type: 'RecordRoster',
        group: 'evening',
        rows: [{ episode: 'e-1', reason: 'e-9' }, { episode: 'e-2' }],
      },
      { accepted: true, patients: ['e-2', 'e-3'], appointment: { episode: 'e-4', place: null }, version: 3 },
    ];
    expect(episodesNamed(said)).toEqual(['e-1', 'e-2', 'e-3', 'e-4']);
  });
});
