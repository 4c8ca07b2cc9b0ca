import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../../src/curriculum/criterion.ts';
import type { Curriculum } from '../../../src/curriculum/curriculum.ts';
import { diffCurricula } from '../../../src/curriculum/diff/diff-curricula.ts';
import { smallCurriculum } from '../../generators/small-curriculum.ts';

const ONE = smallCurriculum();
type Change = (two: Curriculum) => unknown;

/** The sentences of the differences that a change makes. */
function sentences(change: Change): string[] {
  const two = structuredClone(ONE);
  change(two);
  return diffCurricula(ONE, two).map(({ sentence }) => sentence);
}
const phase = (two: Curriculum, id: string) => two.phases.find((p) => p.id === id)!;
const track = (two: Curriculum, id: string) => two.tracks.find((t) => t.id === id)!;
const of = (gate: Criterion | undefined) => (gate as { of: Criterion[] }).of;

describe('the difference between two versions', () => {
  it('names the weeks that went from one phase to another', () => {
    const moved = sentences((two) => {
      phase(two, 'early-recovery').weeks = '1-3';
      phase(two, 'relapse-prevention').weeks = '4-6';
    });
    expect(moved).toEqual(['week 3 moved from relapse-prevention to early-recovery']);
    expect(sentences((two) => Object.assign(phase(two, 'continuing-care'), { weeks: '7-10' }))).toEqual([
      'weeks 9 to 10 added to continuing-care',
    ]);
  });

  it('tells a gate leaf by leaf', () => {
    const changed = sentences((two) => {
      const gate = of(phase(two, 'early-recovery').exit);
      Object.assign(gate[0]!, { atLeast: 4 });
      gate.splice(1, 1);
      gate.push({ type: 'homework', atLeast: 2 });
    });
    expect(changed).toEqual([
      'gate of early-recovery: negative tests at least 2 removed',
      'gate of early-recovery: homework at least 2 added',
      'gate of early-recovery: sessions of skills 3 -> 4',
    ]);
  });

  it('writes rates as percentages, and says how many of a group', () => {
    const changed = sentences((two) => {
      const gate = phase(two, 'relapse-prevention').exit as { count: number; of: Criterion[] };
      gate.count = 3;
      Object.assign(gate.of[0]!, { atLeast: 0.75 });
    });
    expect(changed).toEqual([
      'gate of relapse-prevention: 2 of 3 -> 3 of 3',
      'gate of relapse-prevention, 2 of: attendance rate of group 60% -> 75%',
    ]);
  });

  it('tells sessions that were retitled, renumbered, added and removed', () => {
    const changed = sentences((two) => {
      track(two, 'skills').sessions = [
        { number: 1, title: 'Stop the cycle' },
        { number: 2, title: 'Scheduling' },
        { number: 3, title: 'Cravings' },
        { number: 5, title: 'Thinking' },
      ];
    });
    expect(changed).toEqual([
      'session 2 of skills removed: Triggers',
      'session 4 of skills removed: Body chemistry',
      'session 3 of skills added: Cravings',
      'session 5 of skills added: Thinking',
      'session 3 of skills, Scheduling, is now session 2',
    ]);
    expect(
      sentences((two) => Object.assign(track(two, 'group').sessions[3]!, { title: 'Work and study' })),
    ).toEqual(['session 4 of group retitled: Work -> Work and study']);
  });

  it('tells weekdays, times, minutes and capacity', () => {
    const changed = sentences((two) => {
      const group = track(two, 'group');
      Object.assign(group.schedule[0]!, { weekdays: ['tuesday', 'friday'], start: '18:30', minutes: 75 });
      group.capacity = { maximum: 10 };
    });
    expect(changed).toEqual([
      'capacity of group: maximum none -> 10',
      'track group: start 19:15 -> 18:30',
      'track group: minutes 90 -> 75',
      'track group: weekdays monday, friday -> tuesday, friday',
    ]);
  });

  it('tells the states, ways, times and tasks of monitors', () => {
    const changed = sentences((two) => {
      const [regular, outreach, due] = two.monitors![0]!.states;
      Object.assign(regular!.transitions![0]!.when!, { atLeast: 3 });
      regular!.transitions![1]!.after!.days = 14;
      outreach!.tasks![0]!.within = { days: 2 };
      due!.transitions!.reverse();
      two.monitors![1]!.states.reverse();
    });
    expect(changed).toEqual([
      'state regular of attendance, way to outreach: absences in a row 2 -> 3',
      'state regular of attendance, way to outreach: days 8 -> 14',
      'task call-patient in state outreach of attendance: within 1 days -> 2 days',
      'state discharge-due of attendance: its ways out are tried in another order',
      'monitor abstinence begins in relapse instead of unknown',
    ]);
  });

  it('tells what was added, removed and stated anew', () => {
    const changed = sentences((two) => {
      two.tracks = two.tracks.filter(({ id }) => id !== 'elective');
      two.drugTests = [];
      two.policies = { ...two.policies, leave: { maximum: { days: 9 } } };
      two.sources['guide'] = { title: 'A guide', certainty: 'recalled' };
    });
    expect(changed).toEqual(
      expect.arrayContaining(['track elective removed', 'drug test urine removed', 'source guide added']),
    );
    expect(changed.some((sentence) => sentence.startsWith('policy on leave: maximum'))).toBe(true);
  });

  it('is none for another order of criteria, a default written out, a run of weeks as a list', () => {
    const same = sentences((two) => {
      two.version = '1.1.0';
      of(phase(two, 'early-recovery').exit).reverse();
      phase(two, 'early-recovery').weeks = [2, 1];
      phase(two, 'orientation').advance = 'counselor';
      phase(two, 'orientation').next = ['early-recovery'];
      const group = track(two, 'group');
      const [both] = group.schedule;
      group.schedule = [
        { ...both!, weekdays: ['friday'], weeks: '1-4, 5-8' },
        { ...both!, weekdays: ['monday'] },
      ];
      group.weeksCountFrom = 'admission';
      two.tracks.reverse();
      two.monitors!.reverse();
    });
    expect(same).toEqual([]);
  });
});
