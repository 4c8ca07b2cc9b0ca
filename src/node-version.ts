/** The oldest Node that the package supports: the first with Node-API 10, which the binaries of better-sqlite3 13 need. */
export const SUPPORTED_NODE = '22.14';

// They crash the process where it is missing (seen on 20.20 and 22.13); this has to come before that import.
if (Number(process.versions['napi']) < 10) {
  const error = new Error(
    `stepwell needs Node ${SUPPORTED_NODE} or newer; this is Node ${process.versions.node}`,
  );
  Object.assign(error, { code: 'unsupported-node' });
  throw error;
}
