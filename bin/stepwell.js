#!/usr/bin/env node
// The command of the package. It is here before anything is built, so that npm finds it in a fresh clone, too.
import { existsSync } from 'node:fs';

const program = new URL('../dist/cli/main.js', import.meta.url);
if (existsSync(program)) await import(program.href);
else {
  process.stderr.write('stepwell: not built yet; run: npm run build\n');
  process.exitCode = 1;
}
