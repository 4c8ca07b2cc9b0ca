import type { Curriculum } from '../curriculum.ts';
import { durationDays } from '../duration.ts';
import type { Phase } from '../phase.ts';
import { type StructureIssue, structureError, structureWarning } from '../structure-issue.ts';
import { weekSpan } from '../weeks.ts';
import { phasesAfter, phasesReturnedTo, reachable } from './phase-graph.ts';

/** Finds phases that cannot be reached or left, gates that nobody meets, and stays that contradict themselves. Pure. */
export function checkPhases(curriculum: Curriculum): StructureIssue[] {
  return [
    ...checkWays(curriculum),
    ...curriculum.phases.flatMap((phase, p) => checkPhase(curriculum, phase, p)),
  ];
}

function checkWays(curriculum: Curriculum): StructureIssue[] {
  const { phases } = curriculum;
  if (phases.every(({ final }) => final === undefined)) {
    const message = 'no phase ends the program; add a last phase with final: completed';
    return [{ ...structureError('final-phase-missing', ['phases'], message), at: 'key' }];
  }
  const reached = reachable([0], (p) => [...phasesAfter(curriculum, p), ...phasesReturnedTo(curriculum, p)]);
  return phases.flatMap(({ id }, p) => {
    const issues: StructureIssue[] = [];
    if (!reached.has(p)) {
      const message = `no phase leads to ${id}; name it in next of the phase before it`;
      issues.push(structureError('phase-unreachable', ['phases', p, 'id'], message));
    }
    const ends = [...reachable([p], (index) => phasesAfter(curriculum, index))];
    if (!ends.some((index) => phases[index]?.final !== undefined)) {
      const message = `from ${id} no way leads to a final phase; name a phase in next that leads there`;
      issues.push(structureError('phase-without-way-out', ['phases', p, 'id'], message));
    }
    return issues;
  });
}

function checkPhase(curriculum: Curriculum, phase: Phase, p: number): StructureIssue[] {
  const issues: StructureIssue[] = [];
  const { minimum, maximum } = phase.stay ?? {};
  if (
    minimum !== undefined &&
    maximum !== undefined &&
    (minimum.clock ?? 'program') === (maximum.clock ?? 'program')
  ) {
    if (durationDays(maximum) < durationDays(minimum)) {
      const message = `the longest stay (${durationDays(maximum)} days) is shorter than the shortest (${durationDays(minimum)} days)`;
      issues.push(structureError('stay-impossible', ['phases', p, 'stay', 'maximum'], message));
    }
  }
  for (const [index, id] of (phase.returnsTo ?? []).entries()) {
    const target = curriculum.phases.findIndex((other) => other.id === id);
    if (target < p) continue;
    const message = `${id} is no earlier phase than ${phase.id}; patients are sent back to earlier ones only`;
    issues.push(structureError('return-not-earlier', ['phases', p, 'returnsTo', index], message));
  }
  return [...issues, ...checkGates(curriculum, phase, p), ...checkWeeks(curriculum, phase, p)];
}

function checkGates(curriculum: Curriculum, phase: Phase, p: number): StructureIssue[] {
  const issues: StructureIssue[] = [];
  if (phase.final !== undefined) {
    for (const key of ['exit', 'exitAfterReturn', 'next', 'stay'] as const) {
      if (phase[key] === undefined) continue;
      const message = `the episode ends in ${phase.id}, so ${key} is never asked; remove it or final`;
      issues.push({ ...structureError('gate-without-effect', ['phases', p, key], message), at: 'key' });
    }
  } else if (
    phase.exitAfterReturn !== undefined &&
    curriculum.phases.every((other) => !other.returnsTo?.includes(phase.id))
  ) {
    const message = `no phase returns to ${phase.id}, so exitAfterReturn is never asked; name it in returnsTo of a later phase`;
    issues.push({
      ...structureWarning('gate-without-effect', ['phases', p, 'exitAfterReturn'], message),
      at: 'key',
    });
  }
  return issues;
}

function checkWeeks(curriculum: Curriculum, phase: Phase, p: number): StructureIssue[] {
  if (phase.weeks === undefined) return [];
  const last = weekSpan(phase.weeks).to;
  return phasesAfter(curriculum, p).flatMap((n) => {
    const next = curriculum.phases[n];
    if (next?.weeks === undefined || n === p || weekSpan(next.weeks).from > last) return [];
    const message = `the weeks of ${next.id} begin before those of ${phase.id} end (week ${last})`;
    return [structureWarning('phase-weeks-overlap', ['phases', n, 'weeks'], message)];
  });
}
