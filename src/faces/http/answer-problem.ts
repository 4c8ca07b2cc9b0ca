import type { HttpProblem } from './http-problem.ts';

/** Gives a problem as an answer of type `application/problem+json`. Its `type` ends in the stable code. */
export function answerProblem(problem: HttpProblem): Response {
  const { status, code, message, members, headers } = problem;
  const title = `${code.charAt(0).toUpperCase()}${code.slice(1)}`.replaceAll('-', ' ');
  const body = { type: `urn:stepwell:problem:${code}`, title, status, code, detail: message, ...members };
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  });
}
