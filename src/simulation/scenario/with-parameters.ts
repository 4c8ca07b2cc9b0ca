import { Curriculum } from '../../curriculum/curriculum.ts';
import { PathwayDocument } from '../../curriculum/pathway/pathway-document.ts';
import { checkThresholds } from '../../curriculum/structure/check-thresholds.ts';
import { gateThresholds, pathwayThresholds, thresholdKinds } from './gate-thresholds.ts';
import { parameterProblem } from './parameter-problem.ts';
import { pathwayStudy } from './pathway-study.ts';
import { Scenario } from './scenario.ts';
import { numberAtPath, setAtPath } from './set-at-path.ts';
import type { Study } from './study.ts';

/** Values of parameters by name. */
export type ParameterValues = Readonly<Record<string, number>>;

/**
 * Gives a study in which parameters have other values. A name is one of the scenario's `parameters`, or says itself where the
 * number stands: `gate.attendance` for the thresholds of all attendance criteria in gates, `curriculum.…`, or a path in the
 * scenario as `behaviour.attendance.probability`.
 *
 * Throws a `RangeError` where a name leads nowhere, or a value is not allowed there, as a threshold that nobody
 * could ever meet.
 */
export function withParameters(study: Study, values: ParameterValues): Study {
  let changed = study;
  for (const [name, value] of Object.entries(values))
    for (const path of placesOf(study, name)) changed = setAtPath(changed, path, value);
  const scenario = Scenario.safeParse(changed.scenario);
  if (!scenario.success) throw notAllowed(values, scenario.error.issues[0]);
  if (changed.pathway !== study.pathway && changed.pathway !== undefined && study.pathway !== undefined)
    return pathwayStudy(scenario.data, checkedPathway(study.pathway, changed.pathway, values));
  if (changed.curriculum === study.curriculum) return changed;
  checkCurriculum(study.curriculum, changed.curriculum, values);
  return changed;
}

function checkedPathway(was: PathwayDocument, is: PathwayDocument, values: ParameterValues): PathwayDocument {
  const document = PathwayDocument.safeParse(is);
  if (!document.success) throw notAllowed(values, document.error.issues[0]);
  document.data.curricula.forEach((curriculum, c) => {
    checkCurriculum(was.curricula[c]!, curriculum, values);
  });
  return document.data;
}

function checkCurriculum(was: Curriculum, is: Curriculum, values: ParameterValues): void {
  const curriculum = Curriculum.safeParse(is);
  if (!curriculum.success) throw notAllowed(values, curriculum.error.issues[0]);
  const before = new Set(checkThresholds(was).map(({ path }) => path.join('.')));
  const never = checkThresholds(curriculum.data).find(({ path }) => !before.has(path.join('.')));
  if (never !== undefined) throw notAllowed(values, never);
}

/** The value that a parameter has in a study; of several places the first. Throws as `withParameters` does. */
export function parameterValue(study: Study, name: string): number {
  return numberAtPath(study, placesOf(study, name)[0]!);
}

function placesOf(study: Study, name: string): string[][] {
  const declared = study.scenario.parameters?.[name];
  // A name without a dot leads nowhere by itself.
  const problem = name.includes('.') ? null : parameterProblem(name, study.scenario);
  if (problem !== null)
    throw new RangeError(`${problem}; or name a number by its way, as behaviour.attendance.probability`);
  return (declared?.at ?? [name]).flatMap((place) => {
    const [first = '', ...rest] = place.split('.');
    if (study.pathway !== undefined && (first === 'curriculum' || first === 'gate'))
      return placesInPathway(study.pathway, place, first, rest);
    if (first === 'curriculum' && rest.length > 0) return [['curriculum', ...rest]];
    if (first !== 'gate') return [['scenario', first, ...rest]];
    const found = gateThresholds(study.curriculum, rest.join('.'));
    if (found.length === 0)
      throw new RangeError(
        `no gate of ${study.curriculum.id} has a criterion ${rest.join('.')}; there are ${thresholdKinds(study.curriculum).join(', ')}`,
      );
    return found.map((path) => ['curriculum', ...path]);
  });
}

/** `gate.<kind>` for all gates and ways, `curriculum.<id>.…` for one curriculum of a pathway. */
function placesInPathway(
  document: PathwayDocument,
  place: string,
  first: string,
  rest: readonly string[],
): string[][] {
  if (first === 'gate') {
    const found = pathwayThresholds(document, rest.join('.'));
    if (found.length > 0) return found.map((path) => ['pathway', ...path]);
    throw new RangeError(
      `no gate or way of ${document.pathway.id} has a criterion ${rest.join('.')}; there are ${thresholdKinds(document).join(', ')}`,
    );
  }
  const ids = document.curricula.map(({ id }) => id);
  if (ids.includes(rest[0] ?? '')) return [['pathway', 'curricula', ...rest]];
  throw new RangeError(`${place}: write curriculum.<id>.…, with one of ${ids.join(', ')}`);
}

function notAllowed(
  values: ParameterValues,
  issue: { readonly message: string; readonly path: readonly (PropertyKey | number)[] } | undefined,
): RangeError {
  const given = Object.entries(values).map(([name, value]) => `${name} = ${value}`);
  return new RangeError(`${given.join(', ')} is not allowed: ${issue?.path.join('.')} ${issue?.message}`);
}
