/** A failure that its message explains fully: the command line prints the message alone, never a stack. */
export class PlainError extends Error {}

/** What a person reads about any failure; BELFRY_DEBUG=1 adds where an unforeseen one came from. */
export function describeFailure(error) {
  if (error instanceof PlainError) return error.message;
  const words = error instanceof Error ? error.message : String(error);
  return process.env.BELFRY_DEBUG && error instanceof Error ? String(error.stack) : `Unexpected: ${words}`;
}
