#!/usr/bin/env node
try {
  await import('../../node-version.ts');
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exit(1);
}

if (process.argv[2] === 'serve') {
  const { demandRoom } = await import('./roomy-process.ts');
  demandRoom();
}
const { runCli } = await import('./run-cli.ts');
await runCli(process.argv.slice(2));

export {};
