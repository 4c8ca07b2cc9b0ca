import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { curriculumJsonSchema, pathwayJsonSchema } from '../../src/curriculum/json-schema.ts';

const GOLDEN = new URL('../../curricula/curriculum.schema.json', import.meta.url);
type Definition = {
  required?: string[];
  properties: Record<string, { description?: string; items?: Definition }>;
};

describe('curriculumJsonSchema', () => {
  it('is what curricula/curriculum.schema.json holds (npm run schema writes it anew)', () => {
    expect(readFileSync(GOLDEN, 'utf8')).toBe(`${JSON.stringify(curriculumJsonSchema(), null, 2)}\n`);
  });

  it('of pathways is what curricula/pathway.schema.json holds', () => {
    const golden = new URL('../../curricula/pathway.schema.json', import.meta.url);
    expect(readFileSync(golden, 'utf8')).toBe(`${JSON.stringify(pathwayJsonSchema(), null, 2)}\n`);
  });

  it('asks a whole curriculum for everything, and a site only for what is its own', () => {
    const { $defs } = curriculumJsonSchema() as { $defs: Record<string, Definition> };
    expect($defs['curriculum']?.required).toEqual([
      'id',
      'version',
      'title',
      'levelOfCare',
      'sources',
      'phases',
      'tracks',
    ]);
    expect($defs['site-curriculum']?.required).toEqual(['extends', 'id', 'version', 'title']);
    expect($defs['site-curriculum']?.properties['tracks']?.items?.required).toEqual(['id']);
    expect($defs['curriculum']?.properties['tracks']?.items?.properties['heldAt']?.description).toContain(
      'electives',
    );
  });

  it('gives a site every key that a whole curriculum has', () => {
    const { $defs } = curriculumJsonSchema() as { $defs: Record<string, Definition> };
    const keys = (name: string) => Object.keys($defs[name]?.properties ?? {});
    expect(keys('curriculum').filter((key) => !keys('site-curriculum').includes(key))).toEqual([]);
  });
});
