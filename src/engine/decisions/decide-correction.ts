import { ZodError } from 'zod';
import type { EpisodeRecord, Fact } from '../../program/episode-event.ts';
import { amendFact, standingFacts } from '../../program/standing-facts.ts';
import type { ReadyOf } from '../command.ts';
import { wordsOf } from '../migration/say-in-words.ts';
import { decideAmended } from './decide-amended.ts';
import { accept, type Decide, type Decision, eventOf, refuse, type Standing } from './decision.ts';

/** Decides on a correction of an earlier fact: amended, or voided as never having happened. A correction needs a reason. */
export const decideCorrection: Decide = (command, standing) => {
  const { fact: number } = command as ReadyOf<'Void'>;
  if (command.reason === undefined)
    return refuse('reason-needed', 'say why the record is corrected; it stays on the record');
  const record = standing.episode.records.find((r) => r.version === number);
  if (!record)
    return refuse(
      'unknown-fact',
      `there is no event ${number}; the last one is ${standing.episode.records.length}`,
    );
  if (concernsMigration(standing.episode.records, record)) {
    return refuse(
      'not-correctable',
      `event ${number} is about a migration; undo it, or migrate again with another mapping`,
      { fact: number },
    );
  }
  if (record.event.type === 'DeadlineReached') {
    return refuse(
      'not-correctable',
      `event ${number} follows from the record; correct the fact that it follows from`,
      { fact: number },
    );
  }
  if (command.type === 'Void') return decideVoid(command as ReadyOf<'Void'>, standing);
  return decideAmendment(command as ReadyOf<'Amend'>, standing);
};

/** A migration, or the undoing of one: to let it stand again would read what was recorded since in the wrong words. */
function concernsMigration(records: readonly EpisodeRecord[], { event }: EpisodeRecord): boolean {
  if (event.type === 'Migrated') return true;
  return event.type === 'Voided' && records[event.fact - 1]?.event.type === 'Migrated';
}

function decideVoid(command: ReadyOf<'Void'>, { episode }: Standing): Decision {
  const number = command.fact;
  if (
    episode.records.some(
      (r) => r.event.type === 'Voided' && r.event.fact === number && stands(episode.records, r.version),
    )
  ) {
    return refuse('nothing-changes', `event ${number} is voided already`, { fact: number });
  }
  return accept(eventOf('Voided', command, { fact: number }));
}

function decideAmendment(command: ReadyOf<'Amend'>, { episode, today, decideOn }: Standing): Decision {
  const standing = standingFacts(episode.records).find((f) => f.version === command.fact);
  if (!standing)
    return refuse(
      'not-correctable',
      `event ${command.fact} is voided or is itself a correction; void that correction instead`,
      { fact: command.fact },
    );
  if ('type' in command.change)
    return refuse(
      'invalid-change',
      'the kind of an event cannot be changed; void it and record the right one',
    );
  if (standing.fact.type === 'Admitted' && ('curriculum' in command.change || 'version' in command.change))
    return refuse(
      'invalid-change',
      'an episode keeps the curriculum it was admitted to; void the admission and admit to the right one, or migrate',
    );
  const changed = changedFact(standing.fact, command.change);
  if (typeof changed === 'string') return refuse('invalid-change', changed, { fact: command.fact });
  if (JSON.stringify(changed) === JSON.stringify(standing.fact))
    return refuse('nothing-changes', `event ${command.fact} says that already`, { fact: command.fact });
  if (changed.on > today && standing.fact.on <= today)
    return refuse('in-the-future', `${changed.on} is still to come (today is ${today})`);
  const unknown =
    unknownReference(wordsOf(episode, command.fact, changed.on), changed) ?? incomplete(changed);
  if (unknown) return unknown;
  const against = decideAmended(
    episode,
    { version: command.fact, from: standing.fact, to: changed },
    decideOn,
  );
  if (against) return against;
  return accept(eventOf('Amended', command, { fact: command.fact, change: command.change }));
}

function changedFact(fact: Fact, change: Readonly<Record<string, unknown>>): Fact | string {
  try {
    return amendFact(fact, change);
  } catch (error) {
    if (!(error instanceof ZodError)) throw error;
    return error.issues
      .map((issue) => `${issue.path.join('.') || 'the change'}: ${issue.message}`)
      .join('; ');
  }
}

function unknownReference({ plan, facts }: Standing['episode'], fact: Fact): Decision | null {
  if (fact.type === 'AttendanceRecorded' || fact.type === 'CreditGranted') {
    const track = plan.tracks.find((t) => t.id === fact.track);
    if (!track) return refuse('unknown-track', `${plan.curriculum.title} has no track ${fact.track}`);
    const sessions =
      fact.type === 'CreditGranted' ? fact.sessions : fact.session === undefined ? [] : [fact.session];
    const unknown = sessions.find((number) => !track.sessions.some((s) => s.number === number));
    if (unknown !== undefined) return refuse('unknown-session', `${track.title} has no session ${unknown}`);
  }
  const named = fact.type === 'Admitted' ? Object.keys(fact.cycleStarts ?? {}) : [];
  if (fact.type === 'HomeworkRecorded' && fact.track !== undefined) named.push(fact.track);
  const strange = named.find((id) => !plan.tracks.some((t) => t.id === id));
  if (strange !== undefined)
    return refuse('unknown-track', `${plan.curriculum.title} has no track ${strange}`);
  const phase = phaseNamed(fact);
  if (phase !== null && !plan.phases.some((p) => p.id === phase))
    return refuse('unknown-phase', `${plan.curriculum.title} has no phase ${phase}`);
  const admitted = facts.find((f) => f.fact.type === 'Admitted');
  if (admitted && fact.type === 'AttendanceRecorded' && fact.on < admitted.fact.on) {
    return refuse(
      'before-admission',
      `the patient was admitted on ${admitted.fact.on}; ${fact.on} lies before that`,
    );
  }
  return null;
}

function phaseNamed(fact: Fact): string | null {
  if (fact.type === 'PhaseAdvanced' || fact.type === 'ReturnedToPhase') return fact.to;
  return fact.type === 'GateOverridden' ? fact.phase : null;
}

/** What a fact of its kind has to say and this one does not. */
function incomplete(fact: Fact): Decision | null {
  if (fact.type === 'AttendanceRecorded' && fact.status === 'left-early' && fact.minutes === undefined)
    return refuse('minutes-needed', 'say how many minutes the patient was there');
  const { expectedReturn } = fact.type === 'LeaveStarted' ? fact : {};
  if (expectedReturn !== undefined && expectedReturn <= fact.on)
    return refuse(
      'return-before-leave',
      `the expected return ${expectedReturn} does not come after ${fact.on}`,
    );
  return null;
}

function stands(records: Standing['episode']['records'], version: number): boolean {
  return !records.some(
    (r) => r.event.type === 'Voided' && r.event.fact === version && stands(records, r.version),
  );
}
