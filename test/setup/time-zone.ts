const wanted = process.env['TZ'];
const found = Intl.DateTimeFormat().resolvedOptions().timeZone;

// A run that silently stays in the machine's zone would prove nothing.
if (wanted !== undefined && found !== wanted) {
  throw new Error(`The tests should run under TZ=${wanted}, but the zone is ${found}.`);
}
