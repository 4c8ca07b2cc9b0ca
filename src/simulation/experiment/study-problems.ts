import { didYouMean } from '../../curriculum/did-you-mean.ts';
import type { Study } from '../scenario/study.ts';
import { parameterValue } from '../scenario/with-parameters.ts';
import { type UnknownName, unknownNames } from '../unknown-names.ts';
import { courseOfStudy } from './course-of-study.ts';

/**
 * What is wrong with a scenario beside its program, all of it: names in the behaviour and the costs that the program does not know,
 * parameters that lead to no number, and what the program has no rule for. Each with the way to it in the scenario. Pure.
 */
export function studyProblems(study: Study): UnknownName[] {
  const { behaviour, costs, parameters = {} } = study.scenario;
  const course = courseOfStudy(study);
  const stages = course.stages.map(({ id }) => id);
  const costly = Object.keys(costs?.dayAtStage ?? {}).flatMap((id) =>
    stages.includes(id)
      ? []
      : [
          {
            message: `costs.dayAtStage knows no level of care ${id}${didYouMean(id, stages) || `; there are ${stages.join(', ')}`}`,
            path: ['costs', 'dayAtStage', id],
          },
        ],
  );
  const takesBack = course.stages.some(({ plan }) => plan.policies.readmissionWithinDays !== undefined);
  const readmission =
    behaviour.readmission === undefined || takesBack
      ? []
      : [
          {
            message: `behaviour.readmission: ${course.id} takes nobody back in the same episode (policies.readmissionWithinDays)`,
            path: ['behaviour', 'readmission'],
          },
        ];
  return [
    ...unknownNames(course, behaviour),
    ...readmission,
    ...costly,
    ...Object.keys(parameters).flatMap((name) => parameterProblem(study, name)),
  ];
}

function parameterProblem(study: Study, name: string): UnknownName[] {
  try {
    parameterValue(study, name);
    return [];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ message: `parameters.${name}: ${error.message}`, path: ['parameters', name, 'at'] }];
  }
}
