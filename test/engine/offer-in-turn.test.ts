import { describe, expect, it } from 'vitest';
import { type Clinic, createClinic, type Loose } from '../generators/clinic.ts';
import { smallCurriculum } from '../generators/small-curriculum.ts';

const SMALL = smallCurriculum();
const join: Loose = { type: 'JoinWaitlist', program: 'evening-iop' };

async function waits(clinic: Clinic, episode: string, on: string, more: object = {}): Promise<void> {
  await clinic.must({ type: 'Refer', episode, patient: `p-${episode}`, on: '2026-01-05' });
  await clinic.must({ ...join, episode, on, ...more });
}

describe('An offer of a place', () => {
  const offer = { type: 'OfferPlace', until: '2026-01-20' } as const;

  it('is made to the one who is next, and to another only with a reason, which stays on the record', async () => {
    const clinic = createClinic(SMALL);
    await waits(clinic, 'e-1', '2026-01-05');
    await waits(clinic, 'e-2', '2026-01-05', { priority: 1 });
    await waits(clinic, 'e-3', '2026-01-05', { program: 'day-center' });
    const refused = await clinic.tell({ ...offer, episode: 'e-1' });
    expect(refused).toMatchObject({
      refusal: { code: 'out-of-turn', message: 'e-2 stands before this patient, who has position 2' },
    });
    expect(await clinic.refused({ ...offer, episode: 'e-1', override: true })).toBe('reason-needed');
    await clinic.must({ ...offer, episode: 'e-3' });
    await clinic.must({ ...offer, episode: 'e-2' });
    await clinic.must({ ...offer, episode: 'e-1' });
    const other = createClinic(SMALL);
    await waits(other, 'e-1', '2026-01-05');
    await waits(other, 'e-2', '2026-01-05', { priority: 1 });
    await other.must({ ...offer, episode: 'e-1', override: true, reason: 'e-2 asked for another month' });
  });

  it('is not made beyond the places that are free, offers that are open or accepted counted', async () => {
    const clinic = createClinic(SMALL);
    for (const episode of ['e-1', 'e-2', 'e-3']) await waits(clinic, episode, '2026-01-05');
    const one = { ...offer, placesFree: 1 };
    await clinic.must({ ...one, episode: 'e-1' });
    expect(await clinic.refused({ ...one, episode: 'e-2' })).toBe('no-place-free');
    await clinic.must({ type: 'AcceptOffer', episode: 'e-1' });
    expect(await clinic.refused({ ...one, episode: 'e-2' })).toBe('no-place-free');
    await clinic.must({ type: 'Admit', episode: 'e-1', patient: 'p-e-1', curriculum: 'small-iop' });
    await clinic.must({ ...one, episode: 'e-2' });
  });

  it('sees what came before it in the same batch', async () => {
    const clinic = createClinic(SMALL);
    for (const episode of ['e-1', 'e-2']) await waits(clinic, episode, '2026-01-05');
    const outcomes = await clinic.engine.execute([
      { ...offer, episode: 'e-1' },
      { ...offer, episode: 'e-2' },
    ]);
    expect(outcomes.map(({ accepted }) => accepted)).toEqual([true, true]);
  });
});
