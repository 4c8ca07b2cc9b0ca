import type { EpisodeContext } from '../../program/episode-context.ts';
import type { Plan } from '../../program/plan.ts';
import { ENDS } from '../ends.ts';
import { UNKNOWN } from '../unknown.ts';
import type { PatientRun } from './simulate-patient.ts';

/** The hash that a kernel that keeps all counters gives for a patient: his events, then where he stood in the end, by the plan of his last stage. */
export function patientHash(plan: Plan, run: PatientRun): number {
  const { context } = run.fold.snapshot;
  let hash = 0x811c9dc5 | 0;
  const mix = (word: number) => {
    hash = Math.imul(hash ^ word, 16777619);
  };
  for (const { day, code } of run.events) mix((day << 10) | code);
  for (const word of stateWords(plan, context, run)) mix(word);
  return hash >>> 0;
}

/** Where a patient stood in the end as whole numbers, dates as days since admission: the state that is compared. */
export function stateWords(plan: Plan, context: EpisodeContext, run: PatientRun): number[] {
  const since = (day: number | null) => (day === null ? UNKNOWN : day - run.admittedOn);
  const words = [ENDS.indexOf(run.end), run.endDay, context.phase, since(context.phaseEnteredOn)];
  if (plan.stage) words.push(plan.stage.index);
  plan.monitors.forEach((_, m) => {
    words.push(context.monitors[m] ?? 0, since(context.monitorEnteredOn[m] ?? null));
  });
  plan.counters.forEach(({ kind, name }, index) => {
    const value = context.counters[index] ?? null;
    if (Array.isArray(value)) words.push(...setWords(plan, name, value));
    else if (kind === 'date') words.push(since(value as number | null));
    else words.push((value as number | null) ?? UNKNOWN);
  });
  return words;
}

function setWords(plan: Plan, name: string, sessions: readonly number[]): number[] {
  const track = plan.tracks.find(({ id }) => name.split('@')[0] === `sessions/${id}`);
  const words = new Int32Array(Math.ceil(Math.max(1, track?.sessions.length ?? 1) / 32));
  for (const session of sessions) {
    const word = (session - 1) >>> 5;
    words[word] = (words[word] ?? 0) | (1 << ((session - 1) & 31));
  }
  return [...words, sessions.length];
}
