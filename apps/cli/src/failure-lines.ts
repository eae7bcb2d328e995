import { DomainError } from '#libs/kernel';

/** What an operator can do about a database or network that does not let us in, by error code. */
const CAUSES: Readonly<Record<string, string>> = {
  ECONNREFUSED:
    'database-unreachable: nothing answers at that address. Is PostgreSQL running, and are host and port right?',
  ENOTFOUND: 'database-unreachable: the host name is not known. Check the connection string.',
  EAI_AGAIN: 'database-unreachable: the host name could not be looked up. Check the connection string and the network.',
  ETIMEDOUT: 'database-unreachable: no answer in time. Check host, port and firewall.',
  ECONNRESET: 'database-unreachable: the connection was closed. Check that the address is one of PostgreSQL.',
  // https://www.postgresql.org/docs/current/errcodes-appendix.html
  '28P01': 'database-password-wrong: PostgreSQL refused the password of the connection string.',
  '28000': 'database-sign-in-refused: PostgreSQL does not let this role in from here (pg_hba.conf).',
  '3D000': 'database-missing: the database does not exist. Run migrate first.',
  '42P01': 'database-not-migrated: a table is missing. Run migrate first.',
  '42883': 'database-not-migrated: a function is missing. Run migrate first.',
  '42501':
    'database-rights-missing: the role may not do this. migrate needs DATABASE_ADMIN_URL with the right to create roles.',
  '53300': 'database-full: PostgreSQL has no free connections. Try again, or lower DATABASE_POOL.',
};

/** A failure in words an operator can act on: one line, and one more for each field. Never a stack trace. */
export function failureLines(error: unknown): string[] {
  if (error instanceof DomainError) return domainLines(error);
  const cause = CAUSES[codeOf(error)];
  if (cause !== undefined) return [cause];
  const { path, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  if (syscall !== undefined && path !== undefined) return [`file-failed: ${path} cannot be used (${codeOf(error)}).`];
  const [first = '', ...rest] = (error instanceof Error ? error.message : String(error)).split('\n');
  return isEnvError(error)
    ? [first, ...rest].map((line) => `environment: ${line}`)
    : [`unexpected: ${first || 'no reason given'}`];
}

/** By its name, so that answering a typo does not load the configuration. */
function isEnvError(error: unknown): boolean {
  return error instanceof Error && error.constructor.name === 'EnvError';
}

function domainLines({ code, detail, errors = [] }: DomainError): string[] {
  return [`${code}: ${detail}`, ...errors.map(({ message }) => `  ${message}`)];
}

/** An address with several IPs fails with one error for all of them; the first tells why. */
function codeOf(error: unknown): string {
  const { code, driverError, errors } = (error ?? {}) as { code?: unknown; driverError?: unknown; errors?: unknown[] };
  if (typeof code === 'string') return code;
  const inner = driverError ?? errors?.[0];
  return inner ? codeOf(inner) : '';
}
