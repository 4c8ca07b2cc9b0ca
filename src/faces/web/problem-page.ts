import { html } from 'hono/html';
import type { HttpProblem } from '../http/http-problem.ts';
import { renderPage } from './page.ts';

/** The page that says what was wrong with a request, to somebody whom it does not know. */
export function problemPage({ message, status }: HttpProblem): string | Promise<string> {
  const title = status === 404 ? 'Not found' : 'That did not work';
  return renderPage({
    title,
    principal: null,
    body: html`<h1>${title}</h1>
      <p role="alert" class="problem">${message}</p>
      <p><a href="/">Back to the beginning</a></p>`,
  });
}
