import { afterAll, afterEach } from 'vitest';

const METHODS = ['log', 'info', 'warn', 'error', 'debug', 'trace', 'table', 'dir'] as const;

const printed: string[] = [];

for (const method of METHODS) {
  console[method] = (...parts: unknown[]) => {
    printed.push(`console.${method}: ${parts.map(String).join(' ')}`);
  };
}

for (const [name, stream] of [
  ['stdout', process.stdout],
  ['stderr', process.stderr],
] as const) {
  stream.write = (chunk: unknown) => {
    printed.push(`process.${name}: ${String(chunk).trimEnd()}`);
    return true;
  };
}

/** Fails the test that printed something; a test that expects output replaces the method by `vi.spyOn`. */
function refuseOutput(): void {
  const found = printed.splice(0);
  if (found.length > 0) throw new Error(`Unexpected output:\n${found.join('\n')}`);
}

afterEach(refuseOutput);
afterAll(refuseOutput);
