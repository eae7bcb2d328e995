import { EnvError } from '#libs/config';

/** A reason not to start that a sentence explains. */
export class StartError extends Error {}

/** What went wrong at start, as one sentence for whoever runs Belfry. Codes: Postgres' SQLSTATE and Node's system errors. */
const SENTENCES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'PostgreSQL does not answer at the address in DATABASE_URL.',
  ENOTFOUND: 'The host in DATABASE_URL is not known.',
  ETIMEDOUT: 'PostgreSQL does not answer at the address in DATABASE_URL.',
  '28P01': 'PostgreSQL refuses the user or the password in DATABASE_URL.',
  '28000': 'PostgreSQL refuses the user in DATABASE_URL.',
  '3D000': 'The database in DATABASE_URL does not exist: run npm run migrate.',
  '42P01': 'The database has no tables yet: run npm run migrate.',
  '42501': 'The user in DATABASE_URL may not read the tables: run npm run migrate.',
  EADDRINUSE: 'The port is in use: set PORT to a free one.',
  EACCES: 'The port may not be opened by this user: set PORT to one above 1023.',
};

export function startSentence(error: unknown): string {
  if (error instanceof EnvError) return `The configuration is not complete.\n${error.message}`;
  const { code, errors, message } = error as { code?: string; errors?: { code?: string }[]; message?: string };
  // Node tries each address of a host name and reports all failures in one AggregateError.
  const known = SENTENCES[code ?? ''] ?? SENTENCES[errors?.[0]?.code ?? ''];
  return known ?? message ?? 'The reason is not known.';
}
