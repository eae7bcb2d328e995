import { HttpException } from '@nestjs/common';
import { DomainError } from '#libs/kernel';
import { internalError, refusedByFramework, unavailable, valueNotStorable } from './http.errors.js';

/** States in which Postgres refuses a value for its form. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const VALUE_STATES: ReadonlySet<string> = new Set(['22001', '22003', '22007', '22008', '22021', '22P02', '22P05']);

/** Postgres, or the way to it, is not there: connection failures, shut-down, no connection left. */
const UNAVAILABLE_STATES: ReadonlySet<string> = new Set([
  '08000',
  '08001',
  '08003',
  '08006',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** What the driver says of a connection that was cut: it gives no code. */
const CONNECTION_LOST = /^(Connection terminated|Client (has encountered a connection error|was closed))/;

/** Whatever was thrown, as a refusal that may be shown. What nobody foresaw becomes `internal-error` and says nothing. */
export function toDomainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  if (error instanceof HttpException && error.getStatus() < 500) return refusedByFramework(error.getStatus());
  const code = databaseCode(error);
  if (code !== undefined && VALUE_STATES.has(code)) return valueNotStorable();
  if (code !== undefined && UNAVAILABLE_STATES.has(code)) return unavailable();
  if (error instanceof Error && CONNECTION_LOST.test(error.message)) return unavailable();
  return clientFault(error) ?? internalError();
}

function databaseCode(error: unknown): string | undefined {
  const { driverError, code } = (error ?? {}) as { driverError?: { code?: unknown }; code?: unknown };
  const found = driverError?.code ?? code;
  return typeof found === 'string' ? found : undefined;
}

/** Express raises http-errors for what it cannot read of a request, such as `%zz` in a path. */
function clientFault(error: unknown): DomainError | null {
  const { expose, status } = (error ?? {}) as { expose?: unknown; status?: unknown };
  const isFault = typeof status === 'number' && status >= 400 && status < 500;
  return isFault && (expose === true || error instanceof URIError) ? refusedByFramework(status) : null;
}
