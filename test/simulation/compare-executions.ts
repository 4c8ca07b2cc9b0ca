import type { Plan } from '../../src/program/plan.ts';
import type { Behaviour } from '../../src/simulation/behaviour.ts';
import { ENDS } from '../../src/simulation/ends.ts';
import { compileKernel, type Kernel } from '../../src/simulation/kernel/compile-kernel.ts';
import { patientHash } from '../../src/simulation/reference/patient-hash.ts';
import { simulatePatient } from '../../src/simulation/reference/simulate-patient.ts';

/** A patient who came out differently, with the events of both executions from where they part. */
export type Disagreement = {
  readonly patient: number;
  readonly kernel: string[];
  readonly machine: string[];
};

/** Drives some patients through the machine and through the kernel; what they tell differently. Throws where the kernel refuses. */
export function disagreements(
  plan: Plan,
  behaviour: Behaviour,
  { seed, count, horizonDays }: { seed: number; count: number; horizonDays: number },
): { disagreements: Disagreement[]; events: number; ends: Set<string> } {
  const kernel = compileKernel(plan, behaviour, { keep: 'all' });
  if (!kernel.accepted)
    throw new Error(kernel.refusals.map(({ code, message }) => `${code}: ${message}`).join('; '));
  const logs = Array.from({ length: count }, (): string[] => []);
  const { patients } = kernel.run({ seed, first: 0, count, horizonDays }, (who, packed, n) => {
    for (let i = 0; i < n; i += 1)
      logs[who[i] as number]?.push(
        eventText(kernel, (packed[i] as number) >>> 9, (packed[i] as number) & 511),
      );
  });
  const found: Disagreement[] = [];
  const ends = new Set<string>();
  let events = 0;
  for (let patient = 0; patient < count; patient += 1) {
    const run = simulatePatient(plan, behaviour, { seed, patient, horizonDays });
    ends.add(run.end);
    events += run.events.length;
    if (patientHash(plan, run) === patients.hash[patient]) continue;
    const log = logs[patient] as string[];
    const told = run.events.map(({ day, code }) => eventText(kernel, Math.floor(day / 7), code));
    const end = (of: string, day: number) => `${of} on day ${day}`;
    log.push(end(ENDS[patients.end[patient] ?? 0] ?? '', patients.endDay[patient] ?? 0));
    told.push(end(run.end, run.endDay));
    const parts = told.findIndex((text, i) => text !== log[i]);
    const from = Math.max(0, (parts < 0 ? log.length : parts) - 3);
    found.push({ patient, kernel: log.slice(from, from + 8), machine: told.slice(from, from + 8) });
  }
  return { disagreements: found, events, ends };
}

function eventText(kernel: Kernel, week: number, code: number): string {
  return `week ${week}: ${kernel.eventNames[code]}`;
}
