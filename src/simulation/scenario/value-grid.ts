/**
 * Reads the values of a sweep: `0.6:0.9:0.05` from, to and step, both ends included, or a list `0.6,0.7,0.8`. Values are rounded
 * to twelve digits, so that steps add up. Throws a `RangeError` for anything else.
 */
export function valueGrid(text: string): number[] {
  if (text.includes(':')) {
    const [from, to, step, ...more] = text.split(':').map(numberOf);
    if (from === undefined || to === undefined || step === undefined || more.length > 0) throw wrong(text);
    if (!(step > 0) || to < from || (to - from) / step > 10_000) throw wrong(text);
    const count = Math.floor((to - from) / step + 1e-9) + 1;
    return Array.from({ length: count }, (_, i) => Number((from + i * step).toPrecision(12)));
  }
  return text.split(',').map(numberOf);
}

function numberOf(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) throw wrong(text);
  return value;
}

function wrong(text: string): RangeError {
  return new RangeError(`write values as 0.6:0.9:0.05 (from:to:step) or 0.6,0.7,0.8, not "${text}"`);
}
