import type { Curriculum } from './curriculum.ts';
import { checkDose } from './structure/check-dose.ts';
import { checkDuplicates } from './structure/check-duplicates.ts';
import { checkEligibility } from './structure/check-eligibility.ts';
import { checkIncentives } from './structure/check-incentives.ts';
import { checkMonitors } from './structure/check-monitors.ts';
import { checkOverlaps } from './structure/check-overlaps.ts';
import { checkPhases } from './structure/check-phases.ts';
import { checkProvenance } from './structure/check-provenance.ts';
import { checkReferences } from './structure/check-references.ts';
import { checkTakeHome } from './structure/check-take-home.ts';
import { checkThresholds } from './structure/check-thresholds.ts';
import { checkTracks } from './structure/check-tracks.ts';
import type { StructureIssue } from './structure-issue.ts';

/**
 * Finds what makes no sense in a curriculum as a whole, although each part of it has the right shape.
 *
 * Pure. Ids, references, ways through the phases and monitors, sessions and meetings, thresholds and deadlines, and the
 * marks of what was not checked against its source. Whether a gate can be met in time is proved on the machine, not here.
 *
 * ```ts
 * checkStructure(matrix) //=> []
 * ```
 */
export function checkStructure(curriculum: Curriculum): StructureIssue[] {
  return [
    ...checkDuplicates(curriculum),
    ...checkReferences(curriculum),
    ...checkPhases(curriculum),
    ...checkTracks(curriculum),
    ...checkOverlaps(curriculum),
    ...checkMonitors(curriculum),
    ...checkThresholds(curriculum),
    ...checkDose(curriculum),
    ...checkIncentives(curriculum),
    ...checkEligibility(curriculum),
    ...checkTakeHome(curriculum),
    ...checkProvenance(curriculum),
  ];
}
