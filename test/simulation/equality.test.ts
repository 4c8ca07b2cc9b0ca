import { describe, expect, it } from 'vitest';
import { loadCurriculumLibrary } from '../../src/curriculum-folder.ts';
import { compilePathway } from '../../src/program/compile-pathway.ts';
import { compilePlan } from '../../src/program/compile-plan.ts';
import { compileKernel } from '../../src/simulation/kernel/compile-kernel.ts';
import { disagreements } from './compare-executions.ts';
import { plausibleBehaviour } from './plausible-behaviour.ts';

const library = loadCurriculumLibrary([]);
/** What people give to take home is not simulated: a kernel says so by name. */
const REFUSED: Readonly<Record<string, string>> = {
  'opioid-treatment-program': 'take-home',
};
const ids = [...new Set((await library.list()).map(({ id }) => id))].filter((id) => !(id in REFUSED));

describe('the kernel and the machine', () => {
  it.each(ids)('agree event for event, in state, counters and dates, on %s', async (id) => {
    const curriculum = await library.find(id);
    if (!curriculum) throw new Error(`${id} is missing`);
    const compared = disagreements(compilePlan(curriculum), plausibleBehaviour(), {
      seed: 11,
      count: 4,
      horizonDays: 200,
    });
    expect(compared.disagreements).toEqual([]);
    expect(compared.events).toBeGreaterThan(40);
  });
});

describe('the kernel and the machine, of a program with several ends', () => {
  it('agree on which of them staff choose, and on scores that depend on use', async () => {
    const plan = compilePlan((await library.find('residential-short-term'))!);
    const behaviour = plausibleBehaviour({ dropOut: { probability: 0.01, source: 'assumed' }, exits: {} });
    const certain = [{ afterDays: 1, share: 1, source: 'assumed' }];
    const choices = [{ from: 'discharge-preparation', to: 'completed', share: 0.5, source: 'assumed' }];
    const compared = disagreements(
      plan,
      {
        ...behaviour,
        assessments: behaviour.assessments?.map((one) => ({ ...one, whileUsing: 5 })),
        staff: { ...behaviour.staff, signOffs: certain, choices },
      },
      { seed: 11, count: 25, horizonDays: 90 },
    );
    expect(compared.disagreements).toEqual([]);
    expect([...compared.ends]).toEqual(expect.arrayContaining(['graduated', 'transferred']));
  });
});

describe('a kernel', () => {
  it('gives the same to the bit as WebAssembly and as JavaScript, events and weeks included', async () => {
    const pathway = compilePathway((await library.findPathway!('step-up'))!);
    const plans = await Promise.all(
      ['matrix-iop', 'inpatient-acute'].map(async (id) => compilePlan((await library.find(id))!)),
    );
    for (const plan of [...plans, pathway]) {
      const told = (['wasm', 'javascript'] as const).map((execution) => {
        const kernel = compileKernel(plan, plausibleBehaviour(), { execution });
        if (!kernel.accepted) throw new Error('refused');
        expect(kernel.execution).toBe(execution);
        const events: number[] = [];
        const result = kernel.run({ seed: 9, first: 3, count: 60, horizonDays: 300 }, (who, packed, n) => {
          for (let i = 0; i < n; i += 1) events.push(who[i] as number, packed[i] as number);
        });
        return { ...result, events };
      });
      expect(told[0]).toEqual(told[1]);
      expect(told[0]?.events.length).toBe(2 * (told[0]?.patients.events.reduce((a, b) => a + b, 0) ?? 0));
    }
  });

  it('gives the same rows for shards of any size, in any order', async () => {
    const plan = compilePlan((await library.find('matrix-iop'))!);
    const kernel = compileKernel(plan, plausibleBehaviour());
    if (!kernel.accepted) throw new Error('refused');
    const run = (first: number, count: number) => [
      ...kernel.run({ seed: 5, first, count, horizonDays: 365 }).patients.hash,
    ];
    const later = run(120, 180);
    expect([...run(0, 50), ...run(50, 70), ...later]).toEqual(run(0, 300));
    expect(new Set(later).size).toBeGreaterThan(170);
  });

  it('counts each patient once in each week, and another seed gives other patients', async () => {
    const plan = compilePlan((await library.find('matrix-iop'))!);
    const kernel = compileKernel(plan, plausibleBehaviour());
    if (!kernel.accepted) throw new Error('refused');
    const { weeks, patients } = kernel.run({ seed: 5, first: 0, count: 400, horizonDays: 365 });
    for (let week = 0; week < weeks.weeks; week += 1) {
      const row = weeks.occupancy.subarray(week * weeks.states.length, (week + 1) * weeks.states.length);
      expect(row.reduce((sum, n) => sum + n, 0)).toBe(400);
    }
    const total = (column: Iterable<number>) => [...column].reduce((sum, n) => sum + n, 0);
    expect(total(weeks.attended)).toBe(total(patients.attended));
    expect(total(patients.offered)).toBe(
      total(patients.attended) + total(patients.absent) + total(patients.excused),
    );
    expect(kernel.run({ seed: 6, first: 0, count: 400, horizonDays: 365 }).patients.hash).not.toEqual(
      patients.hash,
    );
  });

  it('tells events of weeks beyond those for which two bytes an event are enough', async () => {
    const matrix = compilePlan((await library.find('matrix-iop'))!);
    const monitors = matrix.monitors.map(({ states, ...monitor }) => ({
      ...monitor,
      states: states.map((state) => ({ ...state, transitions: [] })),
    }));
    const plan = { ...matrix, monitors, deadlines: [] };
    const never = { probability: 0, source: 'assumed' };
    const kernel = compileKernel(plan, plausibleBehaviour({ attendance: never, dropOut: never, exits: {} }));
    if (!kernel.accepted) throw new Error('refused');
    const told = (horizonDays: number) => {
      const events: number[] = [];
      const widths = new Set<number>();
      const run = { seed: 2, first: 0, count: 10, horizonDays };
      kernel.run(run, (who, packed, n) => {
        widths.add(packed.BYTES_PER_ELEMENT);
        for (let i = 0; i < n; i += 1) events.push(who[i]!, packed[i]! >> 9, packed[i]! & 511);
      });
      return { events, widths: [...widths] };
    };
    const [narrow, wide] = [told(896), told(1400)];
    expect([narrow.widths, wide.widths]).toEqual([[2], [4]]);
    const rows = ({ events }: typeof wide) =>
      Array.from({ length: events.length / 3 }, (_, row) => events.slice(row * 3, row * 3 + 3));
    expect(rows(wide).filter(([, week]) => week! < 127)).toEqual(
      rows(narrow).filter(([, week]) => week! < 127),
    );
    expect(Math.max(...rows(wide).map(([, week]) => week!))).toBeGreaterThan(128);
  });

  it('says before it runs that no events are told beyond the weeks that are counted', async () => {
    const kernel = compileKernel(compilePlan((await library.find('matrix-iop'))!), plausibleBehaviour());
    if (!kernel.accepted) throw new Error('refused');
    expect(kernel.whyNoEvents(7308)).toBeNull();
    expect(kernel.whyNoEvents(7309)).toMatch(/at most 1044 weeks, 7308 days, and the horizon is 7309 days/);
    const run = { seed: 1, first: 0, count: 1, horizonDays: 7309 };
    expect(() => kernel.run(run, () => {})).toThrow(RangeError);
  });
});
