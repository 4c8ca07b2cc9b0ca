import { describe, expect, it } from 'vitest';
import { diagramMermaid } from '../../../src/program/diagram/diagram-mermaid.ts';
import { expectGolden } from './expect-golden.ts';
import { AWKWARD, samplePlan } from './sample-plan.ts';

const LINES = [
  /^stateDiagram-v2$/,
  /^ +direction LR$/,
  /^ +state "[^":;#{}]+" as [A-Za-z_][A-Za-z0-9_]*( \{)?$/,
  /^ +(\[\*\]|[A-Za-z_][A-Za-z0-9_]*) --> (\[\*\]|[A-Za-z_][A-Za-z0-9_]*)( : [^:;#{}"]+)?$/,
  /^ +\}$/,
];

describe('the mermaid diagram of a plan', () => {
  it.each(['', AWKWARD])(
    'holds nothing that mermaid could misread, whatever the titles hold (%s)',
    (title) => {
      const lines = diagramMermaid(samplePlan(title)).trimEnd().split('\n');
      expect(lines.filter((line) => !LINES.some((shape) => shape.test(line)))).toEqual([]);
      expect(lines.filter((line) => line.endsWith('{'))).toHaveLength(
        lines.filter((line) => line.trim() === '}').length,
      );
    },
  );

  it('draws arrows only between states that it declares, each once', () => {
    const text = diagramMermaid(samplePlan());
    const declared = [...text.matchAll(/state ".*" as (\w+)/g)].map(([, id]) => id);
    const ends = [...text.matchAll(/(\S+) --> (\S+)/g)].flatMap(([, from, to]) => [from, to]);
    expect(new Set(declared).size).toBe(declared.length);
    expect(ends.filter((id) => id !== '[*]' && !declared.includes(id))).toEqual([]);
  });

  it('shows every phase and every state of a monitor, with gates, returns, leave and discharge in words', () => {
    expectGolden('sample.mmd', diagramMermaid(samplePlan()));
  });
});
