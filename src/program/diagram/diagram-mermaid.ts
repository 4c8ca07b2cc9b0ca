import type { Plan } from '../plan.ts';
import { gateLines } from './criterion-words.ts';
import { mermaidId, mermaidLabel } from './mermaid-label.ts';
import { monitorWords } from './monitor-words.ts';

/**
 * Draws a plan as a mermaid `stateDiagram-v2`: the lifecycle, in it the phases with their gates on the arrows, returns,
 * leave and discharge; each monitor as a composite of its own. Pure; the same plan gives the same text.
 */
export function diagramMermaid(plan: Plan): string {
  return [
    'stateDiagram-v2',
    '  direction LR',
    ...lifecycle(plan),
    ...phases(plan),
    ...plan.monitors.flatMap((monitor, m) => monitorLines(plan, monitor, m)),
    '',
  ].join('\n');
}

function lifecycle(plan: Plan): string[] {
  const maximum = plan.policies.leaveMaximumDays;
  const completed = plan.phases.some((phase) => phase.final === 'completed');
  return [
    state('referred', 'Referred'),
    state('on_leave', 'On leave'),
    state('discharged', 'Discharged'),
    ...(completed ? [state('graduated', graduation(plan))] : []),
    '  [*] --> referred',
    arrow('referred', 'active', 'admitted'),
    arrow('referred', 'discharged', 'not admitted'),
    arrow('active', 'on_leave', maximum === null ? 'leave' : `leave, at most ${maximum} days`),
    arrow('on_leave', 'active', 'return to where he was'),
    arrow('active', 'discharged', 'discharge with a reason'),
    arrow('on_leave', 'discharged', 'discharge with a reason'),
    ...(completed ? ['  graduated --> [*]'] : []),
    '  discharged --> [*]',
  ];
}

function graduation(plan: Plan): string {
  return plan.phases.find((phase) => phase.final === 'completed')?.title ?? 'Graduated';
}

function phases(plan: Plan): string[] {
  const { name, system, level } = plan.levelOfCare;
  const inside = plan.phases.flatMap((phase) => {
    if (phase.final !== null) return [];
    const { weeks } = phase;
    const span = weeks === null ? '' : ` (weeks ${weeks.from}-${weeks.to})`;
    return [state(phaseId(phase.id), `${phase.title}${span}`, '    ')];
  });
  const outside: string[] = [];
  for (const phase of plan.phases) {
    if (phase.final !== null) continue;
    for (const n of phase.next) {
      const target = plan.phases[n];
      if (!target) continue;
      const line = arrow(phaseId(phase.id), targetId(target), gateLabel(plan, phase));
      (target.final === null ? inside : outside).push(target.final === null ? `  ${line}` : line);
    }
    for (const r of phase.returnsTo) {
      const target = plan.phases[r];
      if (target) inside.push(`  ${arrow(phaseId(phase.id), phaseId(target.id), 'sent back')}`);
    }
  }
  const first = plan.phases[0];
  return [
    `  state "${mermaidLabel(`In treatment: ${name} (${system} ${level})`, 80)}" as active {`,
    '    direction LR',
    ...(first ? [`    [*] --> ${phaseId(first.id)}`] : []),
    ...inside,
    '  }',
    ...outside,
  ];
}

function gateLabel(plan: Plan, phase: Plan['phases'][number]): string {
  const lines = gateLines(plan, phase.exit);
  const after = phase.exitAfterReturn === phase.exit ? [] : gateLines(plan, phase.exitAfterReturn);
  const gate = lines.length === 0 ? 'at any time' : lines.join(', and ');
  const back = after.length === 0 ? '' : `. After a return: ${after.join(', and ')}`;
  return `${phase.automatic ? 'by itself when ' : ''}${gate}${back}`;
}

function monitorLines(plan: Plan, monitor: Plan['monitors'][number], m: number): string[] {
  const id = (s: number) => mermaidId('monitor', String(m), monitor.id, monitor.states[s]?.id ?? '');
  return [
    `  state "${mermaidLabel(`Monitor: ${monitor.title}`, 80)}" as ${mermaidId('monitor', monitor.id)} {`,
    ...monitor.states.map((s, i) => state(id(i), s.title, '    ')),
    `    [*] --> ${id(0)}`,
    ...monitor.states.flatMap((s, i) =>
      s.transitions.map((t) => `  ${arrow(id(i), id(t.to), monitorWords(plan, t))}`),
    ),
    '  }',
  ];
}

function phaseId(id: string): string {
  return mermaidId('phase', id);
}

function targetId(phase: Plan['phases'][number]): string {
  if (phase.final === 'completed') return 'graduated';
  return phase.final === 'transferred' ? 'discharged' : phaseId(phase.id);
}

function state(id: string, title: string, indent = '  '): string {
  return `${indent}state "${mermaidLabel(title)}" as ${id}`;
}

function arrow(from: string, to: string, label: string): string {
  return `  ${from} --> ${to} : ${mermaidLabel(label)}`;
}
