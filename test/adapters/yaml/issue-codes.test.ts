import { describe, expect, it } from 'vitest';
import { loadCurriculum } from '../../../src/adapters/yaml/load-curriculum.ts';
import { ISSUE_CODES, type IssueCode, PATHWAY_ISSUES } from '../../../src/curriculum/issue-code.ts';
import { EVENING_CLINIC, eveningClinic } from '../../curriculum/fixtures/evening-clinic.ts';
import type { DiskFault, Fault } from './faults/fault.ts';
import { INCENTIVE_FAULTS } from './faults/incentive-faults.ts';
import { MEETING_FAULTS } from './faults/meeting-faults.ts';
import { PHASE_FAULTS } from './faults/phase-faults.ts';
import { SHAPE_FAULTS } from './faults/shape-faults.ts';
import { TAKE_HOME_FAULTS } from './faults/take-home-faults.ts';
import { TEXT_FAULTS } from './faults/text-faults.ts';

const FAULTS: Record<Exclude<IssueCode, DiskFault | (typeof PATHWAY_ISSUES)[number]>, readonly Fault[]> = {
  ...TEXT_FAULTS,
  ...SHAPE_FAULTS,
  ...PHASE_FAULTS,
  ...MEETING_FAULTS,
  ...INCENTIVE_FAULTS,
  ...TAKE_HOME_FAULTS,
};

describe('loadCurriculum', () => {
  it('finds nothing wrong with a curriculum that is in order', () => {
    expect(loadCurriculum(EVENING_CLINIC, { file: 'clinic.yaml' })).toMatchObject({ ok: true, issues: [] });
  });

  it('has a fault here for every code, but for those of files on a disk and of pathways', () => {
    const without = ISSUE_CODES.filter((code) => !(code in FAULTS));
    expect(without).toEqual(['file-unreadable', 'duplicate-curriculum', ...PATHWAY_ISSUES]);
  });

  describe.each(Object.entries(FAULTS))('reports %s', (code, faults) => {
    it.each(faults.map((fault, index) => ({ ...fault, index })))(
      'at its place ($path, fault $index)',
      (fault) => {
        const text = eveningClinic(...fault.edits);
        const resolve = (id: string) =>
          id === 'base'
            ? { file: 'base.yaml', text: EVENING_CLINIC }
            : id === './clinic.yaml'
              ? { file: 'clinic.yaml', text }
              : undefined;
        const { ok, issues } = loadCurriculum(text, { file: 'clinic.yaml', resolve });
        const issue = issues.find((one) => one.code === code && one.path === fault.path);
        expect(issue, JSON.stringify(issues, null, 1)).toBeDefined();
        expect(ok).toBe(fault.severity === 'warning');
        expect(issue).toMatchObject({ severity: fault.severity ?? 'error', file: 'clinic.yaml' });
        expect(issue?.message).toContain(fault.says ?? '');
        const lines = text.split('\n');
        const found = [lines[issue!.line - 1]?.slice(issue!.column - 1), ...lines.slice(issue!.line)].join(
          '\n',
        );
        expect(found.slice(0, fault.at.length)).toBe(fault.at);
      },
    );
  });
});
