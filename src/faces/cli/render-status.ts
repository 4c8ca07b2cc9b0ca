import type { Status } from '../../engine/status.ts';
import { cleanText } from './clean-text.ts';
import { renderAuthorizations } from './render-authorizations.ts';
import { renderContinuedStay } from './render-continued-stay.ts';
import { renderDose } from './render-dose.ts';
import { renderGate } from './render-gate.ts';
import { renderPathway } from './render-pathway.ts';
import { renderRewards } from './render-rewards.ts';
import { renderTable } from './render-table.ts';
import { renderTakeHome } from './render-take-home.ts';
import { bold, faint, open } from './screen.ts';
import { VERB_OF } from './verb-of.ts';
import { withWeekday } from './with-weekday.ts';

/** Draws where a patient stands as a page for a counselor. */
export function renderStatus(status: Status): string {
  const parts = [
    heading(status),
    status.tracks.length > 0 ? tracks(status) : [],
    status.monitors.length > 0 && status.ended === null ? monitors(status) : [],
    status.admittedOn === null ? [] : tests(status),
    renderDose(status.dose),
    renderAuthorizations(status.authorizations),
    renderContinuedStay(status),
    renderRewards(status),
    renderTakeHome(status.takeHome),
    gate(status),
    renderPathway(status),
    due(status),
    allowed(status),
  ];
  return parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n');
}

function heading(status: Status): string[] {
  const { phase, leave, ended, curriculum, pathway } = status;
  const who = [
    cleanText(status.episode),
    status.patient === null ? null : `patient ${cleanText(status.patient)}`,
    status.counselor === null ? null : `counselor ${cleanText(status.counselor)}`,
    status.site === null ? null : cleanText(status.site),
  ];
  const lines = [
    `${bold(who.filter((part) => part !== null).join(' · '))}`,
    ...(pathway === null
      ? []
      : [
          `${cleanText(pathway.title)} ${faint(`(${pathway.id} ${pathway.version})`)} · ${bold(cleanText(pathway.stage.title))}`,
        ]),
    `${cleanText(curriculum.title)} ${faint(`(${curriculum.id} ${curriculum.version})`)}`,
  ];
  if (ended) {
    const how = ended.graduated ? 'graduated' : `discharged: ${cleanText(ended.reason)}`;
    lines.push(`${how} on ${withWeekday(ended.on)}`);
  } else if (phase) {
    const since = phase.since === null ? '' : ` since ${phase.since}, day ${phase.days}`;
    const back = phase.returned ? ', returned' : '';
    lines.push(
      `${bold(cleanText(phase.title))}${since}${back} · week ${status.week ?? '-'} of the ${status.pathway ? 'stage' : 'program'}${stayAgain(status)}`,
    );
  } else if (status.waitlist !== null && status.waitlist.program !== null) {
    const { state, program, since, offerUntil } = status.waitlist;
    const until = offerUntil === null ? '' : ` until ${offerUntil}`;
    lines.push(`${bold(state)}${until} · waitlist of ${cleanText(program)} since ${since}`);
  } else lines.push(status.lifecycle);
  if (leave) {
    const back = leave.expectedReturn === null ? '' : `, expected back on ${leave.expectedReturn}`;
    lines.push(open(`on ${leave.planned ? 'planned ' : ''}leave since ${leave.since}${back}`));
  }
  for (const flag of status.flags) lines.push(open(`! event ${flag.fact}: ${cleanText(flag.message)}`));
  const known = status.knownAt === null ? '' : `, as known at ${status.knownAt}`;
  return [...lines, faint(`as of ${withWeekday(status.asOf)}${known}`)];
}

function tracks(status: Status): string[] {
  const rows = status.tracks.map((track) => [
    track.open ? track.title : `${track.title} (not open)`,
    track.required === 0 ? `${track.done.length}` : `${track.done.length} of ${track.required}`,
    track.missed || '',
    track.excused || '',
    track.unrecorded || '',
    track.owed.join(', '),
    track.next ? `${withWeekday(track.next.date)} ${track.next.start}${topic(track.next)}` : '',
  ]);
  return [renderTable(['Track', 'Done', 'Missed', 'Excused', 'No record', 'Owed', 'Next meeting'], rows)];
}

function topic(next: { readonly session: number | null; readonly title: string | null }): string {
  return next.session === null ? '' : `  ${next.session} ${next.title ?? ''}`;
}

function monitors(status: Status): string[] {
  const rows = status.monitors.map((monitor) => [monitor.title, monitor.stateTitle, monitor.since]);
  return [renderTable(['Monitor', 'State', 'Since'], rows)];
}

function abstinent({ asOf, ended, drugTests: { abstinentUntil: until } }: Status, days: number): string {
  const known = until === null || until === (ended?.on ?? asOf) ? '' : `, known up to ${until}`;
  return `${days} ${days === 1 ? 'day' : 'days'} abstinent${known}`;
}

function tests(status: Status): string[] {
  const { drugTests: t, mutualHelp } = status;
  const more = [
    t.negativeInARow === null ? null : `${t.negativeInARow} negative in a row`,
    t.lastOn === null ? null : `last on ${t.lastOn}`,
    t.daysAbstinent === null ? null : abstinent(status, t.daysAbstinent),
  ].filter((part) => part !== null);
  return [
    `${bold('Drug tests')}  ${t.negative} negative, ${t.positive} positive, ${t.missed} missed${more.length > 0 ? `; ${more.join(', ')}` : ''}`,
    `${bold('Mutual help')} ${mutualHelp} ${mutualHelp === 1 ? 'meeting' : 'meetings'}`,
  ];
}

function gate(status: Status): string[] {
  if (status.gate === null) return [];
  const { to, explanation } = status.gate;
  const lines = [bold(`Gate to ${to.join(' or ') || 'the end'}`), ...renderGate(explanation)];
  if (explanation.truth !== 'satisfied') {
    const earliest =
      explanation.earliest === null ? 'no day can be named' : withWeekday(explanation.earliest);
    lines.push(`  Earliest: ${earliest}`);
  }
  for (const override of status.overrides)
    lines.push(
      open(
        `  overridden by event ${override.fact} on ${override.on}${override.expiresOn ? ` until ${override.expiresOn}` : ''}`,
      ),
    );
  return lines;
}

function due(status: Status): string[] {
  const work = status.due.filter((item) => item.work);
  if (work.length === 0) return [];
  return [
    bold('Due'),
    ...work.map((item) => {
      const date = item.dueOn <= status.asOf ? open(withWeekday(item.dueOn)) : withWeekday(item.dueOn);
      return `  ${date}  ${cleanText(item.title)} ${faint(`(${cleanText(item.role)}; ${cleanText(item.item)})`)}`;
    }),
  ];
}

function allowed(status: Status): string[] {
  const verbs = status.allowed.map(({ type, to }) => VERB_OF[type] + (to ? ` → ${to.join(' | ')}` : ''));
  return verbs.length === 0 ? [] : [bold('Allowed now'), `  ${verbs.join(', ')}`];
}

/** Says that a patient is in a program again, so that nobody takes its first week for the first of his treatment. */
function stayAgain({ pathway }: Status): string {
  if (pathway === null || pathway.stage.stays === 1) return '';
  return `, stay ${pathway.stage.stays} in this program after ${pathway.stage.daysBefore} days of it before`;
}
