import { describe, expect, it } from 'vitest';
import { renderStatus } from '../../../src/faces/cli/render-status.ts';
import { type Command, openEngine } from '../../../src/index.ts';

describe('the status on the command line', () => {
  it('says who decides on a move where it is not the counselor, and asks nothing of a stay that has ended', async () => {
    const engine = await openEngine({ by: 'kim' });
    await engine.admit({
      episode: 'e-1',
      patient: 'p',
      curriculum: 'residential-to-community',
      stage: 'acute',
    });
    const before = renderStatus(await engine.status('e-1'));
    expect(before).toMatch(/Step-down to Partial hospitalization.*decided by a physician/);
    expect(before).toContain('  continue: satisfied');
    await engine.execute({ type: 'Discharge', episode: 'e-1', discharge: 'dropped-out' } as Command);
    const after = renderStatus(await engine.status('e-1'));
    expect(after).toContain('not reviewed yet');
    expect(after).not.toContain('  continue: satisfied');
    await engine.close();
  });
});
