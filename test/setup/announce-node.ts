import { notice } from './notice.ts';

/** Prints the Node that runs the tests, and stops when it is not the one that STEPWELL_NODE asks for. */
export function setup(): void {
  notice(`Node ${process.version}`);
  const wanted = process.env['STEPWELL_NODE'];
  if (wanted !== undefined && !process.versions.node.startsWith(`${wanted}.`)) {
    throw new Error(`The tests should run on Node ${wanted}, but this is Node ${process.versions.node}.`);
  }
}
