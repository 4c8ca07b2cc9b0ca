import { toDayNumber } from '../curriculum/calendar-date.ts';
import { stagePlan } from '../program/course.ts';
import type { StandingFact } from '../program/order-facts.ts';
import type { Episode } from './episode.ts';

/** The plan of the stage in which something of an episode belongs, as far as it was told: by its day, and on the day of a move by the stage it names. Pure. */
export function planOn({ course, fold }: Episode, fact: StandingFact['fact']): Episode['plan'] {
  const day = toDayNumber(fact.on);
  const { stages } = fold.snapshot.context;
  const named = 'forStage' in fact ? fact.forStage : undefined;
  const inIt = stages.filter(
    ({ from, stage }, index) =>
      from < day || (from === day && (index === 0 || course.stages[stage]?.id === named)),
  );
  return stagePlan(course, { stage: inIt.at(-1)?.stage ?? stages[0]?.stage ?? 0 });
}
