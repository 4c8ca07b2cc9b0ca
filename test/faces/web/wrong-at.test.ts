import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { HttpProblem } from '../../../src/faces/http/http-problem.ts';
import { readWith } from '../../../src/faces/http/read-with.ts';
import { wrongAt } from '../../../src/faces/web/wrong-at.ts';

const Form = z.strictObject({
  name: z.string().min(1),
  minutes: z.int().min(1).max(720),
  kind: z.enum(['alone', 'together']),
  change: z.strictObject({ status: z.enum(['attended', 'absent']) }),
});

function problemOf(value: unknown): HttpProblem {
  try {
    readWith(Form, value, 'body');
  } catch (error) {
    if (error instanceof HttpProblem) return error;
  }
  throw new Error('nothing is wrong');
}

describe('what is wrong with a field', () => {
  const problem = problemOf({ name: '', minutes: 900, kind: 'other', change: { status: 'x' } });

  it('is told in plain words at that field and at no other', () => {
    expect(wrongAt(problem, 'name')).toBe('this is needed');
    expect(wrongAt(problem, 'minutes')).toBe('at most 720');
    expect(wrongAt(problem, 'kind')).toBe('choose one of those that are offered');
    expect([wrongAt(problem, 'place'), wrongAt(null, 'name')]).toEqual([null, null]);
  });

  it('is found where the field corrects a part of an entry', () => {
    expect(wrongAt(problem, 'new-status')).toBe('choose one of those that are offered');
  });

  it('says that a number is wanted, and a whole one', () => {
    const half = problemOf({ name: 'a', minutes: 1.5, kind: 'alone', change: { status: 'absent' } });
    expect(wrongAt(half, 'minutes')).toBe('give a whole number');
    const none = problemOf({ name: 'a', minutes: Number.NaN, kind: 'alone', change: { status: 'absent' } });
    expect(wrongAt(none, 'minutes')).toBe('give a number');
  });
});
