/** An answer that says what was wrong with a request (RFC 9457): a status, a stable code, and a sentence for a person. */
export class HttpProblem extends Error {
  readonly status: number;
  readonly code: string;
  /** Further members of the problem, for example `errors` or `gate`. */
  readonly members: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    detail: string,
    members: Readonly<Record<string, unknown>> = {},
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(detail);
    this.name = 'HttpProblem';
    this.status = status;
    this.code = code;
    this.members = members;
    this.headers = headers;
  }
}
