import { safeText } from './log-fields.js';

const MAX_STACK = 4000;
const LINE_BREAK = /\n\s*/;

/**
 * The parts of an error that are logged. Postgres puts values of the row into `detail` and `parameters`, so an error is
 * never written whole.
 */
export function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { errorMessage: safeText(String(error)) };
  const { code, constraint, table } = databaseParts(error);
  return {
    errorName: error.name,
    errorMessage: safeText(error.message),
    errorCode: code,
    constraint,
    table,
    stack: stackLines(error),
    cause: error.cause instanceof Error ? safeText(error.cause.message) : undefined,
  };
}

function databaseParts(error: Error): { code?: string; constraint?: string; table?: string } {
  const source = (error as { driverError?: unknown }).driverError ?? error;
  const { code, constraint, table } = source as Record<string, unknown>;
  return { code: textOrNone(code), constraint: textOrNone(constraint), table: textOrNone(table) };
}

function textOrNone(value: unknown): string | undefined {
  return typeof value === 'string' ? safeText(value) : undefined;
}

/** Only where it happened: the first line of a stack repeats the message. */
function stackLines(error: Error): string[] | undefined {
  const lines = error.stack?.slice(0, MAX_STACK).split(LINE_BREAK) ?? [];
  return lines.filter((line) => line.startsWith('at ')).map((line) => safeText(line));
}
