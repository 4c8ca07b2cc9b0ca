import { DischargeReason } from '../curriculum/discharge-reason.ts';

/**
 * How a simulated stay may have ended, by index: the reasons of discharge, `graduated` for one who went through the last gate,
 * and `in-treatment` for one who was still there at the horizon.
 */
export const ENDS = [...DischargeReason.options, 'graduated', 'in-treatment'] as const;

/** The name of an end, as in `ENDS`. */
export type End = (typeof ENDS)[number];
