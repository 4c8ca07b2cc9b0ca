import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readBaseline } from './adapters/csv/read-baseline.ts';
import { loadCurriculumFile } from './adapters/yaml/load-curriculum-file.ts';
import { loadScenarioFile, studyIssues } from './adapters/yaml/load-scenario.ts';
import type { Issue } from './curriculum/issue.ts';
import { loadCurriculumLibrary, PACKAGE_CURRICULA } from './curriculum-folder.ts';
import { StepwellError } from './engine/stepwell-error.ts';
import { pathwayStudy } from './simulation/scenario/pathway-study.ts';
import type { Study } from './simulation/scenario/study.ts';

/** A study that was read, or everything that is wrong with its files. */
export type LoadedStudy =
  | { readonly ok: true; readonly study: Study }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Reads a scenario and the curriculum that it names: a file beside the scenario, or an id of the package or of `curricula`
 * (folders or files of YAML). Reads the disk. What is wrong with the two files, or with names of one that the other does not know, is a list of issues; throws `not-found` where
 * there is no curriculum of that name.
 *
 * ```ts
 * const loaded = await loadStudy('examples/scenarios/matrix.yaml');
 * if (loaded.ok) prepareKernel(loaded.study);
 * ```
 */
export async function loadStudy(
  file: string,
  options: { readonly curricula?: readonly string[] } = {},
): Promise<LoadedStudy> {
  const { curricula = [] } = options;
  const loaded = loadScenarioFile(file);
  if (!loaded.ok) return { ok: false, issues: loaded.issues };
  const complete = readBaseline(file, loaded.value);
  if (!complete.ok) return { ok: false, issues: complete.issues };
  const scenario = complete.value;
  const checked = (study: Study): LoadedStudy => {
    const issues = studyIssues(study, loaded.positions);
    return issues.length === 0 ? { ok: true, study } : { ok: false, issues };
  };
  const beside = join(dirname(file), scenario.curriculum);
  if (statSync(beside, { throwIfNoEntry: false })?.isFile()) {
    const read = loadCurriculumFile(beside, { folders: [PACKAGE_CURRICULA, dirname(file), ...curricula] });
    if (!read.ok) return { ok: false, issues: read.issues };
    return checked({ scenario, curriculum: read.curriculum });
  }
  const [id = '', version] = scenario.curriculum.split('@');
  const library = loadCurriculumLibrary(curricula);
  const curriculum = await library.find(id, version);
  if (curriculum !== null) return checked({ scenario, curriculum });
  const pathway = await library.findPathway?.(id, version);
  if (pathway) return checked(pathwayStudy(scenario, pathway));
  throw new StepwellError(
    'not-found',
    `there is no curriculum or pathway ${scenario.curriculum}: neither a file beside the scenario, nor an id of the package or of --curricula`,
    { curriculum: id },
  );
}
