/** Makes a task say the code of a failure of the system in its `cause`: between threads an error keeps its message and cause alone. */
export function carryFailure<Task, Result>(run: (task: Task) => Result): (task: Task) => Result {
  return (task) => {
    try {
      return run(task);
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error)) throw error;
      const { code, path } = error as NodeJS.ErrnoException;
      throw new Error(error.message, { cause: { code, ...(path === undefined ? {} : { path }) } });
    }
  };
}

/** Gives a failure that came from a thread its code again. */
export function carriedFailure(error: unknown): unknown {
  if (!(error instanceof Error) || typeof error.cause !== 'object') return error;
  return Object.assign(error, error.cause);
}
