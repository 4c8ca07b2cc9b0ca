/**
 * What a sign-in sheet shows of a patient: the initials of a name, or the last signs of a clinic's number, three at most and never more
 * than half of it. A sheet lies about, and being a patient is itself protected. Pure.
 */
export function initialsOf(patient: string): string {
  const words = patient.match(/\p{L}+/gu) ?? [];
  const named = !/\d/.test(patient) && words.length > 0;
  const shown = Math.min(3, Math.floor(patient.length / 2));
  return named
    ? words.map((word) => `${word.charAt(0).toUpperCase()}.`).join(' ')
    : `…${shown === 0 ? '' : patient.slice(-shown)}`;
}
