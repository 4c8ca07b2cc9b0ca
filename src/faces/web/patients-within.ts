import type { CaseloadRow } from '../../engine/caseload-row.ts';
import { caseloadScope } from '../http/caseload-scope.ts';
import type { Ask } from '../http/route.ts';

/** The most patients whose calendars are read for one day. */
const MOST = 300;

/** The patients within reach who are in treatment and not on leave. */
export async function patientsWithin({
  clinic,
  principal,
  reach,
}: Pick<Ask, 'clinic' | 'principal' | 'reach'>): Promise<CaseloadRow[]> {
  const scope = caseloadScope(principal, reach, {});
  const rows = scope === null ? [] : await clinic.engine.caseload({ ...scope, open: true, limit: MOST });
  return rows.filter(({ lifecycle }) => lifecycle === 'active');
}
