const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

// The native part of better-sqlite3 13 crashes on Node 20 when it is loaded; this has to come before that import.
if (major < 22 || (major === 22 && minor < 12)) {
  const error = new Error(`stepwell needs Node 22.12 or newer; this is Node ${process.versions.node}`);
  Object.assign(error, { code: 'unsupported-node' });
  throw error;
}

/** Importing this module is the check itself: it throws an error with the code `unsupported-node` on a Node that is too old. */
export const SUPPORTED_NODE = '22.12';
