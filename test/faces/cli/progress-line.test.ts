import { describe, expect, it } from 'vitest';
import { countLine } from '../../../src/faces/cli/progress.ts';
import { progressLine } from '../../../src/faces/cli/progress-bar.ts';

describe('progressLine', () => {
  it('shows how far, how fast and how long still', () => {
    expect(progressLine('patients', 0, 250, 1000, 1)).toBe(
      '[█████               ] 25 %  250 of 1,000 patients, 250/s, 3 s left',
    );
  });

  it('does not count for the rate what was done before', () => {
    expect(progressLine('patients', 500_000, 600_000, 1_000_000, 2)).toContain('50,000/s, 8 s left');
    expect(progressLine('patients', 5, 5, 1_000_000, 2)).not.toContain('left');
  });
});

describe('the line of work without an end that is known', () => {
  it('says how much was done, for how long, and how fast', () => {
    expect(countLine('trials', 1240, 80)).toBe('1,240 trials in 80 s, 15.5/s');
    expect(countLine('trials', 3, 2.4)).toBe('3 trials in 2 s, 1.25/s');
  });
});
