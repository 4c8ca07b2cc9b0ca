import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ProgramDirectory } from '../../src/curriculum/program-directory/program-directory.ts';
import { openEngine, StepwellError } from '../../src/index.ts';
import { createClinic } from '../generators/clinic.ts';
import { smallCurriculum } from '../generators/small-curriculum.ts';

const directory = (free: number | 'unknown') =>
  ProgramDirectory.parse({
    title: 'Made up',
    programs: [
      {
        id: 'evening-iop',
        title: 'Evening program',
        levels: [{ system: 'asam-3', level: '2.1' }],
        capacity: free === 'unknown' ? 'unknown' : { free },
        waiting: { offerDays: 4, contactEveryDays: 7, afterOffer: 'end-of-list' },
      },
    ],
  });

async function waiting(free: number | 'unknown') {
  const now = { free };
  const clinic = createClinic(smallCurriculum(), { directory: () => directory(now.free) });
  for (const episode of ['e-1', 'e-2']) {
    await clinic.must({ type: 'Refer', episode, patient: `p-${episode}` });
    await clinic.must({ type: 'JoinWaitlist', episode, program: 'evening-iop' });
  }
  return { clinic, now };
}

describe('a waitlist of a program in the directory', () => {
  it('is entered by its terms, and by what the command says before them', async () => {
    const { clinic } = await waiting(1);
    await clinic.must({ type: 'Refer', episode: 'e-3', patient: 'p' });
    await clinic.must({ type: 'JoinWaitlist', episode: 'e-3', program: 'evening-iop', contactEveryDays: 3 });
    const terms = async (episode: string) =>
      (await clinic.engine.history(episode))
        .map(({ event }) => event)
        .find(({ type }) => type === 'Waitlisted');
    expect(await terms('e-1')).toMatchObject({
      offerDays: 4,
      contactEveryDays: 7,
      afterOffer: 'end-of-list',
    });
    expect(await terms('e-3')).toMatchObject({ offerDays: 4, contactEveryDays: 3 });
  });

  it('has as many places to offer as the directory says are free on that day', async () => {
    const { clinic, now } = await waiting(1);
    await clinic.must({ type: 'OfferPlace', episode: 'e-1' });
    const refused = await clinic.tell({ type: 'OfferPlace', episode: 'e-2' });
    expect(refused).toMatchObject({
      refusal: {
        code: 'no-place-free',
        message: '1 place is free in evening-iop, and 1 is offered or accepted already',
      },
    });
    now.free = 2;
    await clinic.must({ type: 'OfferPlace', episode: 'e-2' });
  });

  it('goes by what a person says of the free places, and checks nothing where nobody knows', async () => {
    const { clinic } = await waiting(0);
    expect(await clinic.refused({ type: 'OfferPlace', episode: 'e-1' })).toBe('no-place-free');
    await clinic.must({ type: 'OfferPlace', episode: 'e-1', placesFree: 1 });
    const other = await waiting('unknown');
    await other.clinic.must({ type: 'OfferPlace', episode: 'e-1' });
    await other.clinic.must({ type: 'OfferPlace', episode: 'e-2' });
  });
});

describe('the directory of an engine that is opened with a file', () => {
  const text = (free: number) =>
    `title: Made up\nprograms:\n  - id: evening-iop\n    title: Evening\n    levels: [{ system: asam-3, level: "2.1" }]\n    capacity: { free: ${free} }\n`;

  it('is read anew when the file was written anew, and stays as it was while the file is wrong', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stepwell-directory-'));
    const file = join(folder, 'programs.yaml');
    const write = (content: string, second: number) => {
      writeFileSync(file, content);
      utimesSync(file, second, second);
    };
    write(text(0), 1000);
    const engine = await openEngine({ directory: file, by: 'kim' });
    await engine.execute({ type: 'Refer', episode: 'e-1', patient: 'p' });
    await engine.execute({ type: 'JoinWaitlist', episode: 'e-1', program: 'evening-iop' });
    const offer = () => engine.preview({ type: 'OfferPlace', episode: 'e-1', until: '2099-01-01' } as never);
    const free = async () => (await offer()).outcomes[0]?.accepted;
    expect(await free()).toBe(false);
    write('title: [', 2000);
    expect(await free()).toBe(false);
    write(text(1), 3000);
    expect(await free()).toBe(true);
    await engine.close();
    rmSync(folder, { recursive: true });
  });

  it('has to be in order at first', async () => {
    const failed = openEngine({ directory: join(tmpdir(), 'no-such-programs.yaml') });
    await expect(failed).rejects.toMatchObject({ code: 'invalid-directory' });
    await expect(failed).rejects.toBeInstanceOf(StepwellError);
  });
});
