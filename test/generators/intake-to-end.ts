import type { Curriculum } from '../../src/curriculum/curriculum.ts';
import type { Condition } from '../../src/curriculum/intake/condition.ts';
import type { Intake } from '../../src/curriculum/intake/intake.ts';
import { levelOfCareKey } from '../../src/curriculum/level-of-care.ts';
import { ProgramDirectory } from '../../src/curriculum/program-directory/program-directory.ts';
import type { Command } from '../../src/engine/command.ts';
import { matchPrograms } from '../../src/engine/matching/match-programs.ts';
import { createClinic } from './clinic.ts';
import { RECOVERING, robotCarries } from './counselor-robot.ts';

const START = '2026-01-05';

/** What a patient who looks for a curriculum suffers from, by its name; substance use unless it says otherwise. */
function conditionsFor(id: string): Condition[] {
  if (/eating-disorder|cbt-e/.test(id)) return ['eating-disorder'];
  if (/dual/.test(id)) return ['dual-diagnosis'];
  if (/depression|mental-health|tms|esketamine|emdr|dbt|activation/.test(id)) return ['mental-health'];
  return ['substance-use'];
}

function intakeFor({ id, levelOfCare }: Curriculum): Intake {
  return {
    on: START,
    age: 34,
    conditions: conditionsFor(id),
    languages: ['en'],
    networks: ['example-health'],
    workHours: [],
    referral: { source: id.includes('court') ? 'criminal-justice' : 'health-care-provider' },
    findings: {
      'acute-danger': id.includes('acute'),
      'opioid-use-disorder': /opioid|medication-management/.test(id),
      'buprenorphine-hypersensitivity': false,
      'no-physical-exercise': false,
      'allergy-to-horses': false,
      'unsafe-near-animals': false,
      'metal-in-head': false,
      'aneurysmal-vascular-disease': false,
      'intracerebral-hemorrhage': false,
      'ketamine-hypersensitivity': false,
    },
    screenings: [{ instrument: 'ciwa-ar', score: 3 }],
    neededLevels: [{ level: levelOfCare, by: 'counselor' }],
  };
}

/** Two programs: one that runs the curriculum, and one of the same level for children, which does not fit. */
function directoryWith({ id, levelOfCare }: Curriculum): ProgramDirectory {
  const both = { levels: [levelOfCare], networks: ['example-health'], languages: ['en'] };
  return ProgramDirectory.parse({
    title: 'Two made-up programs',
    programs: [
      { ...both, id: 'for-children', title: 'For children', ages: { maximum: 12 } },
      { ...both, id: 'with-it', title: 'With it', ages: { minimum: 13 }, curricula: [id] },
    ],
  });
}

/**
 * Takes a patient from the referral and the intake, over the program that is recommended first, through a curriculum to its end, by
 * commands and with nothing to go by but the answers of the engine. Gives back the clinic and all commands.
 */
export async function intakeToEnd(
  curriculum: Curriculum,
  episode = 'e-1',
): Promise<{ clinic: ReturnType<typeof createClinic>; commands: Command[] }> {
  const clinic = createClinic(curriculum, { today: START });
  const intake = intakeFor(curriculum);
  const { programs } = matchPrograms(directoryWith(curriculum), intake, [curriculum]);
  const first = programs[0]!;
  if (first.standing === 'does-not-fit' || first.curriculum === null)
    throw new Error(`no program runs ${levelOfCareKey(curriculum.levelOfCare)}`);
  const scores = conditionsFor(curriculum.id).includes('eating-disorder') ? ['bmi'] : [];
  const day = { episode, on: START, by: 'counselor-1' };
  const before = [
    { type: 'Refer', patient: `p-${episode}`, ...day },
    { type: 'RecordIntake', intake, ...day },
    ...scores.map((instrument) => ({
      type: 'RecordAssessment',
      instrument,
      score: RECOVERING[instrument]![0],
      ...day,
    })),
    {
      type: 'DecidePlacement',
      program: first.program,
      curriculum: first.curriculum,
      recommended: programs.map(({ program }) => program),
      ...day,
    },
    { type: 'Admit', patient: `p-${episode}`, curriculum: first.curriculum, ...day },
  ] as Command[];
  for (const command of before) await clinic.must(command);
  const after = await robotCarries(clinic, episode, START);
  return { clinic, commands: [...before, ...after] };
}
