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

/** Describes a run so that it can be repeated to the byte: hashes of what went in, seed, sizes and versions. */
export function studyManifest(study: Study, run: RunPlan, figures: Manifest['figures']): Manifest {
  const { scenario, curriculum, pathway } = study;
  const file = new URL('../../../package.json', import.meta.url);
  const { version, dependencies } = JSON.parse(readFileSync(file, 'utf8')) as {
    version: string;
    dependencies: Record<string, string>;
  };
  const used = ['lib-r-math.js', 'vega', 'vega-lite', 'hyparquet-writer'];
  return {
    format: 1,
    command: run.command,
    scenario: {
      id: scenario.id,
      sha256: createHash('sha256').update(canonicalJson(scenario)).digest('hex'),
    },
    curriculum: {
      id: curriculum.id,
      version: curriculum.version,
      plan: (pathway === undefined ? compilePlan(curriculum) : compilePathway(pathway)).hash,
    },
    ...{ patients: run.patients, replications: run.replications, seed: run.seed, shardSize: run.shardSize },
    ...(run.until ? { until: run.until } : {}),
    versions: {
      stepwell: version,
      ...Object.fromEntries(used.map((name) => [name, dependencies[name] ?? ''])),
    },
    figures,
  };
}
