import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { loadCurriculumFile } from '../../src/adapters/yaml/load-curriculum-file.ts';
import { loadPathwayFile } from '../../src/adapters/yaml/load-pathway.ts';
import type { PathwayDocument } from '../../src/curriculum/pathway/pathway-document.ts';
import { SYSTEMS } from '../../src/faces/cli/systems.ts';
import { pathwaysWith, SYSTEMS_HEAD, systemsTable } from '../../src/faces/cli/systems-table.ts';
import { compilePathway } from '../../src/program/compile-pathway.ts';
import { compilePlan } from '../../src/program/compile-plan.ts';
import { diagramPathwaySvg } from '../../src/program/diagram/diagram-pathway-svg.ts';
import { diagramSvg } from '../../src/program/diagram/diagram-svg.ts';
import { liveCourse } from '../generators/live-course.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const FOLDER = `${ROOT}curricula`;

const pathways = globSync(`${FOLDER}/pathways/*.yaml`)
  .sort()
  .map((file): PathwayDocument => {
    const loaded = loadPathwayFile(file);
    if (!loaded.ok) throw new Error(file);
    return loaded.value;
  });

function read(id: string) {
  for (const folder of [FOLDER, `${FOLDER}/sites`]) {
    const loaded = loadCurriculumFile(`${folder}/${id}.yaml`, { folders: [FOLDER] });
    if (loaded.ok && loaded.issues.length === 0) return loaded.curriculum;
  }
  throw new Error(`${id} is not in order`);
}

// That each file is proved is what published-curricula.test.ts tests.
const carried = SYSTEMS.filter(({ curricula }) => curricula.length > 0);
const firsts = [...new Map(carried.map((system) => [system.curricula[0]!, system])).keys()];

describe('the table of systems', () => {
  it('has a row for each of the seventeen, and says where another part carries it', () => {
    expect(SYSTEMS.map(({ row }) => row)).toEqual(Array.from({ length: 17 }, (_, index) => index + 1));
    for (const { curricula, note } of SYSTEMS) expect(curricula.length > 0 || note !== undefined).toBe(true);
  });

  it('stands in the README as the command prints it', () => {
    const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
    const table = [SYSTEMS_HEAD, SYSTEMS_HEAD.map(() => '---'), ...systemsTable(pathways)].map(line);
    expect(readFileSync(`${ROOT}README.md`, 'utf8')).toContain(table.join('\n'));
  });
});

describe.each([...new Set(carried.flatMap(({ curricula }) => curricula))])('%s', (id) => {
  const curriculum = read(id);

  it('is drawn', () => {
    expect(diagramSvg(compilePlan(curriculum))).toContain('</svg>');
  });

  it.runIf(firsts.includes(id))('takes a patient through by commands', async () => {
    const clinic = await liveCourse(curriculum);
    const { ended, flags } = await clinic.engine.status('e-1');
    expect(ended).not.toBeNull();
    expect(flags).toEqual([]);
  });
});

describe.each(carried.map(({ row, title, curricula }) => ({ row, title, curricula })))(
  'row $row, $title',
  ({ curricula, row }) => {
    it.skipIf([10, 11, 12].includes(row))(
      'is stepped up to or down from in a pathway, which is drawn',
      () => {
        const found = pathwaysWith(curricula, pathways);
        expect(found.length).toBeGreaterThan(0);
        for (const { pathway, curricula: all } of pathways.filter(({ pathway: { id } }) =>
          found.includes(id),
        ))
          expect(diagramPathwaySvg(compilePathway({ pathway, curricula: all }))).toContain(pathway.id);
      },
    );
  },
);
