import type { GroupCommand } from '../../../src/engine/groups/group-command.ts';
import { type ClinicSubject, openClinic } from '../http/clinic-subject.ts';

/** A page as a test sees it. */
export type Seen = { readonly status: number; readonly text: string; readonly to: string | null };

/** A clinic whose pages a test opens and fills in as somebody. */
export type PageSubject = ClinicSubject & {
  page(path: string, who: string): Promise<Seen>;
  fill(path: string, fields: Record<string, string>, who: string): Promise<Seen>;
  /** Carries out a command about a group that has to be accepted. */
  mustGroup(command: GroupCommand): Promise<void>;
};

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** Opens the clinic of the tests for looking at its pages. */
export async function openPages(): Promise<PageSubject> {
  const clinic = await openClinic();
  const seen = async (answer: Response): Promise<Seen> => ({
    status: answer.status,
    text: await answer.text(),
    to: answer.headers.get('location'),
  });
  return {
    ...clinic,
    page: async (path, who) => seen(await clinic.ask(who, 'GET', path)),
    fill: async (path, fields, who) =>
      seen(await clinic.ask(who, 'POST', path, new URLSearchParams(fields).toString(), FORM)),
    mustGroup: async (command) => {
      const outcome = await clinic.engine.groups.execute(command);
      if (!outcome.accepted) throw new Error(`${command.type}: ${outcome.refusal.message}`);
    },
  };
}

/** The group `evening` of kim in the north: relapse prevention on Mondays and Fridays, with family members as guests where it is asked for. */
export function evening(given: Partial<{ leader: string; track: string; from: string }> = {}): GroupCommand {
  const { leader = 'kim', track = 'relapse-prevention', from = '2026-01-05' } = given;
  return {
    type: 'DefineGroup',
    group: 'evening',
    definition: {
      title: 'Relapse prevention, evenings',
      site: 'north',
      timeZone: 'America/New_York',
      place: 'Room 2',
      from,
      times: [{ rule: 'FREQ=WEEKLY;BYDAY=MO,FR', start: '18:00', minutes: 90 }],
      topics: Array.from({ length: 32 }, (_, index) => `Topic ${index + 1}`),
      credits: [{ curriculum: 'matrix-iop', track }],
      leader,
    },
  };
}
