import type { Study } from '../scenario/study.ts';
import { type ParameterValues, withParameters } from '../scenario/with-parameters.ts';
import type { Fit } from './fit.ts';

/**
 * The study with the fitted values, and with their provenance: the source of each fitted number, and that of the part of the
 * scenario in which it stands, says to what it was fitted and what stood there before.
 */
export function fittedStudy(study: Study, fit: Fit): Study {
  const values: ParameterValues = Object.fromEntries(
    fit.parameters.map(({ name, value }) => [name, rounded(value)]),
  );
  const { scenario, curriculum } = withParameters(study, values);
  const bad = fit.verdict === 'fits' ? '' : `, ${fit.verdict}`;
  const about = `fitted to ${fit.targets} (${fit.patients} patients, seed ${fit.seed}${bad})`;
  const note = (source: string) => (source.startsWith('fitted to ') ? about : `${about}; before: ${source}`);
  let changed: unknown = scenario;
  for (const { name } of fit.parameters) {
    const places = scenario.parameters?.[name]?.at ?? [name];
    for (const place of places) changed = sourced(changed, place.split('.'), note);
    changed = sourced(changed, ['parameters', name, 'low'], note);
  }
  return { ...study, curriculum, scenario: changed as Study['scenario'] };
}

/** A document in which the source nearest to a path is another. */
function sourced(here: unknown, path: readonly string[], note: (source: string) => string): unknown {
  if (typeof here !== 'object' || here === null) return here;
  const [step = '', ...rest] = path;
  const list = Array.isArray(here);
  const key = list
    ? String(
        Math.max(
          here.findIndex((part) => part?.id === step),
          0,
        ),
      )
    : step;
  const child = (here as Record<string, unknown>)[key];
  const deeper = sourced(child, rest, note);
  if (deeper !== child)
    return list ? here.map((part, i) => (String(i) === key ? deeper : part)) : { ...here, [key]: deeper };
  const { source } = here as { source?: unknown };
  return typeof source === 'string' && key in here ? { ...here, source: note(source) } : here;
}

/** Six digits: more would pretend to a precision that no fit has. */
function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
