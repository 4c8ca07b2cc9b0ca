import { globSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadDirectoryFile } from '../../src/adapters/yaml/load-directory.ts';
import { loadPathwayFile } from '../../src/adapters/yaml/load-pathway.ts';
import type { PathwayDocument } from '../../src/curriculum/pathway/pathway-document.ts';
import { loadCurriculumLibrary } from '../../src/curriculum-folder.ts';
import { matchPrograms } from '../../src/engine/matching/match-programs.ts';
import { gatherEvidence, type SystemEvidence } from '../../src/faces/cli/gather-evidence.ts';
import { SYSTEMS } from '../../src/faces/cli/systems.ts';
import { pathwaysWith, SYSTEMS_HEAD, systemsTable } from '../../src/faces/cli/systems-table.ts';
import { compilePathway } from '../../src/program/compile-pathway.ts';
import { diagramPathwaySvg } from '../../src/program/diagram/diagram-pathway-svg.ts';
import { createClinic } from '../generators/clinic.ts';
import { readCurriculum } from './read-curriculum.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const FOLDER = `${ROOT}curricula`;

const pathways = globSync(`${FOLDER}/pathways/*.yaml`)
  .sort()
  .map((file): PathwayDocument => {
    const loaded = loadPathwayFile(file);
    if (!loaded.ok) throw new Error(file);
    return loaded.value;
  });

describe('the table of systems', () => {
  let evidence: SystemEvidence;
  beforeAll(async () => {
    evidence = await gatherEvidence(loadCurriculumLibrary([]), pathways);
  }, 300_000);

  it('has a row for each of the seventeen, and says where another part carries it', () => {
    expect(SYSTEMS.map(({ row }) => row)).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
    for (const { curricula, cells } of SYSTEMS) expect(curricula.length > 0).toBe(cells === undefined);
  });

  it('finds every file proved and drawn', () => {
    for (const { curricula } of SYSTEMS)
      for (const id of curricula)
        expect([id, evidence.proved.has(id), evidence.drawn.has(id)]).toEqual([id, true, true]);
  });

  it('says what is missing', () => {
    const without = { ...evidence, proved: new Set(['tms']), pathways: [] };
    const row = systemsTable(without)[9];
    expect(row?.slice(2, 5)).toEqual(['0 of 2; not nida-cbt, match-cbt', 'all 2', '–']);
  });

  it('stands in the README as the command prints it', () => {
    const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    const table = [SYSTEMS_HEAD, SYSTEMS_HEAD.map(() => '---'), ...systemsTable(evidence)].map(line);
    expect(readFileSync(`${ROOT}README.md`, 'utf8')).toContain(table.join('\n'));
  });
});

describe.each(SYSTEMS.filter(({ unstepped }) => unstepped === undefined))(
  'row $row, $title',
  ({ curricula }) => {
    it('is stepped up to or down from in a pathway, which is drawn', () => {
      const found = pathwaysWith(curricula, pathways);
      expect(found.length).toBeGreaterThan(0);
      for (const { pathway, curricula: all } of pathways.filter(({ pathway: { id } }) => found.includes(id)))
        expect(diagramPathwaySvg(compilePathway({ pathway, curricula: all }))).toContain(pathway.id);
    });
  },
);

describe('row 9, finding a program', () => {
  it('goes from an intake over the example directory to the waiting list, an offer and the admission', async () => {
    const loaded = loadDirectoryFile(`${FOLDER}/directory/example.yaml`);
    if (!loaded.ok) throw new Error('the example directory is not in order');
    expect(loaded.issues).toEqual([]);
    const matrix = readCurriculum('sites/matrix-iop-evening');
    const intake = {
      age: 34,
      conditions: ['substance-use' as const],
      networks: ['example-health'],
      languages: ['en'],
      screenings: [{ instrument: 'ciwa-ar' as const, score: 4 }],
      findings: { 'acute-danger': false },
      neededLevels: [{ level: matrix.levelOfCare, by: 'counselor' }],
    };
    const { programs } = matchPrograms(loaded.value, intake, [matrix]);
    const first = programs[0]!;
    expect(first).toMatchObject({ program: 'made-up-evening-matrix', curriculum: matrix.id });
    expect(first.answers).toHaveLength(9);
    const clinic = createClinic(matrix);
    await clinic.must({ type: 'Refer', patient: 'p', source: 'physician' });
    await clinic.must({ type: 'RecordIntake', intake });
    const recommended = programs.map(({ program }) => program);
    await clinic.must({ type: 'DecidePlacement', program: first.program, recommended });
    await clinic.must({ type: 'JoinWaitlist', program: first.program });
    await clinic.must({ type: 'OfferPlace', until: '2026-01-08' });
    await clinic.must({ type: 'AcceptOffer' });
    await clinic.must({ type: 'Admit', patient: 'p', curriculum: first.curriculum });
    expect(await clinic.engine.status('e-1')).toMatchObject({
      lifecycle: 'active',
      curriculum: { id: 'matrix-iop-evening' },
      eligibility: { explanation: { truth: 'satisfied' } },
    });
  });
});
