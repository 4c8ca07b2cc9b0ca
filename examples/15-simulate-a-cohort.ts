// Simulate a cohort through a curriculum, and compare two scenarios. Run it: node examples/15-simulate-a-cohort.ts
import {
  compareStudies,
  figuresOf,
  loadStudy,
  prepareKernel,
  replicate,
  simulateCohort,
  withParameters,
} from '../src/simulation.ts'; // from 'stepwell/simulation'

const loaded = await loadStudy('examples/scenarios/matrix.yaml');
if (!loaded.ok) throw new Error(loaded.issues.map(({ message }) => message).join('\n'));
const { study } = loaded;
const percent = (share: number | null | undefined) => `${Math.round((share ?? 0) * 100)} %`;

// 2,000 patients go through the definition that the clinic uses. How they behave is assumed, and says so in the file.
const matrix = prepareKernel(study);
const cohort = simulateCohort(matrix, { patients: 2000, seed: 7 });
const figures = figuresOf(cohort.all);
console.log('completed:', percent(figures['completed'])); //=> completed: 12 %
console.log('in treatment after 90 days:', percent(figures['retention.90'])); //=> in treatment after 90 days: 62 %
console.log(
  'by group:',
  cohort.groups
    .slice(0, 3)
    .map((g) => `${g.value} ${percent(g.result.completed.value)}`)
    .join(', '),
); //=> by group: low 1 %, middle 8 %, high 30 %

// What if the gates asked for 60 % attendance? The same patients under the same draws, five pairs of cohorts.
const lower = prepareKernel(withParameters(study, { 'gate.attendance': 0.6 }));
const run = { patients: 1000, seed: 7 };
const compared = compareStudies(replicate(matrix, run, 5), replicate(lower, run, 5));
const { difference } = compared.find(({ figure }) => figure === 'completed')!;
const points = (share: number | null) => ((share ?? 0) * 100).toFixed(1);
console.log(
  `${points(difference.value)} points more complete (${points(difference.low)} to ${points(difference.high)})`,
); //=> 0.5 points more complete (0.1 to 0.9)
