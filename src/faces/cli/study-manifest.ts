import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Manifest } from '../../adapters/report/manifest.ts';
import { canonicalJson } from '../../program/canonical-json.ts';
import { compilePathway } from '../../program/compile-pathway.ts';
import { compilePlan } from '../../program/compile-plan.ts';
import type { Study } from '../../simulation/scenario/study.ts';

/** What a run is made of, before it is known what comes of it. */
export type RunPlan = {
  readonly command: string;
  readonly patients: number;
  readonly replications: number;
  readonly seed: number;
  readonly shardSize: number;
  /** How precise a figure had to become, where that decided on the replications. */
  readonly until?: Manifest['until'];
};

/** Says which scenario and which program a study is, by hashes of what went in. */
export function studyIdentity({
  scenario,
  curriculum,
  pathway,
}: Study): Pick<Manifest, 'scenario' | 'curriculum'> {
  return {
    scenario: {
      id: scenario.id,
      sha256: createHash('sha256').update(canonicalJson(scenario)).digest('hex'),
    },
    curriculum: {
      id: curriculum.id,
      version: curriculum.version,
      plan: (pathway === undefined ? compilePlan(curriculum) : compilePathway(pathway)).hash,
    },
  };
}

/** The versions of stepwell and of the libraries that what a run writes depends on. */
export function versionsUsed(): Readonly<Record<string, string>> {
  const file = new URL('../../../package.json', import.meta.url);
  const { version, dependencies } = JSON.parse(readFileSync(file, 'utf8')) as {
    version: string;
    dependencies: Record<string, string>;
  };
  const used = ['lib-r-math.js', 'vega', 'vega-lite', 'hyparquet-writer'];
  return { stepwell: version, ...Object.fromEntries(used.map((name) => [name, dependencies[name] ?? ''])) };
}

/** Describes a run so that it can be repeated to the byte: hashes of what went in, seed, sizes and versions. */
export function studyManifest(study: Study, run: RunPlan, figures: Manifest['figures']): Manifest {
  return {
    format: 1,
    command: run.command,
    ...studyIdentity(study),
    ...{ patients: run.patients, replications: run.replications, seed: run.seed, shardSize: run.shardSize },
    ...(run.until ? { until: run.until } : {}),
    versions: versionsUsed(),
    figures,
  };
}
