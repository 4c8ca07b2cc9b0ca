import { html } from 'hono/html';
import { addDays } from '../../../curriculum/calendar-date.ts';
import { createCurriculumLibrary } from '../../../engine/curriculum-library.ts';
import { EpisodeReader } from '../../../engine/episode-reader.ts';
import { PlanShelf } from '../../../engine/plan-shelf.ts';
import type { Status } from '../../../engine/status.ts';
import type { Behaviour } from '../../../simulation/behaviour.ts';
import { forecastEpisode } from '../../../simulation/forecast/forecast-episode.ts';
import type { Clinic } from '../../http/clinic.ts';
import { standingOf } from '../../standing-of.ts';
import type { Html } from '../page.ts';
import type { ProgramWords } from '../program-words.ts';
import { sayDate } from '../say-date.ts';

/** How far ahead it is simulated, in days: two years, which are more than any program here takes. */
const HORIZON = 730;
/** Nobody's behaviour is assumed but what is said: comes to everything, every test negative, whatever is asked signed at once. */
const WILLING: Behaviour = {
  traits: [],
  attendance: { probability: 1, source: 'what if' },
  use: {
    atAdmission: { probability: 0, source: 'what if' },
    start: { probability: 0, source: 'what if' },
    stop: { probability: 1, source: 'what if' },
  },
  tests: {
    missed: { probability: 0, source: 'what if' },
    sensitivity: 1,
    specificity: 1,
    source: 'what if',
  },
  staff: {
    admissionWeekdays: ['monday'],
    advanceAfterDays: 1,
    signOffs: [],
    outreachAfterDays: 1,
    dischargeAfterDays: 365,
    source: 'what if',
  },
};

/** The offer to simulate how a patient goes on who comes to everything; nothing is simulated before it is asked for. */
export function whatIfOffer({ episode, ended, phase, gate }: Status): Html {
  if (ended !== null || phase === null || gate === null) return html``;
  return html`<p class="screen"><a href="/patients/${episode}?whatif=everything#what-if">What if the patient comes to everything from now on? (a simulation)</a></p>`;
}

/**
 * What would follow if a patient came to everything from tomorrow on: when the next phase and the end would be. It is a simulation, marked as
 * such, and says nothing about what this patient will do.
 */
export async function whatIf({ engine }: Clinic, status: Status, words: ProgramWords): Promise<Html> {
  const { asOf, episode: id, ended, admittedOn } = status;
  const told = (content: Html) =>
    html`<section id="what-if" class="notice simulated" aria-label="Simulation"><h3>Simulation: what if the patient comes to everything</h3>${content}<p><a href="/patients/${id}">Take the simulation away</a></p></section>`;
  const reader = new EpisodeReader(engine.store, new PlanShelf(engine.store, createCurriculumLibrary([])));
  const episode = ended !== null || admittedOn === null ? null : await reader.read(id);
  const alone = episode !== null && episode.course.stages.length === 1;
  const standing = alone ? standingOf(episode, asOf) : null;
  if (standing === null || status.leave !== null)
    return told(
      html`<p>It is not simulated for this patient: only whoever is in treatment, not on leave, and not in a pathway of several levels.</p>`,
    );
  const { attendsEverything } = forecastEpisode(standing, WILLING, { horizonDays: HORIZON, runs: 1 });
  const { nextPhase, end, days } = attendsEverything;
  const on = (after: number) => sayDate(addDays(asOf, after + 1), asOf);
  const next =
    nextPhase === null || nextPhase.phase === 'graduated'
      ? ''
      : html`<li>${words.phase(nextPhase.phase)} could begin on <b>${on(nextPhase.days)}</b>.</li>`;
  const last =
    end === 'graduated'
      ? html`<li>The program could be completed on <b>${on(days)}</b>.</li>`
      : html`<li>The program would not be completed within two years.</li>`;
  return told(html`<ul>${next}${last}</ul>
    <p>Assumed: every meeting from tomorrow on is attended, no use, every test negative, whatever is asked signed at once, and each step decided on the day after it may be. It shows what the program asks for, and is no statement about this patient. Nothing of it is kept.</p>`);
}
