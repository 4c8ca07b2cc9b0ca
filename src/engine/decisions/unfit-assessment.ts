import { didYouMean } from '../../curriculum/did-you-mean.ts';
import { SCREENING_INSTRUMENTS } from '../../curriculum/intake/screening.ts';
import type { Plan } from '../../program/plan.ts';
import { type Decision, refuse } from './decision.ts';

/**
 * Refuses a score that its instrument cannot give, and an instrument whose name is close to one that the program uses, or to a
 * well-known one, and is none of them. The range is the one that the curriculum declares, else that of a well-known screening instrument. An instrument of
 * another name altogether is let through. Null where nothing is wrong.
 */
export function unfitAssessment(
  { instrument, score }: { readonly instrument: string; readonly score: number },
  plan: Plan,
): Decision | null {
  const named = new Set([
    ...(plan.instruments ?? []).map(({ id }) => id),
    ...plan.criteria.flatMap((node) =>
      node.node === 'compare' && (node.leaf.type === 'score' || node.leaf.type === 'score-change')
        ? [node.leaf.instrument]
        : [],
    ),
  ]);
  const known = rangeOf(instrument, plan);
  const meant = meantBy(instrument, named);
  if (!named.has(instrument) && known === null && meant !== '') {
    const uses = named.size === 0 ? '' : `; ${plan.curriculum.title} uses ${[...named].join(', ')}`;
    return refuse('unknown-instrument', `there is no instrument ${instrument}${uses}${meant}`);
  }
  if (known === null) return null;
  const { title, minimum, maximum } = known;
  if (score >= (minimum ?? score) && score <= (maximum ?? score)) return null;
  const range =
    minimum === null
      ? `at most ${maximum}`
      : maximum === null
        ? `at least ${minimum}`
        : `${minimum} to ${maximum}`;
  return refuse('score-out-of-range', `${title} gives ${range}; ${score} is no score of it`);
}

/** The PHQ-2 is no misspelt PHQ-9, and the AUDIT-C no AUDIT: other digits or one more part make another instrument. */
function meantBy(instrument: string, named: ReadonlySet<string>): string {
  const same = Object.keys(SCREENING_INSTRUMENTS).filter((id) => plain(id) === plain(instrument));
  const near = [...named].filter(
    (id) =>
      digits(id) === digits(instrument) &&
      !instrument.startsWith(`${id}-`) &&
      !id.startsWith(`${instrument}-`),
  );
  return didYouMean(instrument, [...same, ...near]);
}

function plain(id: string): string {
  return id.replaceAll('-', '');
}

function digits(id: string): string {
  return id.replaceAll(/\D/g, '');
}

type Range = { readonly title: string; readonly minimum: number | null; readonly maximum: number | null };

function rangeOf(instrument: string, plan: Plan): Range | null {
  const declared = plan.instruments?.find(({ id }) => id === instrument);
  if (declared) return declared;
  const screening: Readonly<Record<string, Range>> = SCREENING_INSTRUMENTS;
  return Object.hasOwn(screening, instrument) ? (screening[instrument] ?? null) : null;
}
