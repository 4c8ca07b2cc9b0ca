/**
 * What a sign-in sheet shows of a patient: the initials of a name, or the last three signs of a clinic's number. A sheet lies about, and
 * being a patient is itself protected. Pure.
 */
export function initialsOf(patient: string): string {
  const words = patient.match(/\p{L}+/gu) ?? [];
  const named = !/\d/.test(patient) && words.length > 1;
  return named ? words.map((word) => `${word.charAt(0).toUpperCase()}.`).join(' ') : `…${patient.slice(-3)}`;
}
