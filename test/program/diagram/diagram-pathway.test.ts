import { describe, expect, it } from 'vitest';
import { createMachine } from 'xstate';
import { compilePathway } from '../../../src/program/compile-pathway.ts';
import { diagramPathwayMermaid } from '../../../src/program/diagram/diagram-pathway-mermaid.ts';
import { diagramPathwaySvg } from '../../../src/program/diagram/diagram-pathway-svg.ts';
import { diagramXstate } from '../../../src/program/diagram/diagram-xstate.ts';
import { moveArrows } from '../../../src/program/diagram/pathway/move-arrows.ts';
import { stagesByLevel } from '../../../src/program/diagram/pathway/stages-by-level.ts';
import { smallPathway } from '../../generators/small-pathway.ts';

const course = compilePathway(smallPathway());
const turned = compilePathway(
  smallPathway((pathway) => {
    pathway.stages.reverse();
  }),
);

describe('the picture of a pathway', () => {
  const svg = diagramPathwaySvg(course);

  it('shows each stage with its level and curriculum, and each move with its criteria in words', () => {
    for (const text of [
      'The house',
      'The program',
      'small-house 1.0.0',
      'asam-3 3.5',
      'reviewed after 28 days',
    ])
      expect(svg).toContain(text);
    for (const text of [
      'Down to The program, when',
      '5 days at this level of care',
      'Up to The house, advised when',
      'Across to The program elsewhere, as a person decides',
      'nobody is admitted here',
    ])
      expect(svg).toContain(text);
  });

  it('has the highest level of care at the top, however the file is written', () => {
    expect(stagesByLevel(course)).toEqual([0, 1, 2]);
    expect(stagesByLevel(turned).map((place) => turned.stages[place]!.id)[0]).toBe('house');
  });

  it('keeps arrows that pass each other in lanes of their own', () => {
    const arrows = moveArrows(course, stagesByLevel(course));
    for (const a of arrows)
      for (const b of arrows) {
        if (a === b || a.side !== b.side || a.lane !== b.lane) continue;
        const [low, high] = [Math.min(a.from, a.to), Math.max(a.from, a.to)];
        expect(Math.max(b.from, b.to) < low || Math.min(b.from, b.to) > high).toBe(true);
      }
    expect(arrows.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });
});

describe('the mermaid text of a pathway', () => {
  it('has a state for each stage and an arrow for each move', () => {
    const text = diagramPathwayMermaid(course);
    expect(text).toContain('[*] --> stage_house : admitted');
    expect(text).toMatch(/stage_house --> stage_program : Down to The program, when/);
    expect(text).toMatch(/stage_program --> stage_other : Across/);
    expect(text).not.toContain('[*] --> stage_other');
    expect(text.split('\n').filter((line) => / --> stage_\w+ : (Down|Up|Across)/.test(line))).toHaveLength(4);
  });
});

describe('the XState form of a pathway', () => {
  it('is a machine that XState takes, with a state for each level of care', () => {
    const machine = createMachine(JSON.parse(diagramXstate(course)));
    expect(Object.keys(machine.states['active']!.states)).toEqual(
      expect.arrayContaining(course.stages.map(({ key }) => key)),
    );
  });
});
