import { spanDays } from '../curriculum/calendar-span.ts';
import type { CriterionLeaf } from '../curriculum/criterion.ts';
import { privilegeCounter } from './compile-privilege.ts';
import {
  absentRun,
  attendedDays,
  factCounter,
  minutesCounter,
  negativeTestsInARow,
  outcomeCounter,
  sessionSet,
} from './counters-of.ts';
import type { CriterionCompiler } from './criterion-compiler.ts';
import { measureDose } from './measure-dose.ts';
import type { PlanCounter, PlanFreshness, PlanQuantity } from './plan.ts';
import { requiredSessions } from './required-sessions.ts';

type Measure = { quantity: PlanQuantity; label: string; unit: string; completes?: number };
type Tracked = Extract<CriterionLeaf, { tracks?: string[] | undefined }>;

/** What a leaf measures: the quantity over counters, and the words for it. Makes the counters it needs. */
export function measureLeaf(compiler: CriterionCompiler, leaf: CriterionLeaf): Measure {
  const measure = measureOf(compiler, leaf);
  const silent = scopeOf(leaf) === 'phase' && !measure.label.endsWith('in this phase');
  return silent ? { ...measure, label: `${measure.label} in this phase` } : measure;
}

function measureOf(compiler: CriterionCompiler, leaf: CriterionLeaf): Measure {
  const { table, common, curriculum } = compiler;
  const scope = scopeOf(leaf);
  switch (leaf.type) {
    case 'sessions':
    case 'meetings':
    case 'attendance-rate':
    case 'minutes':
    case 'absences':
      return measureMeetings(compiler, leaf);
    case 'attended-days':
      return sum([attendedDays(table, trackIds(compiler), scope)], 'days with a meeting attended', 'day');
    case 'stay': {
      const clock = leaf.clock ?? 'program';
      const whole = compiler.isStage ? 'at this level of care' : 'in the program';
      const where = leaf.in === 'phase' ? 'in this phase' : whole;
      const label = clock === 'attended' ? `days attended ${where}` : `days ${where}`;
      return { quantity: { quantity: 'stay', in: leaf.in, clock }, label, unit: 'day' };
    }
    case 'negative-tests':
      return measureNegatives(compiler, leaf.consecutive ?? true, scope);
    case 'positive-tests':
      return sum(
        [factCounter(table, 'positive-tests', ['test/positive'], scope)],
        'positive drug tests',
        'test',
      );
    case 'evidence-of-use':
      return sum([common.evidenceOfUse], 'signs of use since the last negative test', 'sign');
    case 'days-abstinent':
      return {
        quantity: { quantity: 'days-since', counter: common.abstinentSince, until: common.lastSeen },
        label: 'days abstinent',
        unit: 'day',
      };
    case 'score':
      return {
        quantity: {
          quantity: 'value',
          counter: score(compiler, leaf.instrument, 'latest'),
          ...fresh(compiler, leaf),
        },
        label: `${leaf.instrument} score`,
        unit: 'point',
      };
    case 'score-change':
      return {
        quantity: {
          quantity: 'difference',
          of: score(compiler, leaf.instrument, 'latest'),
          minus: score(compiler, leaf.instrument, 'first'),
          ...fresh(compiler, leaf),
        },
        label: `change of the ${leaf.instrument} score`,
        unit: 'point',
      };
    case 'signed-off': {
      const subject = leaf.subject ?? 'any';
      const signal = `sign-off/${leaf.role}/${subject}`;
      const about = leaf.subject ? ` of ${leaf.subject.replaceAll('-', ' ')}` : '';
      return sum(
        [factCounter(table, signal, [signal], scope)],
        `sign-off${about} by the ${leaf.role.replaceAll('-', ' ')}`,
        'sign-off',
      );
    }
    case 'homework':
      return sum([factCounter(table, 'homework', ['homework'], scope)], 'homework handed in', 'piece');
    case 'mutual-help':
      return sum(
        [factCounter(table, 'mutual-help', ['mutual-help'], scope)],
        'mutual-help meetings documented',
        'meeting',
      );
    case 'dose-weeks':
      return measureDose(compiler, leaf.outcome ?? 'met', scope);
    case 'mutual-help-weekly': {
      const counter = table.counter('mutual-help-days', 'days', 'admission', (index) =>
        table.on(['mutual-help'], { op: 'note-day', counter: index }),
      );
      const span =
        leaf.lastWeeks === 1 ? 'in the last week' : `a week in each of the last ${leaf.lastWeeks} weeks`;
      return {
        quantity: { quantity: 'fewest-a-week', counter, weeks: leaf.lastWeeks },
        label: `mutual-help meetings documented ${span}`,
        unit: 'meeting a week',
      };
    }
    case 'holds': {
      const held = curriculum.privileges?.find(({ id }) => id === leaf.privilege);
      return {
        quantity: { quantity: 'held', counter: privilegeCounter(table, leaf.privilege) },
        label: held?.title ?? leaf.privilege,
        unit: '',
      };
    }
    case 'track-completed': {
      const track = curriculum.tracks.find((t) => t.id === leaf.track);
      const completes = track ? requiredSessions(track) : 1;
      return {
        ...sum(
          [sessionSet(table, leaf.track, 'admission')],
          `sessions of ${titleOf(compiler, leaf.track)} attended`,
          'session',
        ),
        completes,
      };
    }
    case 'phase-in': {
      const phases = leaf.phases.map((id) => curriculum.phases.findIndex((phase) => phase.id === id));
      const titles = phases.map((p, i) => curriculum.phases[p]?.title ?? leaf.phases[i]);
      return { quantity: { quantity: 'in-phase', phases }, label: `phase ${titles.join(' or ')}`, unit: '' };
    }
    case 'monitor-in': {
      const monitor = (curriculum.monitors ?? []).findIndex((m) => m.id === leaf.monitor);
      const watched = curriculum.monitors?.[monitor];
      const states = leaf.states.map((id) => watched?.states.findIndex((s) => s.id === id) ?? -1);
      const titles = leaf.states.map((id) => watched?.states.find((s) => s.id === id)?.title ?? id);
      return {
        quantity: { quantity: 'in-monitor', monitor, states },
        label: `${watched?.title ?? leaf.monitor}: ${titles.join(' or ')}`,
        unit: '',
      };
    }
  }
}

function measureMeetings(compiler: CriterionCompiler, leaf: Tracked): Measure {
  const { table } = compiler;
  const scope = scopeOf(leaf);
  const tracks = leaf.tracks ?? (leaf.track === undefined ? trackIds(compiler) : [leaf.track]);
  const named =
    leaf.tracks === undefined && leaf.track === undefined
      ? ''
      : ` of ${tracks.map((t) => titleOf(compiler, t)).join(' and ')}`;
  const of = (outcome: 'attended' | 'absent' | 'excused' | 'unrecorded') =>
    tracks.map((t) => outcomeCounter(table, outcome, t, scope));
  switch (leaf.type) {
    case 'sessions':
      return sum(
        tracks.map((t) => sessionSet(table, t, scope)),
        `sessions${named} attended`,
        'session',
        of('unrecorded'),
      );
    case 'meetings':
      return sum(of('attended'), `meetings${named} attended`, 'meeting', of('unrecorded'));
    case 'minutes':
      return sum(
        tracks.map((t) => minutesCounter(table, t, scope)),
        `minutes${named}`,
        'minute',
      );
    case 'absences': {
      if (!leaf.consecutive)
        return sum(of('absent'), `absences without excuse${named}`, 'absence', of('unrecorded'));
      const name = named === '' ? 'any-track' : tracks.join('+');
      const run = (outcome: 'absent' | 'unrecorded') => absentRun(table, tracks, outcome, name);
      return sum([run('absent')], `absences in a row${named}`, 'absence', [run('unrecorded')]);
    }
    case 'attendance-rate': {
      const excused = compiler.curriculum.policies?.attendance?.excusedCountsAsOffered ? of('excused') : [];
      return {
        quantity: {
          quantity: 'rate',
          part: of('attended'),
          whole: [...of('attended'), ...of('absent'), ...excused],
          pending: of('unrecorded'),
        },
        label: `of the meetings${named} attended`,
        unit: 'rate',
      };
    }
  }
}

function measureNegatives(
  compiler: CriterionCompiler,
  consecutive: boolean,
  scope: PlanCounter['scope'],
): Measure {
  const { table, common } = compiler;
  if (!consecutive)
    return sum(
      [factCounter(table, 'negative-tests', ['test/negative'], scope)],
      'negative drug tests',
      'test',
    );
  const label = 'negative drug tests in a row';
  if (scope === 'admission') return sum([common.negativeRun], label, 'test');
  const run = negativeTestsInARow(table, 'phase');
  return sum([run], `${label} in this phase`, 'test');
}

function score(compiler: CriterionCompiler, instrument: string, which: 'latest' | 'first'): number {
  return compiler.table.counter(`score/${instrument}/${which}`, 'score', 'admission', (counter) =>
    compiler.table.on([`score/${instrument}`], {
      op: which === 'latest' ? 'set-score' : 'set-score-once',
      counter,
    }),
  );
}

/** The day of the latest score, where a criterion says how old it may be. */
function fresh(
  { table }: CriterionCompiler,
  { instrument, within }: Extract<CriterionLeaf, { type: 'score' | 'score-change' }>,
): { fresh?: PlanFreshness } {
  if (within === undefined) return {};
  const on = table.counter(`score/${instrument}/on`, 'date', 'admission', (counter) =>
    table.on([`score/${instrument}`], { op: 'set-date', counter }),
  );
  return { fresh: { on, days: spanDays(within) } };
}

function scopeOf(leaf: CriterionLeaf): PlanCounter['scope'] {
  return 'since' in leaf && leaf.since === 'phase' ? 'phase' : 'admission';
}

function trackIds(compiler: CriterionCompiler): string[] {
  return compiler.curriculum.tracks.map((t) => t.id);
}

function titleOf(compiler: CriterionCompiler, track: string): string {
  return compiler.curriculum.tracks.find((t) => t.id === track)?.title ?? track;
}

function sum(counters: number[], label: string, unit: string, pending: number[] = []): Measure {
  return { quantity: { quantity: 'sum', counters, pending }, label, unit };
}
