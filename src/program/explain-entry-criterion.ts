import { type CalendarDate, daysBetween } from '../curriculum/calendar-date.ts';
import { type CalendarSpan, lastSpan, spanDays } from '../curriculum/calendar-span.ts';
import type { EligibilityCriterion } from '../curriculum/eligibility.ts';
import { CONDITIONS } from '../curriculum/intake/condition.ts';
import { DIMENSIONS } from '../curriculum/intake/dimension-ratings.ts';
import { known } from '../curriculum/intake/known.ts';
import { languageName } from '../curriculum/intake/language.ts';
import { REFERRAL_SOURCES, type ReferralSource } from '../curriculum/intake/referral-source.ts';
import { levelOfCareName } from '../curriculum/level-of-care.ts';
import type { Truth } from './evaluate-criterion.ts';
import type { Explanation } from './explanation.ts';
import type { KnownBefore } from './known-before.ts';
import { type LatestScore, latestScore } from './latest-score.ts';

type Found = {
  readonly truth: Truth;
  readonly found: string | null;
  readonly facts: readonly number[];
  readonly tooOld?: true;
};

/**
 * Whether one thing that is asked before an admission is the case, or is not the case where it is not `wanted`, with what was
 * found. Pure; what nobody asked is unknown.
 *
 * ```ts
 * explainEntryCriterion({ type: 'age', atLeast: 18 }, { intake: null, scores: new Map() }, true)
 * //=> { truth: 'unknown', sentence: 'age at least 18: not known', … }
 * ```
 */
export function explainEntryCriterion(
  criterion: EligibilityCriterion,
  before: KnownBefore,
  wanted: boolean,
): Explanation {
  const { truth: holds, found, facts, tooOld } = find(criterion, before);
  const truth: Truth =
    holds === 'unknown' ? 'unknown' : (holds === 'satisfied') === wanted ? 'satisfied' : 'unsatisfied';
  const asked = `${entryCriterionWords(criterion)}${wanted ? '' : ' (must not be the case)'}`;
  const sentence = found === null ? `${asked}: not known` : `${asked}: ${found}`;
  return {
    truth,
    type: criterion.type,
    sentence,
    missing: truth === 'satisfied' ? null : sentence,
    earliest: null,
    facts,
    ...(tooOld ? { tooOld } : {}),
    ...(criterion.provisional ? { provisional: true } : {}),
  };
}

function find(criterion: EligibilityCriterion, before: KnownBefore): Found {
  const { intake } = before;
  const facts = intake === null ? [] : [intake.fact];
  const given = intake?.value;
  switch (criterion.type) {
    case 'age':
      return compared(known(given?.age), criterion, facts);
    case 'score': {
      const latest = latestScore(before, criterion.instrument);
      const tooOld = latest !== null && isTooOld(latest, criterion.within, before.asOf);
      if (tooOld)
        return {
          truth: 'unknown',
          found: `${latest.score} on ${latest.on}, which is too long ago`,
          facts: [latest.fact],
          tooOld: true,
        };
      return compared(latest?.score ?? null, criterion, latest === null ? facts : [latest.fact]);
    }
    case 'rating': {
      const rated = known(given?.ratings)?.findLast(({ edition }) => edition === criterion.edition);
      const value = rated && known(rated.dimensions[String(criterion.dimension) as '1']);
      return compared(typeof value === 'number' ? value : null, criterion, facts);
    }
    case 'finding': {
      const found = known(known(given?.findings)?.[criterion.finding]);
      if (found === null) return { truth: 'unknown', found: null, facts };
      return { truth: found ? 'satisfied' : 'unsatisfied', found: found ? 'yes' : 'no', facts };
    }
    case 'condition':
      return anyOf(known(given?.conditions), criterion.oneOf, (one) => CONDITIONS[one], facts);
    case 'referral': {
      const referral = known(given?.referral);
      return anyOf(referral && [referral.source], criterion.oneOf, sourceTitle, facts);
    }
    case 'language':
      return anyOf(known(given?.languages), criterion.oneOf, languageName, facts);
    case 'needed-level': {
      const levels = known(given?.neededLevels)?.map(({ level }) => level);
      const same = (a: object) => JSON.stringify(a);
      if (!levels) return { truth: 'unknown', found: null, facts };
      const comparable = levels.filter(({ system }) => criterion.oneOf.some((one) => one.system === system));
      if (comparable.length === 0) return { truth: 'unknown', found: null, facts };
      const held = comparable.some((level) => criterion.oneOf.some((one) => same(one) === same(level)));
      return {
        truth: held ? 'satisfied' : 'unsatisfied',
        found: comparable.map(levelOfCareName).join(', '),
        facts,
      };
    }
  }
}

function isTooOld(
  { on }: LatestScore,
  within: CalendarSpan | undefined,
  asOf: CalendarDate | undefined,
): boolean {
  return (
    within !== undefined && asOf !== undefined && on !== null && daysBetween(on, asOf) > spanDays(within)
  );
}

function compared(
  value: number | null,
  { atLeast, atMost }: { atLeast?: number | undefined; atMost?: number | undefined },
  facts: readonly number[],
): Found {
  if (value === null) return { truth: 'unknown', found: null, facts };
  const holds = (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
  return { truth: holds ? 'satisfied' : 'unsatisfied', found: String(value), facts };
}

function anyOf<T extends string>(
  values: readonly T[] | null,
  wanted: readonly T[],
  name: (value: T) => string,
  facts: readonly number[],
): Found {
  if (values === null) return { truth: 'unknown', found: null, facts };
  const held = values.some((value) => wanted.includes(value));
  return {
    truth: held ? 'satisfied' : 'unsatisfied',
    found: values.length === 0 ? 'none' : values.map(name).join(', '),
    facts,
  };
}

/** What a criterion asks, in words: `age at least 18`, `bmi score from 18.5 to 40`. */
export function entryCriterionWords(criterion: EligibilityCriterion): string {
  switch (criterion.type) {
    case 'age':
      return `age ${range(criterion)}`;
    case 'score':
      return `${criterion.instrument} score ${range(criterion)}${criterion.within ? ` in ${lastSpan(criterion.within)}` : ''}`;
    case 'rating':
      return `rating of dimension ${criterion.dimension} (${DIMENSIONS[criterion.edition][criterion.dimension as 1]}) ${range(criterion)}`;
    case 'condition':
      return `seeks treatment for ${criterion.oneOf.map((one) => CONDITIONS[one]).join(' or ')}`;
    case 'finding':
      return criterion.title;
    case 'referral':
      return `referred by ${criterion.oneOf.map(sourceTitle).join(' or ')}`;
    case 'language':
      return `speaks ${criterion.oneOf.map(languageName).join(' or ')}`;
    case 'needed-level':
      return `needs ${criterion.oneOf.map(levelOfCareName).join(' or ')}`;
  }
}

function range({ atLeast, atMost }: { atLeast?: number | undefined; atMost?: number | undefined }): string {
  if (atLeast === undefined) return `at most ${atMost}`;
  return atMost === undefined ? `at least ${atLeast}` : `from ${atLeast} to ${atMost}`;
}

function sourceTitle(source: ReferralSource): string {
  return REFERRAL_SOURCES[source].title;
}
