/** Turns one old form of an event body into the form that came after it. */
export type Upcaster = {
  /** Which form it is for, and since when there is another: `0.3.0: sessions of a credit became a list`. */
  readonly title: string;
  readonly isOld: (body: Readonly<Record<string, unknown>>) => boolean;
  readonly upcast: (body: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
};

/** The old forms of event bodies, the oldest first. No release has changed a form so far. */
const UPCASTERS: readonly Upcaster[] = [];

/**
 * Turns the body of an event of an older release into today's form. Pure; the record itself is never changed.
 *
 * The forms are tried in their order, so that a body of the oldest release goes through all of them. What is no object is
 * given back as it is.
 */
export function upcastEvent(body: unknown, upcasters: readonly Upcaster[] = UPCASTERS): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  return upcasters.reduce(
    (form, { isOld, upcast }) => (isOld(form) ? upcast(form) : form),
    body as Readonly<Record<string, unknown>>,
  );
}
