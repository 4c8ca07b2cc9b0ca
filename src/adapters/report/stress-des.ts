import type { Study } from '../../simulation/scenario/study.ts';
import type { DescribedRun } from './described-run.ts';
import type { PictureTable } from './picture.ts';

/**
 * Fills the items of STRESS-DES (Monks and others 2019, Strengthening the reporting of empirical simulation studies) that a run
 * knows of itself; what only its author knows is marked as that.
 */
export function stressDes(run: DescribedRun): PictureTable {
  const author = 'to be written by the author';
  const studies = run.studies.map(({ study }) => study);
  const each = (of: (study: Study) => string) => [...new Set(studies.map(of))].join(' ');
  const all = studies.flatMap(({ scenario }) => sourcesOf(scenario));
  const assumed = all.filter((source) => source === 'assumed').length;
  const versions = Object.entries(run.versions).map(([name, version]) => `${name} ${version}`);
  const machine = run.execution === 'machine';
  const rows: [string, string, string][] = [
    [
      '1.1',
      'Purpose',
      `${each(({ scenario }) => `${scenario.title}. ${scenario.note ?? ''}`)} Rationale: ${author}.`,
    ],
    [
      '1.2',
      'Outputs',
      `Retention (Kaplan-Meier; Greenwood’s error, interval on the scale of log(−log S)), median stay (Brookmeyer and Crowley), restricted mean, ends (Aalen-Johansen, delta method), shares (Wilson), median days (order statistics), means (Student), sessions, drug tests, gates, flows, cost${studies.some(returns) ? ', readmission' : ''}.`,
    ],
    ['1.3', 'Experimentation aims', run.aims],
    [
      '2.1',
      'Base model overview',
      run.studies
        .map(
          ({ study: { curriculum }, plan }) =>
            `${curriculum.title} (${curriculum.id} ${curriculum.version}); plan ${plan.slice(0, 16)}.`,
        )
        .join(' '),
    ],
    [
      '2.2',
      'Base model logic',
      `The plan of the curriculum, the same as in the clinic; ${machine ? 'its state machine was driven patient by patient' : 'a kernel generated from it, which tests compare with its state machine event for event'}.`,
    ],
    ['2.3', 'Scenario logic', run.logic],
    ['2.4', 'Algorithms', each(algorithms)],
    ['2.5', 'Components', each(components)],
    ['3.1', 'Data sources', [...new Set(all)].join('; ')],
    ['3.2', 'Pre-processing', author],
    [
      '3.3',
      'Input parameters',
      `In the scenario (SHA-256 ${run.studies.map(({ scenario }) => scenario.slice(0, 16)).join(' and ')}), each with its source.`,
    ],
    [
      '3.4',
      'Assumptions',
      `${assumed} parts of the scenario${studies.length > 1 ? 's' : ''} are marked assumed.`,
    ],
    ['4.1', 'Initialisation', each(initialisation)],
    ['4.2', 'Run length', `${each(runLength)} ${run.patients} patients here.`],
    ['4.3', 'Estimation approach', run.estimation],
    ['5.1', 'Software', versions.join(', ')],
    [
      '5.2',
      'Random sampling',
      `Threefry-2x32-20, counted by patient, day and purpose; seed ${run.seed}; the same numbers at each point.`,
    ],
    [
      '5.3',
      'Model execution',
      'By days, patients in shards on several threads, in any order and on any number of them to the same result.',
    ],
    ['5.4', 'System specification', 'The result does not depend on the machine; the run time does.'],
    [
      '6.1',
      'Computer model sharing',
      'inputs.json beside this report holds scenario and curriculum; stepwell repeat makes the run again to the byte.',
    ],
  ];
  return { headings: ['Item', 'What', 'Here'], rows };
}

function returns({ scenario }: Study): boolean {
  return scenario.behaviour.readmission !== undefined;
}

function algorithms(study: Study): string {
  const { behaviour } = study.scenario;
  const parts = [
    `attendance, use (a step each ${behaviour.use?.step ?? 'week'}), tests, drop-out and exits by logistic models`,
    ...(returns(study)
      ? ['readmission into the same episode by one, as long as the program takes patients back']
      : []),
    ...(behaviour.leave === undefined ? [] : ['leaves, on which the clock of the program stands still']),
    'staff by policy and delay',
  ];
  return `Time goes on by days; ${parts.join('; ')}.`;
}

function components({ scenario: { behaviour, clinic } }: Study): string {
  const traits = behaviour.traits.map(({ id }) => id).join(', ') || 'no traits';
  const places = clinic?.stations.map((station) => `${station.places} at ${station.id}`).join(', ');
  const limited = places === undefined ? 'none limited' : `places, ${places}`;
  return `Entities: patients with ${traits}. Activities: sessions, drug tests, sign-offs, outreach. Resources: ${limited}.`;
}

function initialisation({ scenario: { clinic } }: Study): string {
  return clinic === undefined
    ? 'Each patient begins at admission; there is no warm-up. Cohorts have no common calendar.'
    : `Each patient begins at admission. The clinic begins ${clinic.warmStart ? 'with patients at every stage' : 'empty'}; its first ${clinic.warmUpDays ?? 0} days are left out.`;
}

function runLength({ scenario: { horizon, cohort, clinic } }: Study): string {
  const clinicDays = clinic === undefined ? '' : ` The clinic runs for ${clinic.days} days.`;
  return `${horizon.days} days from admission (${horizon.source}); ${cohort.patients} patients in the scenario.${clinicDays}`;
}

function sourcesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    key === 'source' && typeof part === 'string' ? [part] : sourcesOf(part),
  );
}
