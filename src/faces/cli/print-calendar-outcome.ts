import type { AppointmentOutcome } from '../../engine/appointments/appointment-outcome.ts';
import type { GroupOutcome, RosterRowOutcome } from '../../engine/groups/group-outcome.ts';
import { appointmentLine } from './appointment-line.ts';
import { cleanText } from './clean-text.ts';
import { renderChange } from './print-outcome.ts';
import { bad, faint, good, open, print, printJson, say } from './screen.ts';

/** Prints the answer to a command about a group or an appointment; a refusal goes to stderr. Gives whether it was accepted. */
export function printCalendarOutcome(
  verb: string,
  outcome: GroupOutcome | AppointmentOutcome,
  { json = false, preview = false }: { readonly json?: boolean; readonly preview?: boolean },
): boolean {
  if (json) printJson(outcome);
  else if (outcome.accepted) printAccepted(outcome, preview);
  else {
    const { code, message } = outcome.refusal;
    say(`${bad('✗')} ${verb} refused: ${cleanText(message)} ${faint(`[${code}]`)}`);
    if ('rows' in outcome) for (const row of outcome.rows ?? []) if (!row.accepted) say(rosterRow(row));
  }
  return outcome.accepted;
}

function printAccepted(
  outcome: Extract<GroupOutcome | AppointmentOutcome, { accepted: true }>,
  preview: boolean,
): void {
  const mark = preview ? open('would be recorded:') : good('✓');
  if ('appointment' in outcome) {
    print(`${mark} ${appointmentLine(outcome.appointment)}`);
    for (const change of outcome.recorded?.changes ?? []) print(renderChange(change));
    for (const warning of outcome.warnings) print(`  ${open('!')} ${cleanText(warning)}`);
  } else {
    for (const event of outcome.events)
      print(`${mark} ${event.type}  ${faint(`${cleanText(outcome.stream)}, version ${outcome.version}`)}`);
    for (const row of outcome.rows ?? []) print(rosterRow(row));
    if (outcome.patients)
      print(
        `  in the records of ${outcome.patients.length} ${outcome.patients.length === 1 ? 'patient' : 'patients'}`,
      );
    for (const { episode, reason } of outcome.leftOut ?? [])
      print(`  ${cleanText(episode)}: left out, ${cleanText(reason)}`);
    for (const { message } of outcome.warnings) print(`  ${open('!')} ${cleanText(message)}`);
  }
  if (outcome.repeated)
    print(faint('This key was used before: this is the first answer, and nothing was written.'));
}

function rosterRow(row: RosterRowOutcome): string {
  const name = cleanText(row.episode);
  if (!row.accepted) return `  ${bad('✗')} ${name}: ${cleanText(row.refusal.message)}`;
  const credit = row.session === null ? 'noted' : `session ${row.session} of ${cleanText(row.track ?? '')}`;
  return `  ${name}: ${credit}${row.makeUp ? ', made up' : ''}  ${faint(`event ${row.fact}`)}`;
}
