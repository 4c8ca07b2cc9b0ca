import { relative, resolve } from 'node:path';

// Joins what was compiled for the command line into few files: a process that reads five hundred starts twice as slowly.
// Packages stay outside. Paths beside a module are found from where the module was.
const OUT = 'dist/cli';

/** Makes `import.meta.url` of a joined module what it was before. */
const keepPlaces = {
  name: 'keep-places',
  transform(code, id) {
    if (!code.includes('import.meta.url')) return null;
    const from = relative(resolve(OUT), id).replaceAll('\\', '/');
    return code.replaceAll('import.meta.url', `new URL('${from}', import.meta.url).href`);
  },
};

export default {
  input: 'dist/faces/cli/main.js',
  platform: 'node',
  logLevel: 'warn',
  external: (id) => /^[@a-z]/.test(id) && !id.startsWith('@oxc-project/'),
  plugins: [keepPlaces],
  output: { dir: OUT, entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
};
