// A behaviour model of your own in ten lines: models/waning-attendance.ts. Run it: node examples/16-model-of-your-own.ts
import { figuresOf, loadStudy, prepareKernel, type Study, simulateCohort } from '../src/simulation.ts'; // from 'stepwell/simulation'
import { waningAttendance } from './models/waning-attendance.ts';

const loaded = await loadStudy('examples/scenarios/matrix.yaml');
if (!loaded.ok) throw new Error(loaded.issues.map(({ message }) => message).join('\n'));
const { study } = loaded;

for (const rate of [0, 0.2, 0.4]) {
  const attendance = waningAttendance(0.9, rate);
  const own: Study = {
    ...study,
    scenario: { ...study.scenario, behaviour: { ...study.scenario.behaviour, attendance } },
  };
  const { all } = simulateCohort(prepareKernel(own), { patients: 1000, seed: 7 });
  const { attendance: came, completed } = figuresOf(all);
  console.log(`rate ${rate}: ${came?.toFixed(2)} of the sessions, ${completed?.toFixed(2)} complete`);
}
//=> rate 0: 0.80 of the sessions, 0.18 complete
//=> rate 0.2: 0.76 of the sessions, 0.13 complete
//=> rate 0.4: 0.69 of the sessions, 0.02 complete
