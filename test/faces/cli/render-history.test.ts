import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '../../../src/engine/history.ts';
import { renderHistory } from '../../../src/faces/cli/render-history.ts';

const entry = (version: number, type: string, standing: string, corrections: readonly number[]) =>
  ({
    version,
    on: '2026-03-02',
    recordedAt: '2026-03-02T10:00:00.000Z',
    standing,
    corrections,
    changes: [],
    event: { type, on: '2026-03-02', by: 'kim', fact: 1, change: { result: 'negative' }, result: 'positive' },
  }) as unknown as HistoryEntry;

describe('a history on the command line', () => {
  it('tells the amendments of a voided fact from what voided it', () => {
    const text = renderHistory([
      entry(1, 'DrugTestRecorded', 'voided', [2, 3]),
      entry(2, 'Amended', 'correction', []),
      entry(3, 'Voided', 'correction', []),
    ]);
    expect(text).toContain('[amended by 2; voided by 3]');
  });
});
