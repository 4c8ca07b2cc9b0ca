import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Takes the parts of a run away: all of them, or those alone that are not complete, as a thread leaves them that was stopped. */
export function forgetParts(folder: string, which: 'all' | 'incomplete'): void {
  const pattern = which === 'all' ? /^part-\d+\.(parquet|csv)(\.new)?$/ : /^part-\d+\.(parquet|csv)\.new$/;
  for (const table of ['patients', 'events']) {
    const parts = join(folder, table);
    if (!statSync(parts, { throwIfNoEntry: false })?.isDirectory()) continue;
    for (const name of readdirSync(parts)) if (pattern.test(name)) rmSync(join(parts, name));
  }
}
