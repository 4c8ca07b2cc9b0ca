import type { CaseloadRow } from '../../engine/caseload-row.ts';
import type { EpisodeCourse } from '../../engine/census/episode-course.ts';
import type { ChainedEvent } from '../../engine/chained-event.ts';
import type { DueRow } from '../../engine/due-row.ts';
import type { Erasure } from '../../engine/erasure.ts';
import type { IdempotentAnswer, StoredCurriculum, StoredSnapshot } from '../../engine/event-store.ts';
import { CHAIN_START } from '../../engine/hash-chain.ts';
import type { OutsideHead } from '../../engine/outside-head.ts';
import type { WorklistRow } from '../../engine/worklists/worklist-row.ts';

/** All that a memory store holds. Several stores may share one log, as several connections share one file. */
export type MemoryLog = {
  /** By position; the first has position 1. */
  events: ChainedEvent[];
  head: OutsideHead;
  erasures: Erasure[];
  snapshots: Map<string, StoredSnapshot>;
  due: Map<string, readonly DueRow[]>;
  caseload: Map<string, CaseloadRow>;
  worklists: Map<string, readonly WorklistRow[]>;
  courses: Map<string, EpisodeCourse>;
  commands: Map<string, IdempotentAnswer & { readonly episodes: readonly string[] }>;
  curricula: Map<string, StoredCurriculum>;
  /** The positions of each episode's events, in order of version. */
  episodes: Map<string, number[]>;
};

/** Makes an empty log. */
export function createMemoryLog(): MemoryLog {
  return {
    events: [],
    head: { count: 0, head: CHAIN_START },
    erasures: [],
    snapshots: new Map(),
    due: new Map(),
    caseload: new Map(),
    worklists: new Map(),
    courses: new Map(),
    commands: new Map(),
    curricula: new Map(),
    episodes: new Map(),
  };
}
