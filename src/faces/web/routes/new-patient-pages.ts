import { randomUUID } from 'node:crypto';
import { html } from 'hono/html';
import { z } from 'zod';
import { CalendarDate } from '../../../curriculum/calendar-date.ts';
import type { Status } from '../../../engine/status.ts';
import { FACTS } from '../../../program/episode-event.ts';
import { beginEpisode } from '../../http/begin-episode.ts';
import { episodeOfKey } from '../../http/episode-of-key.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import { readWith } from '../../http/read-with.ts';
import { type Ask, defineRoute, type Route } from '../../http/route.ts';
import { readWriteHeaders } from '../../http/write-headers.ts';
import type { Filled } from '../action-command.ts';
import { caught } from '../field-problems.ts';
import { type FormPart, formParts } from '../form-parts.ts';
import { mustKnowCounselor } from '../known-counselor.ts';
import { type Html, renderPage } from '../page.ts';
import { inTreatment, patientsWithin } from '../patients-within.ts';
import { signedBy } from '../signed-by.ts';

const answers = { 200: { description: 'The page', type: 'text/html' } };
const text = z.string().max(4000).optional();
const episode = z.string().max(64).optional();
const Body = z.strictObject({
  ...{ key: z.string().min(1).max(100), episode, do: z.enum(['refer', 'admit']) },
  ...{ patient: text, curriculum: text, counselor: text, site: text, on: text, reason: text, source: text },
  ...{ lastUseOn: text, overrideEligibility: text },
});
const when = { on: CalendarDate.optional(), reason: z.string().min(1).max(4000).optional() };
const Refer = z.strictObject({ type: z.literal('Refer'), ...when, ...FACTS.Referred });
const Admit = z.strictObject({
  ...{ type: z.literal('Admit'), ...when, ...FACTS.Admitted },
  curriculum: z.string().min(1, 'choose a program').max(200),
  version: z.string().optional(),
});

const NUMBER: FormPart = {
  name: 'patient',
  label: 'Number of the patient',
  type: 'text',
  required: true,
  hint: 'The number that the clinic knows him by; no name.',
};

/** A new patient in a browser: referred, to wait for a place, or admitted at once; and one who was referred is admitted. */
export const NEW_PATIENT_PAGES: readonly Route[] = [
  defineRoute({
    key: 'GET /new-patient',
    kind: 'read',
    summary: 'The form for a new patient, or for admitting one who was referred',
    query: z.strictObject({ episode }),
    answers,
    handle: (ask) => show(ask, ask.query.episode, {}, null),
  }),
  defineRoute({
    key: 'POST /new-patient',
    kind: 'write',
    summary: 'Refer or admit a patient',
    body: Body,
    answers,
    handle: async (ask) => {
      const { do: what, key, episode: referred, overrideEligibility, ...fields } = ask.body;
      let begun = '';
      const problem = await caught(async () => {
        if (referred !== undefined) await ask.reachEpisodes([referred]);
        const known = referred === undefined ? null : await ask.clinic.engine.status(referred);
        const given = Object.entries(known === null ? fields : { ...fields, patient: known.patient ?? '' });
        const filled = Object.fromEntries(given.filter(([, value]) => value !== undefined && value !== ''));
        const { source, curriculum, lastUseOn, ...both } = filled;
        const beginning =
          what === 'refer'
            ? readWith(Refer, { type: 'Refer', ...both, ...(source ? { source } : {}) } as never, 'body')
            : readWith(
                Admit,
                {
                  ...{ type: 'Admit', ...both, curriculum: curriculum ?? '' },
                  ...(lastUseOn ? { lastUseOn } : {}),
                  ...(overrideEligibility ? { overrideEligibility: true } : {}),
                } as never,
                'body',
              );
        if (both['counselor'] !== undefined) await mustKnowCounselor(ask.clinic, both['counselor']);
        if (what === 'admit' && both['reason'] === undefined)
          await notTwice(ask, both['patient'] ?? '', referred ?? begunWith(ask, key));
        const at = referred === undefined ? {} : { episode: referred };
        begun = (await beginEpisode(ask, { ...beginning, ...at }, { key })).episode;
      });
      if (problem?.code === 'not-found') throw problem;
      if (problem !== null) return show(ask, referred, ask.body as Filled, problem);
      const own = await caught(() => ask.reachEpisodes([begun]));
      return ask.c.redirect(own === null ? `/patients/${begun}` : '/caseload', 303);
    },
  }),
];

/** The record that this form began when it was sent before. */
function begunWith(ask: Ask<unknown, unknown>, form: string): string | undefined {
  const { key } = readWriteHeaders(ask.c, ask.principal, { key: form });
  return key === undefined ? undefined : episodeOfKey(key);
}

/** Keeps a patient of the own ones from being admitted a second time while he is in treatment, unless somebody says why. */
async function notTwice(ask: Ask<unknown, unknown>, patient: string, meant: string | undefined) {
  const own = (await inTreatment(ask)).find((row) => row.patient === patient && row.episode !== meant);
  if (own === undefined || own.admittedOn === null) return;
  const message = `${patient} is in treatment here already; say in the reason why he begins once more`;
  throw new HttpProblem(422, 'already-in-treatment', message, {
    errors: [{ in: 'body', pointer: '/patient', message }],
  });
}

async function show(
  ask: Ask<unknown, unknown>,
  referred: string | undefined,
  filled: Filled,
  problem: HttpProblem | null,
) {
  const { c, clinic, principal, reach } = ask;
  if (referred !== undefined) await ask.reachEpisodes([referred]);
  const status = referred === undefined ? null : await clinic.engine.status(referred);
  const programs = await clinic.library.list();
  const pathways = (await clinic.library.listPathways?.()) ?? [];
  const within = await patientsWithin(ask);
  const used = new Set(within.map((row) => row.curriculum));
  const sites = [...new Set(within.flatMap(({ site }) => site ?? []))].sort();
  const titles = new Map([...programs, ...pathways].map(({ id, title: named }) => [id, named]));
  const all = [...titles].sort(([a], [b]) => Number(used.has(b)) - Number(used.has(a)));

  const { problems, fields } = formParts(
    [
      ...(status === null ? [NUMBER] : []),
      { name: 'curriculum', label: 'Program', type: 'choice', options: all, hint: 'Needed to admit.' },
      { name: 'lastUseOn', label: 'Last use, where it is known', type: 'date' },
      ...(status === null ? [{ name: 'source', label: 'Referred by', type: 'text' } as const] : []),
      {
        ...{ name: 'counselor', label: 'Counselor', type: 'text', required: reach === 'caseload' },
        at: status?.counselor ?? (reach === 'caseload' ? principal.name : ''),
      },
      {
        ...{ name: 'site', label: 'Site', type: 'text', options: sites.map((site) => [site, site]) },
        at:
          status?.site ??
          (principal.site === '*' ? '' : (principal.site ?? (sites.length === 1 ? sites[0] : ''))),
      },
      { name: 'on', label: 'Day', type: 'date', required: true, at: clinic.clock.today() },
      {
        name: 'overrideEligibility',
        label: 'Admitted although the program does not admit by what is known, with a reason',
        type: 'check',
      },
      { name: 'reason', label: 'Reason, where there is one', type: 'text' },
    ] as readonly FormPart[],
    filled,
    problem,
  );
  const title = status === null ? 'A new patient' : `Admit ${status.patient ?? referred}`;
  const body = html`<p>${back(status)}</p><h1>${title}</h1>
    ${problems}
    <form method="post" action="/new-patient" class="fields"><input type="hidden" name="key" value="${String(filled['key'] ?? randomUUID())}">
      ${status === null ? '' : html`<input type="hidden" name="episode" value="${status.episode}">`}${fields}
      <p class="soft">${signedBy(principal)}</p>
      <div class="buttons"><button name="do" value="admit">Admit</button>${status === null ? html`<button name="do" value="refer" class="quiet">Refer: not admitted yet</button>` : ''}</div></form>`;
  return c.html(renderPage({ title, principal, here: '/caseload', body }), (problem?.status ?? 200) as 200);
}

function back(status: Status | null): Html {
  return status === null
    ? html`<a href="/caseload">Back to the caseload</a>`
    : html`<a href="/patients/${status.episode}">Back to ${status.patient ?? status.episode}</a>`;
}
