import { amount, percent } from '../../adapters/report/shown.ts';
import type { ClinicResult } from '../../simulation/capacity/clinic.ts';
import { renderTable } from './render-table.ts';

/** Tells on a screen how the places of a clinic were used, and how long people waited for them. */
export function renderClinic({ came, admitted, lost, waits, stations }: ClinicResult): string {
  const mean = waits.length === 0 ? null : waits.reduce((sum, wait) => sum + wait, 0) / waits.length;
  const share = (count: number) => percent(came === 0 ? null : count / came);
  return [
    `${amount(came, 0)} asked for a place: ${share(admitted)} were admitted after ${amount(mean)} days on average, ${share(lost)} went elsewhere`,
    renderTable(
      ['Level', 'Places', 'Taken', 'Of places', 'Waiting to go on', 'Days waited before'],
      stations.map(({ name, places, census, utilisation, blocked, meanWait }) => [
        ...[name, amount(places, 0), amount(census), percent(utilisation), amount(blocked), amount(meanWait)],
      ]),
    ),
  ].join('\n');
}
