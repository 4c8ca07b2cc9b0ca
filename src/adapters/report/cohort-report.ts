import type { CohortResult, GroupResult } from '../../simulation/results/cohort-result.ts';
import type { ReadmissionResult } from '../../simulation/results/readmission-result.ts';
import type { PictureTable } from './picture.ts';
import { endsPicture } from './pictures/ends-picture.ts';
import { flowsPicture } from './pictures/flows-picture.ts';
import { gatesPicture } from './pictures/gates-picture.ts';
import { occupancyPicture } from './pictures/occupancy-picture.ts';
import { type Named, retentionPicture } from './pictures/retention-picture.ts';
import { weeksPicture } from './pictures/weeks-picture.ts';
import type { ReportPart } from './report-part.ts';
import { amount, inWords, percent, withInterval } from './shown.ts';

/** The parts of a report that tell the results of one cohort: figures, pictures, groups. */
export function cohortParts(name: string, result: CohortResult): ReportPart[] {
  const { all, weeks, groups } = result;
  const traits = [...new Set(groups.map(({ trait }) => trait))];
  const parts: ReportPart[] = [
    { kind: 'heading', text: 'Results' },
    { kind: 'table', title: 'In short', table: inShort(all) },
    { kind: 'picture', picture: retentionPicture([{ name, result: all }]) },
    { kind: 'picture', picture: endsPicture(all) },
  ];
  if (weeks.length > 0) parts.push({ kind: 'picture', picture: occupancyPicture(weeks) });
  if (all.flows.length > 0) parts.push({ kind: 'picture', picture: flowsPicture(all) });
  if (all.gates.some(({ curve }) => curve.length > 0))
    parts.push({ kind: 'picture', picture: gatesPicture(all) });
  if (weeks.length > 0) parts.push({ kind: 'picture', picture: weeksPicture(weeks) });
  parts.push({ kind: 'table', title: 'For each patient', table: amountsTable(all) });
  if (all.readmission !== null)
    parts.push(
      { kind: 'table', title: 'Coming back after a discharge', table: readmissionTable(all.readmission) },
      { kind: 'text', text: ABOUT_RETURNS },
    );
  for (const trait of traits) {
    const of = groups.filter((group) => group.trait === trait);
    const curves: Named[] = of.map(({ value, result }) => ({ name: value, result }));
    parts.push({ kind: 'picture', picture: retentionPicture(curves, trait) });
  }
  if (groups.length > 0)
    parts.push(
      { kind: 'table', title: 'By group', table: groupsTable(result) },
      { kind: 'table', title: 'By group: how treatment ended', table: groupEndsTable(result) },
      { kind: 'table', title: 'By group: mean of a patient', table: groupAmountsTable(result) },
    );
  return parts;
}

function inShort(all: GroupResult): PictureTable {
  const { cost, retention } = all;
  const money = (value: number | null) => `${amount(value, 0)} ${cost.currency}`;
  const attended = (name: string) => all.amounts.find((one) => one.name === name)!.total;
  const rows: (string | number)[][] = [
    ['Patients', amount(all.patients, 0)],
    ['Completed treatment', withInterval(all.completed, percent)],
    ['Median days in treatment', withInterval(retention.medianDays, amount)],
    [`Mean days in treatment, up to day ${all.horizonDays}`, withInterval(retention.meanDays, amount)],
    [
      'Sessions attended, of those offered',
      percent(attended('sessions-attended') / attended('sessions-offered')),
    ],
  ];
  if (cost.total > 0) {
    rows.push(['Cost of a patient', withInterval(cost.perPatient, money)]);
    if (cost.perCompleted !== null) rows.push(['Cost of a completed treatment', money(cost.perCompleted)]);
  }
  return { headings: ['Figure', 'Value (95 % interval)'], rows };
}

const ABOUT_RETURNS =
  'Into the same episode, as the program allows. Who was discharged shortly before the horizon had less time to come back. In the curves of this report a patient who came back is in treatment up to the last end; the days away are counted as a leave.';

function readmissionTable(of: ReadmissionResult): PictureTable {
  return {
    headings: ['Figure', 'Patients', 'Value (95 % interval)'],
    rows: [
      ['Discharged at least once', amount(of.discharged, 0), null],
      ['Came back, of those discharged', amount(of.count, 0), withInterval(of.returned, percent)],
      ['Median days from the discharge to the return', null, withInterval(of.medianDays, amount)],
      ['Mean days from the discharge to the return', null, withInterval(of.daysAway.mean, amount)],
      ['Completed after all, of those who came back', null, withInterval(of.completed, percent)],
      ...of.ends.map(({ end, count, share }) => [
        ...[`Then ${inWords(end)}, of those who came back`, amount(count, 0), withInterval(share, percent)],
      ]),
    ],
  };
}

function amountsTable(all: GroupResult): PictureTable {
  return {
    headings: ['', 'Patients', 'Mean (95 % interval)', 'First quartile', 'Median', 'Third quartile'],
    // What nobody had says nothing: no waiting list is simulated, or no incentives are given.
    rows: [...all.amounts.filter(({ total }) => total > 0), ...all.stays].map(
      ({ title, unit, patients, mean, quartiles }) => [
        `${title}${title.toLowerCase().includes(unit) ? '' : ` (${unit})`}`,
        amount(patients, 0),
        withInterval(mean, amount),
        ...(quartiles ?? [null, null, null]),
      ],
    ),
  };
}

function groupsTable({ all, groups }: CohortResult): PictureTable {
  const row = (name: string, { patients, completed, retention, cost }: GroupResult) => [
    ...[name, amount(patients, 0), withInterval(completed, percent)],
    ...[withInterval(retention.medianDays, amount), withInterval(retention.meanDays, amount)],
    cost.total > 0 ? amount(cost.perPatient.value, 0) : null,
  ];
  return {
    headings: ['Group', 'Patients', 'Completed', 'Median days', 'Mean days', `Cost (${all.cost.currency})`],
    rows: everybody({ all, groups }).map(({ name, result }) => row(name, result)),
  };
}

function groupEndsTable(cohort: Pick<CohortResult, 'all' | 'groups'>): PictureTable {
  const ends = cohort.all.retention.ends.filter(({ count }) => count > 0).map(({ end }) => end);
  return {
    headings: ['Group', ...ends.map(inWords)],
    rows: everybody(cohort).map(({ name, result }) => [
      name,
      ...ends.map((end) =>
        withInterval(result.retention.ends.find((one) => one.end === end)!.share, percent),
      ),
    ]),
  };
}

function groupAmountsTable(cohort: Pick<CohortResult, 'all' | 'groups'>): PictureTable {
  const told = cohort.all.amounts.filter(({ total }) => total > 0);
  return {
    headings: ['Group', ...told.map(({ title }) => title), ...cohort.all.stays.map(({ title }) => title)],
    rows: everybody(cohort).map(({ name, result }) => [
      name,
      ...told.map((of) => amount(result.amounts.find((one) => one.name === of.name)!.mean?.value ?? null)),
      ...result.stays.map(({ mean }) => amount(mean?.value ?? null)),
    ]),
  };
}

/** All patients, and each group. */
function everybody({ all, groups }: Pick<CohortResult, 'all' | 'groups'>): Named[] {
  const of = groups.map(({ trait, value, result }) => ({ name: `${trait}: ${value}`, result }));
  return [{ name: 'all', result: all }, ...of];
}
