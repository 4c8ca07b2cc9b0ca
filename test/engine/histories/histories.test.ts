import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readHistory, replayHistory } from './replay-history.ts';

const RELEASES = readdirSync(new URL('../../histories/', import.meta.url)).filter((name) =>
  /^\d+\.\d+\.\d+$/.test(name),
);
const HISTORIES = RELEASES.flatMap((release) =>
  readdirSync(new URL(`../../histories/${release}`, import.meta.url))
    .filter((file) => file.endsWith('.jsonl'))
    .map((file) => [release, file.replace('.jsonl', '')] as const),
);

describe('a log of a release', () => {
  it.each(HISTORIES)('%s %s comes to the state in which it ended', async (release, name) => {
    const history = readHistory(release, name);
    expect(await replayHistory(history)).toBe(history.end.state);
  });

  it.each(HISTORIES)(
    '%s %s comes to another state where one attendance was altered',
    async (release, name) => {
      const history = readHistory(release, name);
      const attended = '"status":"attended"';
      const at = history.lines.findLastIndex(({ body }) => body.includes(attended));
      const altered = history.lines.map((line, index) =>
        index === at ? { ...line, body: line.body.replace(attended, '"status":"absent"') } : line,
      );
      expect(at).toBeGreaterThan(-1);
      expect(await replayHistory({ ...history, lines: altered })).not.toBe(history.end.state);
    },
  );

  it('is there for every release, three or more', () => {
    for (const release of RELEASES)
      expect(HISTORIES.filter(([of]) => of === release).length).toBeGreaterThanOrEqual(3);
    expect(RELEASES).toContain('0.1.0');
  });
});
