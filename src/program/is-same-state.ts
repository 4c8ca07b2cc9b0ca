import type { EpisodeSnapshot } from './create-machine.ts';
import type { EpisodeContext } from './episode-context.ts';

/** Says whether two states of an episode's machine are the same, whether or not they are one object. Pure. */
export function isSameState(one: EpisodeSnapshot, other: EpisodeSnapshot): boolean {
  const [a, b] = [one.context, other.context];
  const names = Object.keys(a) as (keyof EpisodeContext)[];
  return (
    names.length === Object.keys(b).length &&
    one.status === other.status &&
    names.every((name) => a[name] === b[name] || isSameData(a[name], b[name])) &&
    isSameData(one.value, other.value)
  );
}

/** Both are plain data, with the same keys in the same order where they were made in the same way. */
function isSameData(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return false;
  return JSON.stringify(one) === JSON.stringify(other);
}
