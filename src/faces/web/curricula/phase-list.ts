import { html } from 'hono/html';
import { gateLines } from '../../../program/diagram/criterion-words.ts';
import type { Plan, PlanPhase } from '../../../program/plan.ts';
import type { Html } from '../page.ts';
import { saySlots } from './say-slots.ts';

/** The phases of a program in their order: how long each is, what meets in it, and what its gate asks for. */
export function phaseList(plan: Plan): Html {
  return html`<ol class="phases">${plan.phases.map((phase, index) => one(plan, phase, index))}</ol>`;
}

function one(plan: Plan, phase: PlanPhase, index: number): Html {
  const { title, weeks, exit, exitAfterReturn, next, returnsTo, maximumDays, final } = phase;
  const named = (numbers: readonly number[]) =>
    numbers.flatMap((n) => plan.phases[n]?.title ?? []).join(' or ');
  const meets = plan.tracks.filter(({ during, slots }) => during.includes(index) && slots.length > 0);
  const lines = (gate: number | null) =>
    html`<ul>${gateLines(plan, gate).map((line) => html`<li>${line}</li>`)}</ul>`;
  return html`<li><b>${title}</b>${weeks === null ? '' : html` <span class="meta">weeks ${weeks.from} to ${weeks.to}</span>`}${final === null ? '' : html` <span class="meta">the program is ${final} here</span>`}
    ${meets.length === 0 ? '' : html`<p class="meta">${meets.map((track) => `${track.title} ${saySlots(track)}`).join('; ')}</p>`}
    ${exit === null ? (final === null ? html`<p>It may be left at any time.</p>` : '') : html`<p>On to ${named(next) || 'the end'} when</p>${lines(exit)}`}
    ${exitAfterReturn === null || exitAfterReturn === exit ? '' : html`<p>After a return, when</p>${lines(exitAfterReturn)}`}
    ${maximumDays === null && returnsTo.length === 0 ? '' : html`<p class="meta">${maximumDays === null ? '' : `Review beyond ${maximumDays.days} days. `}${returnsTo.length === 0 ? '' : `A way back to ${named(returnsTo)}.`}</p>`}</li>`;
}
