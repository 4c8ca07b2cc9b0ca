/** How deep lists and mappings may lie in each other in a file. */
export const DEEPEST_NESTING = 50;
