import { type Course, isPathway } from '../../program/course.ts';
import { StepwellError } from '../stepwell-error.ts';
import type { MigrationTerms } from './judge-migration.ts';
import type { MigrationIssue } from './migration-issue.ts';
import type { MigrationParts } from './migration-parts.ts';
import type { MigrationRequest } from './migration-request.ts';
import { planCourseMigration } from './plan-pathway-migration.ts';

/** What a request comes to: the terms for every episode, and the issues of its mapping. Writes nothing. Throws `not-found`, `curriculum-changed`. */
export async function openTerms(
  parts: MigrationParts,
  request: MigrationRequest & { readonly by?: string; readonly reason?: string },
): Promise<{ terms: MigrationTerms; from: Course; issues: readonly MigrationIssue[]; wrong: boolean }> {
  const { shelf, clock } = parts;
  const load = async (version: string, unchanged = false): Promise<Course> => {
    const plan = await shelf.unpublished(request.curriculum, version, unchanged);
    if (plan === null)
      throw new StepwellError('not-found', `there is no curriculum ${request.curriculum}@${version}`);
    return plan;
  };
  const [from, to] = [await load(request.from), await load(request.to, true)];
  if (isPathway(from) !== isPathway(to))
    throw new StepwellError(
      'invalid-command',
      `${request.curriculum} is a pathway in one of the versions and a curriculum in the other; patients are not moved between the two`,
    );
  const { mapping, issues } = planCourseMigration({ from, to, mapping: request.mapping ?? {} });
  const today = clock.today();
  const terms = {
    from: { id: request.curriculum, version: request.from },
    to,
    mapping,
    on: request.on ?? today,
    today,
    recordedAt: clock.now(),
    by: request.by ?? parts.by,
    ...(request.reason === undefined ? {} : { reason: request.reason }),
  };
  return { terms, from, issues, wrong: issues.some(({ severity }) => severity === 'error') };
}
