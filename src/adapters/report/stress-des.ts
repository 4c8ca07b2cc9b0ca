import type { Study } from '../../simulation/scenario/study.ts';
import type { Manifest } from './manifest.ts';
import type { PictureTable } from './picture.ts';

/**
 * Fills the items of STRESS-DES (Monks and others 2019, Strengthening the reporting of empirical simulation studies) that a run
 * knows of itself; what only its author knows is marked as that.
 */
export function stressDes({ scenario, curriculum }: Study, manifest: Manifest): PictureTable {
  const author = 'to be written by the author';
  const { behaviour, clinic, cohort, horizon } = scenario;
  const sources = [...new Set(sourcesOf(scenario))];
  const assumed = sourcesOf(scenario).filter((source) => source === 'assumed').length;
  const versions = Object.entries(manifest.versions).map(([name, version]) => `${name} ${version}`);
  const rows: [string, string, string][] = [
    ['1.1', 'Purpose', `${scenario.title}. ${scenario.note ?? ''} Rationale: ${author}.`],
    [
      '1.2',
      'Outputs',
      'Retention (Kaplan-Meier, Greenwood), ends (Aalen-Johansen), completion (Wilson), length of stay, sessions, drug tests, gates, flows, cost; means with Student’s intervals.',
    ],
    [
      '1.3',
      'Experimentation aims',
      `Scenario ${scenario.id}; others are compared on the same random numbers.`,
    ],
    [
      '2.1',
      'Base model overview',
      `${curriculum.title} (${curriculum.id} ${curriculum.version}); plan ${manifest.curriculum.plan.slice(0, 16)}.`,
    ],
    [
      '2.2',
      'Base model logic',
      'The plan of the curriculum, the same as in the clinic; the kernel is compared with its state machine event for event.',
    ],
    ['2.3', 'Scenario logic', Object.keys(scenario.parameters ?? {}).join(', ') || 'no parameter is varied'],
    [
      '2.4',
      'Algorithms',
      `Time goes on by days; attendance, use (a step each ${behaviour.use?.step ?? 'week'}), tests, drop-out and exits by logistic models; staff by policy and delay.`,
    ],
    [
      '2.5',
      'Components',
      `Entities: patients with ${behaviour.traits.map(({ id }) => id).join(', ') || 'no traits'}. Activities: sessions, drug tests, sign-offs, outreach. Resources: ${clinic === undefined ? 'none limited' : `places, ${clinic.stations.map(({ id, places }) => `${places} at ${id}`).join(', ')}`}.`,
    ],
    ['3.1', 'Data sources', sources.join('; ')],
    ['3.2', 'Pre-processing', author],
    [
      '3.3',
      'Input parameters',
      `In the scenario (SHA-256 ${manifest.scenario.sha256.slice(0, 16)}), each with its source.`,
    ],
    ['3.4', 'Assumptions', `${assumed} parts of the scenario are marked assumed.`],
    [
      '4.1',
      'Initialisation',
      clinic === undefined
        ? 'Each patient begins at admission; there is no warm-up. Cohorts have no common calendar.'
        : `Each patient begins at admission. The clinic begins ${clinic.warmStart ? 'with patients at every stage' : 'empty'}; its first ${clinic.warmUpDays ?? 0} days are left out.`,
    ],
    [
      '4.2',
      'Run length',
      `${horizon.days} days from admission (${horizon.source}); ${cohort.patients} patients in the scenario, ${manifest.patients} here.${clinic === undefined ? '' : ` The clinic runs for ${clinic.days} days.`}`,
    ],
    [
      '4.3',
      'Estimation approach',
      `${manifest.replications} replication(s) of ${manifest.patients} patients${manifest.until === undefined ? '' : `, repeated until the 95 % interval of ${manifest.until.figure} reached ${manifest.until.halfWidth} to both sides`}.`,
    ],
    ['5.1', 'Software', versions.join(', ')],
    [
      '5.2',
      'Random sampling',
      `Threefry-2x32-20, counted by patient, day and purpose; seed ${manifest.seed}; the same numbers for each scenario.`,
    ],
    [
      '5.3',
      'Model execution',
      `By days, in shards of ${manifest.shardSize} patients, in any order, to the same result.`,
    ],
    ['5.4', 'System specification', 'The result does not depend on the machine; the run time does.'],
    ['6.1', 'Computer model sharing', 'Scenario and curriculum are files; manifest.json repeats the run.'],
  ];
  return { headings: ['Item', 'What', 'Here'], rows };
}

function sourcesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'source' && typeof part === 'string' ? [part] : sourcesOf(part),
  );
}
