import type { AuthorizationStatus } from '../../engine/authorization/authorization-status.ts';
import { cleanText } from './clean-text.ts';
import { renderTable } from './render-table.ts';
import { bold, open } from './screen.ts';

/** Draws the authorizations with what is left of them, and the clinical beside the authorized level. No lines where there are none. */
export function renderAuthorizations(status: AuthorizationStatus | null): string[] {
  if (status === null) return [];
  const rows = status.authorizations.map((one) => [
    cleanText(`${one.payer}${one.reference === null ? '' : ` ${one.reference}`}`),
    one.level.level,
    `${one.from} to ${one.to}`,
    `${between(one.used)} of ${one.units} ${one.unit}`,
    `${between(one.left)} left`,
    one.state,
  ]);
  const { level, uncovered } = status;
  const gap =
    level?.agreement === 'different'
      ? [
          open(
            `  at ${level.clinical.level}, authorized ${level.authorized?.level} since ${level.since}: ${level.days} days`,
          ),
        ]
      : [];
  const beyond = uncovered.map(({ on, why }) => open(`  ${on} not covered: ${cleanText(why)}`));
  return [
    bold('Authorizations'),
    renderTable(['Payer', 'Level', 'Dates', 'Used', 'Left', 'State'], rows),
    ...gap,
    ...beyond.slice(-3),
  ];
}

function between({ atLeast, atMost }: { readonly atLeast: number; readonly atMost: number }): string {
  return atLeast === atMost ? `${atLeast}` : `${atLeast}-${atMost}`;
}
