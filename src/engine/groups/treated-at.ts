import type { CaseloadRow } from '../caseload-row.ts';
import type { EventStore } from '../event-store.ts';

const PAGE = 500;

/** The episodes at a site that were in treatment on some of the days from one to another, both included, by their ids. */
export async function treatedAt(
  store: EventStore,
  site: string,
  from: string,
  to: string,
): Promise<CaseloadRow[]> {
  const found: CaseloadRow[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await store.caseload({ site, limit: PAGE, ...(after === undefined ? {} : { after }) });
    found.push(
      ...page.filter(
        ({ admittedOn, endedOn }) =>
          admittedOn !== null && admittedOn <= to && (endedOn === null || endedOn > from),
      ),
    );
    after = page.at(-1)?.episode;
    if (page.length < PAGE) return found;
  }
}
