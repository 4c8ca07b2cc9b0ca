import { fromDayNumber, toDayNumber } from '../../curriculum/calendar-date.ts';
import { explainCriterion } from '../../program/explain-criterion.ts';
import { isWithinBand, takeHomeAllowance } from '../../program/take-home-allowance.ts';
import { hasDoseAtHome } from '../../program/take-home-state.ts';
import type { ReadyOf } from '../command.ts';
import { allowanceInWords, firstDayWithout } from '../take-home-words.ts';
import { accept, type Decide, type Decision, eventOf, refuse, type Standing } from './decision.ts';

/** Decides on doses to take home, never more than the band allows unless somebody who may says why; on a report that such doses were misused, on doses brought back, and on time in treatment elsewhere. */
export const decideTakeHome: Decide = (command, standing) => {
  const { plan } = standing.episode;
  if (plan.takeHome === undefined)
    return refuse('no-take-home', `${plan.curriculum.title} says nothing of doses to take home`);
  if (command.type === 'ReportTakeHomeMisuse')
    return command.reason === undefined
      ? refuse('reason-needed', 'say what happened; it stays on the record')
      : accept(eventOf('TakeHomeMisused', command, {}));
  if (command.type === 'RecordTakeHomeReturn') return decideReturn(command, standing);
  if (command.type === 'CreditTakeHomeTime') return decideTime(command, standing);
  return decideSupply(command as ReadyOf<'RecordTakeHome'>, standing);
};

function decideSupply(command: ReadyOf<'RecordTakeHome'>, standing: Standing): Decision {
  const { plan, facts } = standing.episode;
  const { context } = standing.fold.snapshot;
  const on = toDayNumber(command.on);
  const { doses, beyondBand } = command;
  const first = command.firstDay === undefined ? firstDayWithout(context, on) : toDayNumber(command.firstDay);
  const days = Array.from({ length: doses }, (_, i) => first + i);
  if (first <= on)
    return refuse(
      'dates-contradict',
      `a dose for ${fromDayNumber(first)} is not taken home on ${command.on}; the first is for the day after, or later`,
    );
  const twice = days.find((day) => hasDoseAtHome(context.takeHome, day));
  if (twice !== undefined) {
    const fact = context.takeHome?.supplies.find(({ from, to }) => twice >= from && twice <= to)?.fact ?? 0;
    return refuse(
      'already-recorded',
      `the patient has the dose for ${fromDayNumber(twice)} already (event ${fact}); amend that where it is wrong`,
      { fact },
    );
  }
  const given = { doses, firstDay: fromDayNumber(first) };
  const allowance = takeHomeAllowance(plan, context, on);
  if (isWithinBand(plan, context, allowance, on, days))
    return accept(eventOf('TakeHomeGiven', command, given));
  if (beyondBand === true) {
    const role = command.role ?? 'counselor';
    const roles = plan.policies.overrideRoles;
    if (!roles.includes(role))
      return refuse(
        'role-not-allowed',
        `a ${role} may not give doses beyond the band here; that takes a ${roles.join(' or ')}`,
      );
    return command.reason === undefined
      ? refuse('reason-needed', 'say why more is given than the band allows; it stays on the record')
      : accept(eventOf('TakeHomeGiven', command, { ...given, beyondBand }));
  }
  const kept = allowance?.keptBack ?? null;
  const gate = kept === null ? null : explainCriterion(plan, standing.fold, facts, kept.criterion);
  return refuse(
    'take-home-beyond-band',
    `${doses} ${doses === 1 ? 'dose is' : 'doses are'} more than allowed: ${allowanceInWords(plan, standing.fold, on, gate)}`,
    gate === null ? {} : { gate },
  );
}

function decideReturn(command: ReadyOf<'RecordTakeHomeReturn'>, { fold }: Standing): Decision {
  const on = toDayNumber(command.on);
  const earlier = (fold.snapshot.context.takeHome?.supplies ?? []).filter((supply) => supply.on < on);
  const held = earlier.reduce((sum, { from, to }) => sum + Math.max(0, to - Math.max(from - 1, on)), 0);
  if (command.doses <= held) return accept(eventOf('TakeHomeReturned', command, { doses: command.doses }));
  return refuse(
    'no-take-home',
    `${held} ${held === 1 ? 'dose' : 'doses'} of earlier supplies can be at home for the days after ${command.on}; amend what was given that day where fewer were taken along, and note doses of days gone by`,
  );
}

function decideTime(command: ReadyOf<'CreditTakeHomeTime'>, { episode: { plan } }: Standing): Decision {
  const role = command.role ?? 'counselor';
  const roles = plan.policies.overrideRoles;
  if (!roles.includes(role))
    return refuse(
      'role-not-allowed',
      `a ${role} may not count treatment elsewhere here; that takes a ${roles.join(' or ')}`,
    );
  if (command.reason === undefined)
    return refuse('reason-needed', 'say what it rests on, as in the records of the other clinic');
  const { days, from } = command;
  return accept(eventOf('TakeHomeTimeCredited', command, { days, from }));
}
