import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { EligibilityCriterion } from '../../src/curriculum/eligibility.ts';
import { entryCriterionWords } from '../../src/program/explain-entry-criterion.ts';
import { createClinic } from '../generators/clinic.ts';
import { readCurriculum } from './read-curriculum.ts';

const folder = (path: string) =>
  readdirSync(new URL(`../../curricula/${path}`, import.meta.url))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `${path}${name.replace('.yaml', '')}`);
const ALL = [...folder(''), ...folder('sites/')];

/** Where the criterion must hold it is made not to, and where it must not, to hold. */
function against(criterion: EligibilityCriterion, side: 'include' | 'exclude'): object {
  const wanted = side === 'exclude';
  switch (criterion.type) {
    case 'age':
      return { age: (criterion.atLeast ?? 0) - 1 };
    case 'score': {
      const { instrument, atLeast = 0 } = criterion;
      return { score: instrument, of: wanted ? atLeast : atLeast - 1 };
    }
    case 'condition':
      return { conditions: wanted ? criterion.oneOf.slice(0, 1) : [] };
    case 'finding':
      return { findings: { [criterion.finding]: wanted } };
    case 'referral':
      return { referral: { source: wanted ? criterion.oneOf[0] : 'school' } };
    default:
      throw new Error(`no curriculum asks for ${criterion.type} yet; say what is against it`);
  }
}

describe('a curriculum of the package', () => {
  it.each(ALL)('says whom it admits, and names each criterion for which it does not: %s', async (path) => {
    const curriculum = readCurriculum(path);
    const { include = [], exclude = [] } = curriculum.eligibility ?? {};
    expect(include.length + exclude.length).toBeGreaterThan(0);
    const clinic = createClinic(curriculum);
    const [role] = curriculum.policies?.roles?.override ?? ['director'];
    for (const [side, criteria] of [
      ['include', include],
      ['exclude', exclude],
    ] as const)
      for (const [index, criterion] of criteria.entries()) {
        const episode = `${side}-${index}`;
        const found = against(criterion, side);
        await clinic.must({ type: 'Refer', episode, patient: `p-${episode}` });
        if ('score' in found && 'of' in found)
          await clinic.must({
            type: 'RecordAssessment',
            episode,
            instrument: String(found.score),
            score: Number(found.of),
          });
        else await clinic.must({ type: 'RecordIntake', episode, intake: found });
        const admit = { type: 'Admit', episode, patient: `p-${episode}`, curriculum: curriculum.id } as const;
        expect(await clinic.tell(admit)).toMatchObject({
          accepted: false,
          refusal: {
            code: 'not-eligible',
            message: expect.stringContaining(
              `${entryCriterionWords(criterion)}${side === 'exclude' ? ' (must not be the case)' : ''}`,
            ),
          },
        });
        await clinic.must({
          ...admit,
          overrideEligibility: true,
          role,
          reason: 'judged on the day',
        });
      }
  });
});
