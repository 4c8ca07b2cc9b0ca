import { toDayNumber } from '../../curriculum/calendar-date.ts';
import { weekdayIndex } from '../../curriculum/weekday.ts';
import type { ReadyOf } from '../command.ts';
import type { Episode } from '../episode.ts';
import { accept, type Decide, eventOf, refuse } from './decision.ts';

/** Decides on a meeting of the patient's own calendar that is called off or moved, and on the cycle of a rolling group that he follows. */
export const decideCalendar: Decide = (command, { episode }) => {
  const asked = command as ReadyOf<'ChangeMeeting' | 'FollowCycle'>;
  const { plan } = episode;
  const track = plan.tracks.find(({ id }) => id === asked.track);
  if (track === undefined)
    return refuse('unknown-track', `${plan.curriculum.title} has no track ${asked.track}`);
  if (asked.type === 'FollowCycle') {
    if (track.order !== 'rolling')
      return refuse('invalid-change', `${track.title} has no cycle: its sessions are held in an order`);
    return accept(eventOf('CycleFollowed', asked, { track: asked.track, cycleStart: asked.cycleStart }));
  }
  const { date, start, to, on } = asked;
  const first = to !== undefined && to.date < date ? to.date : date;
  if (first < on)
    return refuse(
      'dates-contradict',
      `the meeting of ${first} lies before ${on}; say that it was changed then`,
    );
  if (!mayMeetOn(episode, asked.track, date))
    return refuse('no-meeting', `the calendar has no meeting of ${track.title} on ${date}`);
  const known = episode.facts.find(
    ({ fact }) =>
      fact.type === 'MeetingChanged' &&
      fact.track === asked.track &&
      fact.date === date &&
      fact.start === start,
  );
  if (known !== undefined)
    return refuse(
      'already-recorded',
      `the meeting of ${date} was changed already (event ${known.version}); amend or void that one`,
      { fact: known.version },
    );
  if (to?.session !== undefined && !track.sessions.some(({ number }) => number === to.session))
    return refuse('unknown-session', `${track.title} has no session ${to.session}`);
  return accept(eventOf('MeetingChanged', asked, { track: asked.track, date, start, to }));
};

/** Whether a track has meetings on the weekday of a day, at any level of care and in any phase: where the patient will be then is open. */
function mayMeetOn({ course }: Episode, id: string, date: string): boolean {
  const weekday = weekdayIndex(toDayNumber(date));
  return course.stages.some(({ plan }) =>
    plan.tracks.some((track) => track.id === id && track.slots.some((slot) => slot.weekday === weekday)),
  );
}
