import { UNKNOWN } from '../unknown.ts';
import { generateCriterion } from './generate-criterion.ts';
import { statesOf } from './generate-monitors.ts';
import { generateSlidingDay } from './generate-noted-days.ts';
import { admissionDay, type KernelScope, mayStandStill } from './kernel-scope.ts';

/**
 * Statements that find the next day on which time alone moves something, deadlines apart, in `nm`: a criterion of a monitor or
 * of an automatic phase that counts days turns, or holds already. The same as `dueMoments`: on leave no phase moves, and what counts days of the program waits.
 */
export function generateMoments(scope: KernelScope): string {
  const { plan } = scope;
  const monitors = plan.monitors.map((monitor, m) => {
    const cases = statesOf(monitor, (state) => {
      const lines = state.transitions.flatMap(({ when }) =>
        when === null
          ? []
          : [
              ...marks(scope, when),
              `if (w${m} === 0 && today + 1 < nm && ${generateCriterion(scope, when, 'today')}) nm = today + 1 | 0;`,
            ],
      );
      return lines.length === 0 ? null : lines.join(' ');
    });
    return cases === '' ? '' : `switch (m${m}) { ${cases} }`;
  });
  const phases = plan.phases.map((phase, p) => {
    if (!phase.automatic || phase.next.length === 0) return '';
    if (phase.exit === null) return `case ${p}: if (today + 1 < nm) nm = today + 1 | 0; break;`;
    return `case ${p}: ${marks(scope, phase.exit).join(' ')} if (today + 1 < nm && ${generateCriterion(scope, phase.exit, 'today')}) nm = today + 1 | 0; break;`;
  });
  const automatic = phases.filter(Boolean).join(' ');
  const present = mayStandStill(scope) ? 'if (lo < 0) ' : '';
  return [...monitors, automatic === '' ? '' : `${present}switch (phase) { ${automatic} }`]
    .filter(Boolean)
    .join('\n');
}

function marks(scope: KernelScope, root: number): string[] {
  const node = scope.plan.criteria[root];
  if (!node) return [];
  if (node.node !== 'compare')
    return (node.node === 'not' ? [node.of] : node.of).flatMap((child) => marks(scope, child));
  const days = node.value + (node.compare === 'at-most' ? 1 : 0);
  const at = (expression: string) => `b = ${expression} | 0; if (b > today && b < nm) nm = b;`;
  const { quantity } = node;
  if (quantity.quantity === 'days-since')
    return [`if (c${quantity.counter} !== ${UNKNOWN}) { ${at(`c${quantity.counter} + ${days}`)} }`];
  if (quantity.quantity === 'fewest-a-week')
    return [generateSlidingDay(quantity, (day) => generateCriterion(scope, root, day))];
  if ('fresh' in quantity && quantity.fresh !== undefined) {
    const { on, days: fresh } = quantity.fresh;
    return [`if (c${on} !== ${UNKNOWN}) { ${at(`c${on} + ${fresh + 1}`)} }`];
  }
  if (quantity.quantity !== 'stay' || quantity.clock === 'attended') return [];
  const start = quantity.in === 'phase' ? 'pe' : admissionDay(scope);
  if (quantity.clock === 'wall' || !mayStandStill(scope)) return [at(`${start} + ${days}`)];
  const stood = quantity.in === 'phase' ? 'lp' : 'lv';
  return [`if (lo < 0) { ${at(`${start} + ${days} + ${stood}`)} }`];
}
