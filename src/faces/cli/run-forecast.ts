import { amount, inWords, percent, withInterval } from '../../adapters/report/shown.ts';
import { createCurriculumLibrary } from '../../engine/curriculum-library.ts';
import { EpisodeReader } from '../../engine/episode-reader.ts';
import { PlanShelf } from '../../engine/plan-shelf.ts';
import { type Forecast, forecastEpisode } from '../../simulation/forecast/forecast-episode.ts';
import type { StandingEpisode } from '../../simulation/forecast/standing-episode.ts';
import { standingOf } from '../standing-of.ts';
import { checkDate } from './check-moment.ts';
import { CliFailure } from './cli-failure.ts';
import { curriculumFolders } from './curriculum-folders.ts';
import { EXIT } from './exit-codes.ts';
import { loadStudy } from './load-study.ts';
import { type StoreOptions, withEngine } from './open-store.ts';
import { withUsage } from './prepare-study.ts';
import { bold, print, printJson } from './screen.ts';

/** Options of `stepwell forecast`. */
export type ForecastCommandOptions = StoreOptions & {
  readonly scenario: string;
  readonly runs?: number;
  readonly horizon?: number;
  readonly seed?: number;
  readonly json?: boolean;
};

/** Runs `stepwell forecast`. */
export async function runForecast(id: string, options: ForecastCommandOptions): Promise<void> {
  const { scenario } = await loadStudy(options.scenario, curriculumFolders(options));
  const standing = await readStanding(id, options);
  const forecast = withUsage(() =>
    forecastEpisode(standing, scenario.behaviour, {
      horizonDays: options.horizon ?? scenario.horizon.days,
      runs: Math.max(1, options.runs ?? 200),
      seed: options.seed ?? scenario.seed ?? 1,
    }),
  );
  if (options.json) return printJson({ episode: id, scenario: scenario.id, ...forecast });
  print(bold(`A simulation of ${id} under the assumptions of ${scenario.id}`));
  for (const line of forecastLines(forecast)) print(line);
}

async function readStanding(id: string, options: ForecastCommandOptions): Promise<StandingEpisode> {
  const { createSystemClock } = await import('../../system-clock.ts');
  const today = (await checkDate(options.today, '--today')) ?? createSystemClock().today();
  return withEngine(options, 'read', async ({ store }) => {
    const episode = await new EpisodeReader(store, new PlanShelf(store, createCurriculumLibrary([]))).read(
      id,
    );
    if (episode === null)
      throw new CliFailure(EXIT.notFound, 'not-found', `there is no episode ${id}`, { episode: id });
    return standingOf(episode, today);
  });
}

function forecastLines(forecast: Forecast): string[] {
  const { completes, nextPhase, attendsEverything: best, horizonDays, runs } = forecast;
  const { days } = nextPhase;
  const when =
    days === null ? '' : `, after ${daysOf(days.median)} (80 % of them between ${days.p10} and ${days.p90})`;
  const next =
    best.nextPhase === null ? 'no later phase' : `${best.nextPhase.phase} in ${daysOf(best.nextPhase.days)}`;
  return [
    `It shows what follows from the program and the scenario; it is no statement about this patient.`,
    `completes within ${daysOf(horizonDays)}   ${withInterval(completes, percent)}`,
    `goes on from ${forecast.phase}   ${withInterval(nextPhase.reached, percent)}${when}`,
    `ends: ${forecast.ends.map(({ end, share }) => `${inWords(end)} ${percent(share.value, 0)}`).join(', ')}`,
    `if the patient comes to everything: ${next}; ${inWords(best.end)} after ${daysOf(best.days)}`,
    `${runs} simulated ways; the intervals are those of so many, not of the assumptions.`,
  ];
}

function daysOf(count: number): string {
  return `${amount(count, 0)} ${count === 1 ? 'day' : 'days'}`;
}
