import { figuresOfTarget, nameOf, type Target } from './targets.ts';

/** What published figures say against each other, in sentences: no cohort can come to all of them. */
export function contradictions(targets: readonly Target[]): string[] {
  const found: string[] = [];
  const single = targets
    .filter(({ figure }) => typeof figure === 'string')
    .map((target) => ({ ...target, figure: nameOf(target) }));
  for (const [index, { figure, value }] of single.entries()) {
    const other = single.slice(0, index).find((one) => one.figure === figure && one.value !== value);
    if (other !== undefined) found.push(`${figure} is to come to ${other.value} and to ${value}.`);
  }
  found.push(...shareProblems(targets), ...medianProblems(single));
  const curve = single
    .flatMap(({ figure, value }) => {
      const [, week, at] = /^retention\.(week\.)?(\d+)$/.exec(figure) ?? [];
      return at === undefined ? [] : [{ day: Number(at) * (week === undefined ? 1 : 7), value }];
    })
    .sort((a, b) => a.day - b.day);
  for (const [index, { day, value }] of curve.entries()) {
    const before = curve[index - 1];
    if (before !== undefined && before.day < day && before.value < value)
      found.push(
        `Retention is to rise from day ${before.day} to day ${day}: nobody comes back into a curve of retention.`,
      );
  }
  return found;
}

/** Shares of the same patients that add up to more than all. */
function shareProblems(targets: readonly Target[]): string[] {
  const kinds: [string, (name: string) => boolean][] = [
    ['by reason of discharge', (name) => name.startsWith('discharged.')],
    ['by end', (name) => name.startsWith('end.') || name === 'completed'],
  ];
  return kinds.flatMap(([words, isOfKind]) => {
    const shares = targets.filter((target) => figuresOfTarget(target).every(isOfKind));
    const names = shares.flatMap(figuresOfTarget);
    const total = shares.reduce((sum, { value }) => sum + value, 0);
    if (new Set(names).size < names.length || total <= 1.02) return [];
    return [`The shares ${words} add up to ${Number(total.toFixed(3))}, more than all.`];
  });
}

/** A median of all discharges that lies outside of those of every reason. */
function medianProblems(single: readonly Target[]): string[] {
  const of = (name: string) => single.find(({ figure }) => figure === name)?.value;
  const all = of('stay.discharged.median');
  const reasons = ['completed', 'dropped-out', 'terminated', 'transferred'].map((r) =>
    of(`stay.${r}.median`),
  );
  if (all === undefined || reasons.includes(undefined)) return [];
  const values = reasons as number[];
  if (all >= Math.min(...values) && all <= Math.max(...values)) return [];
  const between = `${Math.min(...values)} to ${Math.max(...values)}`;
  return [`The median stay of all, ${all}, lies outside of those of the reasons, ${between}.`];
}
