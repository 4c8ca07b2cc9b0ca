import { durationDays } from '../curriculum/duration.ts';
import type { Policies } from '../curriculum/policies.ts';
import type { PlanPolicies } from './plan.ts';

/** Fills in the default of every policy that a curriculum does not state. */
export function compilePolicies(policies: Policies | undefined): PlanPolicies {
  const { attendance, drugTests, mutualHelp, leave, corrections, roles, readmission } = policies ?? {};
  return {
    countsFromFraction: attendance?.countsFromFraction ?? 0.5,
    excusedCountsAsOffered: attendance?.excusedCountsAsOffered ?? false,
    makeUpWithinDays: attendance?.makeUpWithin ? durationDays(attendance.makeUpWithin) : null,
    missedTestCountsAs: drugTests?.missedCountsAs ?? 'missed',
    mutualHelpPerWeek: mutualHelp?.perWeek ?? null,
    leaveMaximumDays: leave?.maximum ? durationDays(leave.maximum) : null,
    sessionsDuringLeave: leave?.sessionsDuringLeave ?? 'not-owed',
    advanceAfterCorrection: corrections?.advance ?? 'stands',
    dischargeAfterCorrection: corrections?.discharge ?? 'stands',
    advanceRoles: roles?.advance ?? ['counselor', 'supervisor'],
    overrideRoles: roles?.override ?? ['supervisor', 'director'],
    ...(readmission === undefined
      ? {}
      : { readmissionWithinDays: durationDays(readmission.sameEpisodeWithin) }),
  };
}
