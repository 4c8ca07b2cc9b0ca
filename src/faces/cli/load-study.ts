import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Issue } from '../../curriculum/issue.ts';
import type { Targets } from '../../simulation/calibration/targets.ts';
import { pathwayStudy } from '../../simulation/scenario/pathway-study.ts';
import type { Scenario } from '../../simulation/scenario/scenario.ts';
import type { Study } from '../../simulation/scenario/study.ts';
import { CliFailure } from './cli-failure.ts';
import { EXIT } from './exit-codes.ts';
import { isFile } from './is-file.ts';
import { loadCurriculum } from './load-curriculum.ts';
import { findPathway } from './load-pathway.ts';

/** Reads a scenario and the curriculum that it names: a file beside it, or an id. Fails with the problems of the file. */
export async function loadStudy(file: string, folders: readonly string[]): Promise<Study> {
  const { loadScenarioFile, studyIssues } = await import('../../adapters/yaml/load-scenario.ts');
  const { readBaseline } = await import('../../adapters/csv/read-baseline.ts');
  const loaded = loadScenarioFile(file);
  const study = await studyOf(file, contentOf(file, readBaseline(file, contentOf(file, loaded))), folders);
  if (!loaded.ok) return study;
  const issues = studyIssues(study, loaded.positions);
  return contentOf(file, issues.length === 0 ? { ok: true, value: study } : { ok: false, issues });
}

async function studyOf(file: string, scenario: Scenario, folders: readonly string[]): Promise<Study> {
  const beside = join(dirname(file), scenario.curriculum);
  if (existsSync(beside))
    return { scenario, curriculum: await loadCurriculum(beside, [dirname(file), ...folders]) };
  const named = scenario.curriculum;
  const pathway = isFile(named) ? null : await findPathway(named, folders);
  if (pathway !== null) return pathwayStudy(scenario, pathway);
  return { scenario, curriculum: await loadCurriculum(named, folders) };
}

/** Targets of a fit, and where in their file something stands. */
export type LoadedTargets = {
  readonly targets: Targets;
  readonly place: (path: readonly (string | number)[]) => string;
};

/** Reads the targets of a fit. Fails with the problems of the file. */
export async function loadTargets(file: string): Promise<LoadedTargets> {
  const { loadTargetsFile } = await import('../../adapters/yaml/load-scenario.ts');
  const loaded = loadTargetsFile(file);
  const targets = contentOf(file, loaded);
  const positions = loaded.ok ? loaded.positions : undefined;
  const place = (path: readonly (string | number)[]) => {
    const { line = 1, column = 1 } = positions?.(path) ?? {};
    return `${file}:${line}:${column}`;
  };
  return { targets, place };
}

type Loaded<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

function contentOf<T>(file: string, loaded: Loaded<T>): T {
  if (loaded.ok) return loaded.value;
  const { issues } = loaded;
  const gone = issues.length === 1 && issues[0]?.code === 'file-unreadable';
  const lines = issues.map((i) => `${i.file}:${i.line}:${i.column} ${i.code} ${i.message}`);
  throw new CliFailure(
    gone ? EXIT.notFound : EXIT.invalidFile,
    gone ? 'not-found' : 'invalid-scenario',
    gone ? `${issues[0]?.file ?? file}: ${issues[0]?.message}` : lines.join('\n'),
    { issues },
  );
}
