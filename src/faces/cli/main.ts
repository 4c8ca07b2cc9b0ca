#!/usr/bin/env node
try {
  await import('../../node-version.ts');
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}

const { runCli } = await import('./run-cli.ts');
await runCli(process.argv.slice(2));

export {};
