import type { Curriculum } from '../curriculum/curriculum.ts';
import type { Incentive, IncentiveReset } from '../curriculum/incentive.ts';
import { weekRanges } from '../curriculum/weeks.ts';
import { attendanceSignal } from './counters-of.ts';
import type { PlanIncentive, PlanIncentiveTier } from './plan-incentive.ts';

/** Compiles the rewards of a curriculum into tables of whole numbers, with every default filled in. Pure. */
export function compileIncentive(curriculum: Curriculum, incentive: Incentive): PlanIncentive {
  const ground = incentive.for;
  const tracks = ground.type === 'attendance' ? ground.tracks : curriculum.tracks.map(({ id }) => id);
  const usual: readonly IncentiveReset[] =
    ground.type === 'attendance' ? ['absence'] : ['positive-test', 'missed-test'];
  const titles = curriculum.tracks.flatMap(({ id, title }) => (tracks.includes(id) ? [title] : []));
  return {
    id: incentive.id,
    title: incentive.title,
    pays: incentive.pays,
    label: ground.type === 'attendance' ? `meeting of ${titles.join(' or ')}` : 'negative test',
    earns:
      ground.type === 'attendance' ? tracks.map((t) => attendanceSignal('attended', t)) : ['test/negative'],
    resets: (incentive.reset ?? usual).flatMap((reset) => signalsOf(reset, tracks)),
    substances: ground.type === 'negative-test' ? (ground.substances ?? []) : [],
    tiers: incentive.tiers.flatMap(compileTiers).sort((a, b) => a.fromWeek - b.fromWeek),
    bonusEvery: incentive.bonus?.every ?? 0,
    bonusAmount: incentive.bonus?.amount ?? 0,
    restoreAfter: incentive.restore?.after ?? 0,
    cap: incentive.cap?.amount ?? null,
    capPer: incentive.cap?.per ?? 'episode',
    prizes: (incentive.prizes ?? []).map(({ id, title, chips, value }) => ({ id, title, chips, value })),
  };
}

function signalsOf(reset: IncentiveReset, tracks: readonly string[]): string[] {
  switch (reset) {
    case 'positive-test':
      return ['test/positive'];
    case 'missed-test':
      return ['test/missed'];
    case 'reported-use':
      return ['use'];
    case 'absence':
      return tracks.map((track) => attendanceSignal('absent', track));
  }
}

function compileTiers(tier: Incentive['tiers'][number]): PlanIncentiveTier[] {
  const ranges = tier.weeks === undefined ? [{ from: 1, to: null }] : weekRanges(tier.weeks);
  return ranges.map(({ from, to }) => ({
    fromWeek: from,
    toWeek: to,
    first: tier.first,
    rise: tier.rise ?? 0,
    riseEvery: tier.riseEvery ?? 1,
    maximum: tier.maximum ?? null,
    perWeek: tier.perWeek ?? null,
  }));
}
