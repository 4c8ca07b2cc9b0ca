/** For how long a session lasts, in minutes: without use, and at the most. */
export type SessionLimits = { readonly idle: number; readonly absolute: number };

/** Half an hour without use, twelve hours at the most. HIPAA (45 CFR 164.312) asks for automatic logoff and names no figure. */
export const SESSION_LIMITS: SessionLimits = { idle: 30, absolute: 720 };

/** A time of being signed in. The token itself is not kept, only its SHA-256. */
export type Session = {
  readonly id: string;
  readonly account: string;
  readonly createdAt: string;
  readonly usedAt: string;
};

/** That a session was used, and when. */
export type SessionUse = Pick<Session, 'id' | 'usedAt'>;

/** Whether a session is still good at an instant (ISO 8601, UTC). A clock that was put back does not make it last longer. Pure. */
export function isLive(session: Session, now: string, limits: SessionLimits): boolean {
  const minutes = (from: string) => (Date.parse(now) - Date.parse(from)) / 60_000;
  const [age, idle] = [minutes(session.createdAt), minutes(session.usedAt)];
  return age >= 0 && age < limits.absolute && idle < limits.idle;
}
