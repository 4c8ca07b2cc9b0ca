import type { Plan } from '../../src/program/plan.ts';
import type { Behaviour } from '../../src/simulation/behaviour.ts';
import { compileBehaviour } from '../../src/simulation/compile-behaviour.ts';
import { ENDS, type End } from '../../src/simulation/ends.ts';
import { eventTable } from '../../src/simulation/event-table.ts';
import { meetingPurpose } from '../../src/simulation/meeting-purpose.ts';
import { purposeOf } from '../../src/simulation/purpose.ts';

/** The text of `tables.h` for `matrix-kernel.c`: the tables of a behaviour and the codes of events, as C. */
export function writeCTables(plan: Plan, behaviour: Behaviour): string {
  const compiled = compileBehaviour(plan, behaviour);
  const table = eventTable(plan, compiled);
  const lines: string[] = [];
  const array = (name: string, numbers: ArrayLike<number>) =>
    lines.push(`static const int32_t ${name}[] = {${Array.from(numbers).join(', ')}};`);
  const rows = (name: string, numbers: readonly ArrayLike<number>[]) => {
    const width = Math.max(...numbers.map(({ length }) => length));
    const text = numbers.map((row) => `{${Array.from(row).join(', ')}}`).join(', ');
    lines.push(`static const int32_t ${name}[][${width}] = {${text}};`);
  };
  const define = (name: string, value: number) => lines.push(`#define ${name} ${value}`);
  array('THRESHOLDS', compiled.thresholds);
  define('OFFSET', compiled.offset);
  for (const [name, { byType, terms }] of Object.entries(compiled.models)) {
    if (name.includes('/')) continue;
    array(`M_${name}`, byType);
    terms.forEach((term, i) => {
      array(`M_${name}_${i}`, term.table);
    });
  }
  array(
    'TRAIT_PURPOSE',
    compiled.traits.map(({ purpose }) => purpose),
  );
  array(
    'TRAIT_LEVELS',
    compiled.traits.map(({ levels }) => levels.length),
  );
  rows(
    'TRAIT_UPTO',
    compiled.traits.map(({ upTo }) => upTo),
  );
  array('ADMISSION', compiled.admissionWeekdays);
  array(
    'EXIT_REASON',
    compiled.exits.map((reason) => ENDS.indexOf(reason as End)),
  );
  rows(
    'EXIT_SUM',
    compiled.exits.map((reason) => compiled.models[`exit/${reason}`]?.byType ?? []),
  );
  array(
    'MEETING_PURPOSE',
    plan.tracks.map((track) =>
      meetingPurpose(track, track.slots[0]?.weekday ?? 0, track.slots[0]?.start ?? ''),
    ),
  );
  array(
    'SIGN_PURPOSE',
    compiled.signOffs.map(({ purpose }) => purpose),
  );
  array(
    'SIGN_SHARE',
    compiled.signOffs.map(({ share }) => share),
  );
  array(
    'SIGN_AFTER',
    compiled.signOffs.map(({ afterDays }) => afterDays),
  );
  define('SENSITIVITY', compiled.sensitivity);
  define('FALSE_POSITIVE', compiled.falsePositive);
  define(
    'MUTUAL_MASK',
    compiled.mutualHelpDays.reduce((mask, day) => mask | (1 << day), 0),
  );
  define('OUTREACH_AFTER', compiled.staff.outreachAfterDays);
  define('DECIDE_AFTER', compiled.staff.dischargeAfterDays);
  define('ADVANCE_AFTER', compiled.staff.advanceAfterDays);
  const purposes = {
    ADMISSION: 'admission',
    WEEK: 'week',
    EXIT: 'exit',
    EXIT_DAY: 'exit-day',
    CONTACT: 'contact',
    MUTUAL: 'mutual-help',
    TEST: 'test/weekly-test',
    TEST_DAYS: 'test-days/weekly-test',
    ASSESSMENT: 'assessment/phq-9',
  };
  for (const [name, purpose] of Object.entries(purposes)) define(`P_${name}`, purposeOf(purpose));
  define('E_ADMISSION', table.admitted);
  define('E_TRACKS', table.tracks);
  define('E_TESTS', table.tests);
  define('E_USED', table.used);
  define('E_CONTACT', table.contact);
  define('E_MUTUAL', table.mutualHelp);
  define('E_ASSESSMENT', table.assessments);
  define('E_SIGN_OFFS', table.signOffs);
  define('E_ADVANCED', table.advanced);
  define('E_PHASES', table.phases);
  define('E_ATTENDANCE', table.monitors[0] ?? 0);
  define('E_ABSTINENCE', table.monitors[1] ?? 0);
  return `${lines.join('\n')}\n`;
}
