import { type Course, isPathway } from '../../program/course.ts';
import type { ReadyOf } from '../command.ts';
import { barEntry } from './bar-entry.ts';
import { accept, type Decide, eventOf, refuse } from './decision.ts';

/** Decides on a referral or an admission. An episode is admitted once; a readmission is an episode of its own. */
export const decideAdmission: Decide = (command, { episode, fold, today }) => {
  const admitted = episode.facts.find(({ fact }) => fact.type === 'Admitted');
  if (admitted) {
    return refuse(
      'already-admitted',
      `this episode was admitted on ${admitted.fact.on}; a readmission is a new episode`,
      { fact: admitted.version },
    );
  }
  const fiveYearsAgo = `${Number(today.slice(0, 4)) - 5}${today.slice(4)}`;
  if (command.on < fiveYearsAgo && command.reason === undefined)
    return refuse(
      'implausible-date',
      `${command.on} is more than five years ago (today is ${today}); give a reason if it is meant`,
    );
  if (command.type === 'Refer') {
    const { patient, source, counselor, site } = command;
    if (episode.records.length > 0)
      return refuse('already-exists', 'there is an episode of this name already');
    return accept(eventOf('Referred', command, { patient, source, counselor, site }));
  }
  if (fold.snapshot.context.ended !== null)
    return refuse('ended', 'the referral was closed; an admission after that is a new episode');
  const { patient, counselor, site, lastUseOn, cycleStarts, stage, overrideEligibility } =
    command as ReadyOf<'Admit'>;
  if (lastUseOn !== undefined && lastUseOn > command.on)
    return refuse('dates-contradict', `the last use ${lastUseOn} lies after the admission on ${command.on}`);
  const referral = episode.facts.find(({ fact }) => fact.type === 'Referred');
  if (referral?.fact.type === 'Referred' && referral.fact.patient !== patient)
    return refuse(
      'other-patient',
      `the referral (event ${referral.version}) is of ${referral.fact.patient}, not of ${patient}; amend the referral if it was wrong`,
      { fact: referral.version },
    );
  const { id, version, stages } = episode.course;
  if (stage !== undefined && !(isPathway(episode.course) && stages.some((one) => one.id === stage)))
    return refuse('unknown-stage', stagesOf(episode.course, stage));
  const entered = stages.find((one) => one.id === stage) ?? stages[0];
  if (entered?.plan.stage?.entry === false)
    return refuse(
      'no-entry',
      `nobody is admitted to ${entered.title} directly; ${stagesOf(episode.course, entered.id)}`,
    );
  const { plan } = entered ?? episode;
  const unknown = Object.keys(cycleStarts ?? {}).find((track) => !plan.tracks.some((t) => t.id === track));
  if (unknown !== undefined)
    return refuse('unknown-track', `${plan.curriculum.title} has no track ${unknown}`);
  const barred = barEntry(plan, episode, command as ReadyOf<'Admit'>);
  if (barred !== null) return barred;
  return accept(
    eventOf('Admitted', command, {
      patient,
      curriculum: id,
      version,
      stage,
      overrideEligibility,
      counselor,
      site,
      lastUseOn,
      cycleStarts,
    }),
  );
};

function stagesOf(course: Course, stage: string): string {
  const open = course.stages.flatMap(({ id, plan }) =>
    plan.stage?.entry === false || id === stage ? [] : [id],
  );
  return isPathway(course)
    ? `${course.title} begins at ${open.join(' or ')}`
    : `${course.title} is a curriculum alone and has no stage ${stage}; leave the stage out, or admit to a pathway`;
}
