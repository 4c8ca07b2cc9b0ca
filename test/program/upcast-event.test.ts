import { describe, expect, it } from 'vitest';
import { EpisodeEvent } from '../../src/program/episode-event.ts';
import { type Upcaster, upcastEvent } from '../../src/program/upcast-event.ts';

/** Two forms that never were: a credit once named one session, and before that its track was called a module. */
const NEVER_WERE: readonly Upcaster[] = [
  {
    title: '0.0.2: a module became a track',
    isOld: (body) => 'module' in body,
    upcast: ({ module, ...body }) => ({ ...body, track: module }),
  },
  {
    title: '0.0.3: the session of a credit became a list',
    isOld: (body) => 'track' in body && 'session' in body,
    upcast: ({ session, ...body }) => ({ ...body, sessions: [session] }),
  },
];
const OLDEST = {
  type: 'CreditGranted',
  on: '2026-01-05',
  by: 'c-1',
  module: 'skills',
  session: 3,
  from: 'elsewhere',
};

describe('upcastEvent', () => {
  it('takes a body of the oldest form through all forms after it', () => {
    const event = {
      type: 'CreditGranted',
      on: '2026-01-05',
      by: 'c-1',
      track: 'skills',
      sessions: [3],
      from: 'elsewhere',
    };
    expect(EpisodeEvent.safeParse(OLDEST).success).toBe(false);
    expect(EpisodeEvent.parse(upcastEvent(OLDEST, NEVER_WERE))).toEqual(event);
    expect(upcastEvent(event, NEVER_WERE)).toEqual(event);
  });

  it('leaves what it was given as it was', () => {
    const before = structuredClone(OLDEST);
    upcastEvent(OLDEST, NEVER_WERE);
    expect(OLDEST).toEqual(before);
  });

  it('lets a body that is no object pass, for the schema to refuse', () => {
    for (const body of [null, 'text', 7, [OLDEST]]) expect(upcastEvent(body, NEVER_WERE)).toEqual(body);
  });
});
