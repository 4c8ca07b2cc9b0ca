import type { TakeHome, TakeHomeBand, TakeHomeRule } from '../take-home.ts';
import { diffGate } from './diff-criterion.ts';
import { diffFields, type Place } from './diff-fields.ts';
import { diffNamed } from './diff-named.ts';
import type { Difference } from './difference.ts';

const ADDED = { added: 'take-home-added', removed: 'take-home-removed' } as const;

/** Compares the doses that may be taken at home: rule by rule, band by band, with the criteria of each. */
export function diffTakeHome(before: TakeHome | undefined, after: TakeHome | undefined): Difference[] {
  if (before === undefined || after === undefined)
    return diffNamed('doses to take home', ADDED, 'takeHome', [named(before), named(after)], () => []);
  return [
    ...diffFields({ path: 'takeHome', subject: 'doses to take home' }, before, after, {
      except: ['rules'],
      defaults: { clock: 'program', reductions: [] },
    }),
    ...diffNamed(
      'rule on doses to take home',
      ADDED,
      'takeHome.rules',
      [before.rules, after.rules],
      diffRule,
    ),
  ];
}

function named(takeHome: TakeHome | undefined): { id: string }[] {
  return takeHome === undefined ? [] : [{ ...takeHome, id: takeHome.medication }];
}

function diffRule(place: Place, was: TakeHomeRule, is: TakeHomeRule): Difference[] {
  return [
    ...diffFields(place, was, is, { except: ['bands', 'requires'], defaults: { closedDays: 'counted' } }),
    ...diffGate(gateOf(place), was.requires, is.requires),
    ...diffNamed(
      'band',
      ADDED,
      `${place.path}.bands`,
      [bands(was), bands(is)],
      (band, one, other) => [
        ...diffFields(band, one, other, { except: ['id', 'requires'] }),
        ...diffGate(gateOf(band), one.requires, other.requires),
      ],
      ` of ${place.subject}`,
    ),
  ];
}

function bands({ bands: all }: TakeHomeRule): (TakeHomeBand & { id: string })[] {
  return all.map((band) => ({ ...band, id: `from-day-${band.fromDay}` }));
}

function gateOf({ path, subject }: Place): Place {
  return { path: `${path}.requires`, subject: `what ${subject} requires` };
}
