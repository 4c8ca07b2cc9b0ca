import { describe } from 'vitest';
import { appendConformance } from './append-conformance.ts';
import type { ConformanceSubject } from './conformance-subject.ts';
import { erasureConformance } from './erasure-conformance.ts';
import { queryConformance } from './query-conformance.ts';
import { tamperConformance } from './tamper-conformance.ts';
import { worklistConformance } from './worklist-conformance.ts';

/**
 * Declares the tests that every event store passes, with no exception.
 *
 * ```ts
 * testEventStore('the memory store', openMemorySubject);
 * ```
 */
export function testEventStore(name: string, open: () => ConformanceSubject): void {
  describe(name, () => {
    appendConformance(open);
    queryConformance(open);
    worklistConformance(open);
    erasureConformance(open);
    tamperConformance(open);
  });
}
