import fc from 'fast-check';

// The same generated cases in every run, so that a red test is the change's doing; STEPWELL_SEED searches elsewhere.
fc.configureGlobal({ seed: Number(process.env['STEPWELL_SEED'] ?? 20260105) });
