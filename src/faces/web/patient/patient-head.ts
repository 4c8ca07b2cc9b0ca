import { html } from 'hono/html';
import type { Status } from '../../../engine/status.ts';
import type { Html } from '../page.ts';
import { sayDate } from '../say-date.ts';

/** Who a patient is and where he stands in three lines: the phase and its day, what went well or not lately, and his program. */
export function patientHead(status: Status): Html {
  const { patient, episode, curriculum, counselor, site, levelOfCare, leave, asOf } = status;
  const known = shortly(status);
  return html`<h1>${patient ?? episode} ${leave === null ? '' : html`<span class="chip warn">on leave since ${sayDate(leave.since, asOf)}</span>`}</h1>
    <p class="lead">${where(status)}${leave?.expectedReturn ? html`, return expected ${sayDate(leave.expectedReturn, asOf)}` : ''}</p>
    ${known.length === 0 ? '' : html`<p>${known.join(' · ')}</p>`}
    <p class="meta">${curriculum.title} ${curriculum.version}${levelOfCare === null ? '' : `, ${levelOfCare.name}`} · counselor ${counselor ?? 'none'}${site === null ? '' : ` · site ${site}`} · record ${episode}, version ${status.version}</p>`;
}

function where({ ended, phase, lifecycle, week, asOf, waitlist }: Status): Html {
  if (ended !== null)
    return html`Ended on ${sayDate(ended.on, asOf)}: ${ended.graduated ? 'graduated' : ended.reason.replaceAll('-', ' ')}`;
  if (phase === null)
    return html`${lifecycle === 'referred' ? `Referred, not admitted yet${waitlist?.program ? `; ${waitlist.state.replaceAll('-', ' ')} for ${waitlist.program}` : ''}` : lifecycle}`;
  return html`<b>${phase.title}</b>${phase.returned ? ' (returned)' : ''}, day ${phase.days + 1} of it${week === null ? '' : `; week ${week} of the program`}`;
}

/** Abstinence, tests and the next meeting, each where it is known. */
function shortly({ drugTests, tracks, ended, leave, asOf }: Status): string[] {
  if (ended !== null) return [];
  const { daysAbstinent, abstinentUntil, negativeInARow, lastOn } = drugTests;
  const known =
    abstinentUntil === null || abstinentUntil === asOf
      ? ''
      : `, known up to ${sayDate(abstinentUntil, asOf)}`;
  const next = tracks
    .flatMap((track) => (track.next === null ? [] : [{ ...track.next, title: track.title }]))
    .sort((a, b) => (`${a.date} ${a.start}` < `${b.date} ${b.start}` ? -1 : 1))[0];
  return [
    ...(daysAbstinent === null
      ? []
      : [`${daysAbstinent} ${daysAbstinent === 1 ? 'day' : 'days'} abstinent${known}`]),
    ...(lastOn === null
      ? ['no drug test yet']
      : [
          `last test ${sayDate(lastOn, asOf)}, ${negativeInARow ? `${negativeInARow} negative in a row` : 'not negative'}`,
        ]),
    ...(next === undefined || leave !== null
      ? []
      : [`next ${sayDate(next.date, asOf)} ${next.start}, ${next.title}`]),
  ];
}
