import { html } from 'hono/html';
import type { Coverage, StartCoverage } from '../../../engine/groups/coverage.ts';
import type { Html } from '../page.ts';
import { sayDate } from '../say-date.ts';

/** When a new patient would meet each session of the rolling tracks, for the first start and for the one with the fewest make-ups. */
export function coverageTable({ first, best, starts }: Coverage, today: string): Html {
  if (first.tracks.length === 0)
    return html`<p>This curriculum has no rolling track that has to be covered; any day is as good.</p>`;
  const most = Math.max(1, ...starts.map(({ makeUps }) => makeUps));
  const same = best.start === first.start;
  return html`<p>${same ? html`The first possible start, <b>${sayDate(first.start, today)}</b>, is the best: ${say(first)}.` : html`The best start is <b>${sayDate(best.start, today)}</b>: ${say(best)}. The first possible one, ${sayDate(first.start, today)}, needs ${say(first)}.`}</p>
    <details><summary>Make-ups for each start</summary><table class="bars"><thead><tr><th scope="col">Start</th><th scope="col">Make-ups</th><th scope="col"><span class="hide">Bar</span></th></tr></thead>
    <tbody>${starts.map(({ start, makeUps }) => html`<tr><th scope="row">${sayDate(start, today)}</th><td>${makeUps}</td><td><svg class="picture" width="120" height="10" aria-hidden="true"><rect class="bar" width="${(makeUps / most) * 120}" height="10"/></svg></td></tr>`)}</tbody></table></details>
    ${first.tracks.map((track, index) => trackTable(track, same ? null : (best.tracks[index] ?? null), { first, best }, today))}`;
}

function say({ makeUps }: StartCoverage): string {
  return makeUps === 0 ? 'no make-up' : makeUps === 1 ? '1 make-up' : `${makeUps} make-ups`;
}

function trackTable(
  track: StartCoverage['tracks'][number],
  other: StartCoverage['tracks'][number] | null,
  { first, best }: { readonly first: StartCoverage; readonly best: StartCoverage },
  today: string,
): Html {
  const days = (on: readonly string[]) =>
    on.length === 0 ? html`<b class="warn">make-up</b>` : on.map((day) => sayDate(day, today)).join(', ');
  return html`<h2>${track.title}</h2><div class="scroll" role="region" aria-label="Coverage of ${track.title}" tabindex="0"><table>
    <thead><tr><th scope="col">Session</th><th scope="col">Start ${sayDate(first.start, today)}</th>${other === null ? '' : html`<th scope="col">Start ${sayDate(best.start, today)}</th>`}</tr></thead>
    <tbody>${track.sessions.map(({ session, title, on }, index) => html`<tr><th scope="row">${session} ${title}</th><td>${days(on)}</td>${other === null ? '' : html`<td>${days(other.sessions[index]?.on ?? [])}</td>`}</tr>`)}</tbody></table></div>`;
}
