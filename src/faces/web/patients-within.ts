import type { CaseloadRow } from '../../engine/caseload-row.ts';
import { caseloadScope } from '../http/caseload-scope.ts';
import type { Ask } from '../http/route.ts';

type Asked = Pick<Ask, 'clinic' | 'principal' | 'reach'>;

/** The most patients whose calendars are read for one day, and who are listed in one form. */
export const MOST_PATIENTS = 300;

/** The patients within reach who are in treatment and not on leave: the first of them, by episode, where there are very many. */
export async function patientsWithin(ask: Asked): Promise<CaseloadRow[]> {
  return (await firstPatients(ask)).patients;
}

/** The same, with whether there are more than these. */
export async function firstPatients(ask: Asked): Promise<{ patients: CaseloadRow[]; more: boolean }> {
  const rows = await inTreatment(ask, MOST_PATIENTS + 1);
  const patients = rows.slice(0, MOST_PATIENTS).filter(({ lifecycle }) => lifecycle === 'active');
  return { patients, more: rows.length > MOST_PATIENTS };
}

/** All patients within reach who are in treatment, on leave or not, however many there are; or the first of them. */
export async function inTreatment(
  { clinic, principal, reach }: Asked,
  limit?: number,
): Promise<CaseloadRow[]> {
  const scope = caseloadScope(principal, reach, {});
  if (scope === null) return [];
  return clinic.engine.caseload({ ...scope, open: true, ...(limit === undefined ? {} : { limit }) });
}
