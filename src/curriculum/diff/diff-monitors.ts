import type { Monitor, MonitorState, MonitorTransition } from '../monitor.ts';
import { diffGate } from './diff-criterion.ts';
import { diffFields, type Place } from './diff-fields.ts';
import { diffNamed } from './diff-named.ts';
import type { Difference } from './difference.ts';
import { matchParts } from './match-parts.ts';
import { sameValue } from './same-value.ts';

/** Compares the monitors of two curricula: their states, the ways between them, their thresholds, times and tasks. */
export function diffMonitors(
  before: readonly Monitor[] | undefined,
  after: readonly Monitor[] | undefined,
): Difference[] {
  return diffNamed(
    'monitor',
    { added: 'monitor-added', removed: 'monitor-removed' },
    'monitors',
    [before, after],
    (place, was, is) => [
      ...diffFields(place, was, is, { except: ['states'] }),
      ...diffStart(place, was, is),
      ...diffNamed(
        'state',
        { added: 'state-added', removed: 'state-removed' },
        `${place.path}.states`,
        [was.states, is.states],
        diffState,
        ` of ${was.id}`,
      ),
    ],
  );
}

function diffStart(place: Place, was: Monitor, is: Monitor): Difference[] {
  const [before, after] = [was.states[0]?.id, is.states[0]?.id];
  if (before === after) return [];
  const sentence = `${place.subject} begins in ${after} instead of ${before}`;
  return [{ code: 'initial-state-changed', ...place, before, after, sentence }];
}

function diffState(place: Place, was: MonitorState, is: MonitorState): Difference[] {
  const discharge = { path: `${place.path}.discharge`, subject: `discharge in ${place.subject}` };
  return [
    ...diffFields(place, was, is, {
      except: ['transitions', 'tasks', 'discharge'],
      defaults: { lasting: false },
    }),
    ...diffFields(discharge, was.discharge ?? {}, is.discharge ?? {}),
    ...diffTransitions(place, was.transitions ?? [], is.transitions ?? []),
    ...diffNamed(
      'task',
      { added: 'task-added', removed: 'task-removed' },
      `${place.path}.tasks`,
      [was.tasks, is.tasks],
      (task, a, b) => diffFields(task, a, b, { defaults: { role: 'counselor', within: { days: 0 } } }),
      ` in ${place.subject}`,
    ),
  ];
}

/** Where several ways out hold at once the first one is taken, so that their order counts. */
function diffTransitions(
  place: Place,
  before: readonly MonitorTransition[],
  after: readonly MonitorTransition[],
): Difference[] {
  const kind = (t: MonitorTransition) => `${t.to}/${t.when === undefined ? 'after' : 'when'}`;
  const { both, removed, added } = matchParts(before, after, [
    sameValue,
    (a, b) => kind(a) === kind(b),
    (a, b) => a.to === b.to,
  ]);
  const way = (t: MonitorTransition): Place => ({
    path: `${place.path}.transitions.${t.to}`,
    subject: `${place.subject}, way to ${t.to}`,
  });
  const order = both
    .toSorted(([a], [b]) => before.indexOf(a) - before.indexOf(b))
    .map(([, b]) => after.indexOf(b));
  const reordered = order.some((index, i) => index < (order[i - 1] ?? -1));
  const names = (list: readonly MonitorTransition[]) => list.map(({ to }) => to);
  return [
    ...removed.map((t) => ({
      code: 'transition-removed' as const,
      ...way(t),
      before: t,
      after: null,
      sentence: `${way(t).subject} removed`,
    })),
    ...added.map((t) => ({
      code: 'transition-added' as const,
      ...way(t),
      before: null,
      after: t,
      sentence: `${way(t).subject} added`,
    })),
    ...(reordered
      ? [
          {
            code: 'transitions-reordered' as const,
            ...place,
            before: names(before),
            after: names(after),
            sentence: `${place.subject}: its ways out are tried in another order`,
          },
        ]
      : []),
    ...both.flatMap(([was, is]) => [
      ...diffGate(way(was), was.when, is.when),
      ...diffFields(way(was), was, is, { except: ['when', 'to', 'after'] }),
      ...diffFields({ ...way(was), path: `${way(was).path}.after` }, timeOf(was), timeOf(is)),
    ]),
  ];
}

/** The time after which a way is taken, in days, with its defaults written out. */
function timeOf({ after }: MonitorTransition): Record<string, unknown> {
  if (after === undefined) return {};
  const { days, weeks, clock = 'program', since = 'state-entry', ...rest } = after;
  return { ...rest, days: days ?? (weeks ?? 0) * 7, clock, since };
}
