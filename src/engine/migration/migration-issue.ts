/** Something about a mapping that is wrong (`error`) or that a person should look at (`warning`). */
export type MigrationIssue = {
  readonly code:
    | 'same-version'
    | 'unknown-stage'
    | 'unknown-curriculum'
    | 'unmapped-stage'
    | 'unknown-phase'
    | 'unknown-track'
    | 'unknown-session'
    | 'unknown-monitor'
    | 'phase-ends'
    | 'unmapped-phase'
    | 'unmapped-track'
    | 'unmapped-session'
    | 'unmapped-monitor'
    | 'session-by-number';
  readonly severity: 'error' | 'warning';
  /** Where in the mapping, for example `sessions.relapse-prevention.3`. */
  readonly path: string;
  readonly message: string;
};
