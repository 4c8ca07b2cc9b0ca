import type { DescribedRun } from '../../adapters/report/described-run.ts';
import { whyNoKernel } from '../../simulation/experiment/prepare-study.ts';
import type { Study } from '../../simulation/scenario/study.ts';
import { studyIdentity, versionsUsed } from './study-manifest.ts';

/** Describes a run of studies for its methods section, with hashes and versions. */
export function describeRun(
  studies: readonly Study[],
  run: Pick<DescribedRun, 'aims' | 'logic' | 'estimation' | 'patients' | 'seed'>,
): DescribedRun {
  return {
    ...run,
    studies: studies.map((study) => {
      const { scenario, curriculum } = studyIdentity(study);
      return { study, scenario: scenario.sha256, plan: curriculum.plan };
    }),
    execution: studies.some((study) => whyNoKernel(study).length > 0) ? 'machine' : 'kernel',
    versions: versionsUsed(),
  };
}
