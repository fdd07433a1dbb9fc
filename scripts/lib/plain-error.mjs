/** A failure whose message is one sentence for the person at the terminal; it is shown without a stack. */
export class PlainError extends Error {
  name = 'PlainError';
}

/** Shows a failure and sets the exit code; our own sentences without a stack, anything unexpected with one. */
export function reportFailure(error) {
  console.error(error instanceof PlainError ? error.message : error);
  process.exitCode = 1;
}
