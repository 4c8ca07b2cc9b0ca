import { z } from 'zod';
import { Targets } from './calibration/targets.ts';
import { Scenario } from './scenario/scenario.ts';

/** The JSON Schema (2020-12) of scenario files, or of the targets of a fit, for editors. Pure; made from the zod schemas. */
export function simulationJsonSchema(of: 'scenario' | 'targets'): { readonly [key: string]: unknown } {
  const schema = z.toJSONSchema(of === 'scenario' ? Scenario : Targets, {
    ...{ io: 'input', target: 'draft-2020-12' },
  });
  return { ...schema, $id: `urn:stepwell:${of}`, title: `Stepwell ${of}` };
}
