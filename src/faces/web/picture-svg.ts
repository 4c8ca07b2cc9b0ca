import { html } from 'hono/html';
import { toDayNumber } from '../../curriculum/calendar-date.ts';
import { MARKS, type MeetingMark } from './marks.ts';
import type { Html } from './page.ts';
import type { PatientPicture, PictureBand, PictureMeeting } from './patient-picture.ts';
import { sayDate } from './say-date.ts';

const WEEK = 44;
const BOX = 17;
const HEAD = 46;
const LABELS = 176;
const LINE = 13;
/** How many weeks stand in one strip on paper. */
const ON_PAPER = 20;

/** A row of the picture: its label, and the boxes of each week. */
type Row = {
  readonly title: string;
  readonly top: number;
  readonly height: number;
  /** How far it is, in words: how much is done, and what is to be made up. */
  readonly far: string;
  readonly owes: boolean;
  readonly cells: readonly (readonly PictureMeeting[])[];
};

/**
 * Draws the picture of a program: weeks across, tracks down. The labels stand still while the weeks move; each box has a sign
 * of its own, and its day and topic as a title.
 */
export function pictureSvg(picture: PatientPicture): Html {
  const { weeks, today } = picture;
  const rows = rowsOf(picture);
  const last = rows.at(-1);
  const height = (last === undefined ? HEAD : last.top + last.height) + 6;
  const width = weeks.length * WEEK + 12;
  const x = (day: string) => ((toDayNumber(day) - toDayNumber(weeks[0] ?? day)) * WEEK) / 7;
  const band = ({ from, to, title }: PictureBand, kind: string, top: number, tall: number) =>
    html`<rect class="${kind}" x="${x(from)}" y="${top}" width="${Math.max(3, x(to) - x(from) + WEEK / 7)}" height="${tall}" rx="3"><title>${title}: ${from} to ${to}</title></rect>`;
  return html`<div class="drawing">
    <svg class="picture" width="${LABELS}" height="${height}" viewBox="0 0 ${LABELS} ${height}" aria-hidden="true"><g id="picture-labels" class="picture">
      <text x="0" y="17" class="faint">Phase</text><text x="0" y="38" class="faint">Week of</text>
      ${rows.map(label)}
    </g></svg>
    <div class="scroll" role="region" aria-label="The program, week by week" tabindex="0" data-scroll-end="${Math.round(x(today))}">
      <svg class="picture" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><title>The program week by week</title><desc>${summary(picture)}</desc><g id="picture-weeks" class="picture">
        ${picture.phases.map((phase) => band(phase, 'band', 2, 22))}
        ${picture.leaves.map((leave) => band(leave, 'leave', 26, height - 28))}
        ${picture.phases.map((phase) => phaseLabel(phase, x))}
        ${weeks.map((monday, index) => html`<line class="grid" x1="${index * WEEK}" y1="26" x2="${index * WEEK}" y2="${height}"/>${index % 2 === 0 ? html`<text x="${index * WEEK + 3}" y="38" class="faint">${sayDate(monday).slice(4, -5)}</text>` : ''}`)}
        <line class="now" x1="${x(today) + WEEK / 14}" y1="26" x2="${x(today) + WEEK / 14}" y2="${height}"><title>Today, ${today}</title></line>
        ${rows.map(({ top }) => html`<line class="grid" x1="0" y1="${top}" x2="${width}" y2="${top}"/>`)}
        ${rows.map(({ top, cells }) => cells.map((meetings, week) => meetings.map((meeting, place) => box(meeting, week, place, top, today))))}
      </g></svg>
    </div>
  </div>${onPaper(weeks.length, height)}`;
}

/** The same on paper, where nothing moves: strips of some weeks below each other, each with the labels. */
function onPaper(weeks: number, height: number): Html {
  const wide = ON_PAPER * WEEK;
  const strips = Array.from({ length: Math.ceil(weeks / ON_PAPER) }, (_, strip) => strip * wide);
  return html`${strips.map((from) => html`<svg class="picture paper" viewBox="0 0 ${LABELS + wide} ${height}" aria-hidden="true"><use href="#picture-labels"/><svg x="${LABELS}" width="${wide}" height="${height}" viewBox="${from} 0 ${wide} ${height}"><use href="#picture-weeks"/></svg></svg>`)}`;
}

/** The name of a phase where its band has room for it, shortened where it has little; the title of the band says it whole. */
function phaseLabel({ from, to, title }: PictureBand, x: (day: string) => number): Html {
  const room = Math.floor((x(to) - x(from) + WEEK / 7 - 6) / 7);
  if (room < 5) return html``;
  const short = title.length > room ? `${title.slice(0, room - 1)}…` : title;
  return html`<text x="${x(from) + 4}" y="17">${short}<title>${title}</title></text>`;
}

/** The name of a row in one line or two, and below it how far it is. */
function label({ title, top, height, far, owes }: Row): Html {
  const lines = inLines(title);
  const first = top + height / 2 + 4 - ((lines.length + (far === '' ? 0 : 1) - 1) * LINE) / 2;
  return html`${lines.map((text, index) => html`<text x="0" y="${first + index * LINE}">${text}<title>${title}</title></text>`)}${far === '' ? '' : html`<text class="${owes ? 'owes' : 'faint far'}" x="0" y="${first + lines.length * LINE}">${shorten(far, 30)}<title>${far}</title></text>`}`;
}

/** A title in at most two lines of some length. */
function inLines(title: string): string[] {
  const words = title.split(' ');
  let first = words.shift() ?? '';
  while (words[0] !== undefined && first.length + words[0].length < 25) first += ` ${words.shift()}`;
  return words.length === 0 ? [shorten(first, 26)] : [shorten(first, 26), shorten(words.join(' '), 26)];
}

function rowsOf({ weeks, tracks, meetings, tests }: PatientPicture): Row[] {
  const start = toDayNumber(weeks[0] ?? '2026-01-05');
  const cellsOf = (list: readonly PictureMeeting[]) => {
    const cells: PictureMeeting[][] = weeks.map(() => []);
    for (const meeting of list) cells[Math.floor((toDayNumber(meeting.on) - start) / 7)]?.push(meeting);
    return cells;
  };
  const marked: Readonly<Record<string, MeetingMark>> = {
    negative: 'attended',
    positive: 'absent',
    missed: 'unrecorded',
    invalid: 'excused',
  };
  const lists = [
    {
      title: 'Drug tests',
      far: '',
      owes: false,
      list: tests.map(
        ({ on, result }): PictureMeeting => ({
          on,
          track: 'test',
          session: null,
          title: `drug test ${result}`,
          mark: marked[result] ?? 'excused',
        }),
      ),
    },
    ...tracks.map(({ id, title, owed, done, required }) => ({
      title,
      far: [
        required > 0 ? `${done.length} of ${required}` : '',
        owed.length > 0 ? `owes ${owed.join(', ')}` : '',
      ]
        .filter(Boolean)
        .join(', '),
      owes: owed.length > 0,
      list: meetings.filter(({ track }) => track === id),
    })),
  ];
  let top = HEAD;
  return lists.map(({ title, list, far, owes }) => {
    const cells = cellsOf(list);
    const most = Math.max(1, ...cells.map((cell) => cell.length));
    const lines = inLines(title).length + (far === '' ? 0 : 1);
    const height = Math.max(Math.ceil(most / 2) * (BOX + 2) + 8, lines * LINE + 6);
    const row = { title, top, height, far, owes, cells };
    top += row.height;
    return row;
  });
}

function box(meeting: PictureMeeting, week: number, place: number, top: number, today: string): Html {
  const { mark, on, session, title, track } = meeting;
  const left = week * WEEK + 4 + (place % 2) * (BOX + 2);
  const down = top + 4 + Math.floor(place / 2) * (BOX + 2);
  const test = track === 'test';
  const sign = test ? ({ attended: '−', absent: '+' }[mark as string] ?? '!') : MARKS[mark].sign;
  const words = `${sayDate(on, today)}: ${session === null ? '' : `session ${session}, `}${title ?? track}${test ? '' : `, ${MARKS[mark].words}`}`;
  return html`<g><title>${words}</title><rect class="box ${mark}" x="${left}" y="${down}" width="${BOX}" height="${BOX}" rx="3"/><text class="sign ${mark}" x="${left + BOX / 2}" y="${down + 13}">${sign === '' ? (session ?? '') : sign}</text></g>`;
}

function summary({ weeks, tracks, meetings, phases, leaves, tests }: PatientPicture): string {
  const count = (mark: MeetingMark) => meetings.filter((meeting) => meeting.mark === mark).length;
  return `Program of ${weeks.length} weeks, ${tracks.length} tracks: ${count('attended')} meetings met, ${count('absent')} missed, ${count('excused')} excused, ${count('make-up')} made up, ${count('unrecorded')} not recorded, ${count('to-come')} to come; ${tests.length} drug tests; ${owes(tracks)}; phases ${phases.map(({ title, from }) => `${title} from ${from}`).join(', ')}; ${leaves.length} leaves. The table below says it in full.`;
}

function shorten(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

function owes(tracks: PatientPicture['tracks']): string {
  const owing = tracks.filter(({ owed }) => owed.length > 0);
  if (owing.length === 0) return 'nothing owed';
  return owing.map(({ title, owed }) => `${title} owes session ${owed.join(', ')}`).join('; ');
}
