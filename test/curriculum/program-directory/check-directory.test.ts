import { describe, expect, it } from 'vitest';
import { checkDirectory } from '../../../src/curriculum/program-directory/check-directory.ts';
import { ProgramDirectory } from '../../../src/curriculum/program-directory/program-directory.ts';

const check = (...programs: object[]) =>
  checkDirectory(ProgramDirectory.parse({ title: 'Made up', programs })).map(({ code, path }) => [
    code,
    path.join('.'),
  ]);

describe('a directory of programs', () => {
  it('may leave everything open but the names of its programs', () => {
    expect(
      check({ id: 'a', title: 'A' }, { id: 'b', title: 'B', ages: 'unknown', capacity: 'unknown' }),
    ).toEqual([]);
  });

  it('gives each program its own id', () => {
    expect(check({ id: 'a', title: 'A' }, { id: 'a', title: 'B' })).toEqual([
      ['duplicate-id', 'programs.1.id'],
    ]);
  });

  it('has age limits that somebody meets', () => {
    expect(check({ id: 'a', title: 'A', ages: { minimum: 18, maximum: 18 } })).toEqual([]);
    expect(check({ id: 'a', title: 'A', ages: { minimum: 19, maximum: 18 } })).toEqual([
      ['threshold-impossible', 'programs.0.ages'],
    ]);
  });

  it('has no more free places than places', () => {
    expect(check({ id: 'a', title: 'A', capacity: { places: 4, free: 4 } })).toEqual([]);
    expect(check({ id: 'a', title: 'A', capacity: { places: 4, free: 5 } })).toEqual([
      ['threshold-impossible', 'programs.0.capacity'],
    ]);
  });

  it('has rules of priority with ids of their own, that somebody can meet, and services for rules that there are', () => {
    const rule = (id: string, more: object = {}) => ({
      id,
      title: id,
      priority: 1,
      when: [{ type: 'age', atLeast: 18, ...more }],
    });
    const service = { service: 'counseling', title: 'Counseling', withinDays: 2, for: ['pregnat'] };
    const waiting = { priorities: [rule('pregnant'), rule('pregnant', { atMost: 17 })], interim: [service] };
    expect(check({ id: 'a', title: 'A', waiting })).toEqual([
      ['duplicate-id', 'programs.0.waiting.priorities.1.id'],
      ['threshold-impossible', 'programs.0.waiting.priorities.1.when.0.atMost'],
      ['dangling-reference', 'programs.0.waiting.interim.0.for.0'],
    ]);
  });
});
