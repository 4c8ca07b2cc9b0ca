import type { EventStore } from '../event-store.ts';

const PAGE = 500;

/**
 * Whether a census would leave somebody out, because the record was written before courses were kept and its caches have not been rebuilt
 * since.
 */
export async function missesCourses(store: EventStore): Promise<boolean> {
  const kept = new Set((await store.courses({})).map(({ episode }) => episode));
  for (let after: string | undefined; ; ) {
    const page = await store.caseload({ limit: PAGE, ...(after === undefined ? {} : { after }) });
    if (page.some(({ episode, admittedOn }) => admittedOn !== null && !kept.has(episode))) return true;
    after = page.at(-1)?.episode;
    if (page.length < PAGE) return false;
  }
}
