import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Env } from './env.js';
import { envDocs } from './env-doc.js';

/** What is wrong with the environment, one line a variable; printed without a stack trace. */
export class EnvError extends Error {}

/**
 * Reads and checks the environment once at start.
 * @throws EnvError naming each variable that is missing or not valid
 */
export function loadEnv(required: readonly (keyof Env)[] = [], source: NodeJS.ProcessEnv = process.env): Env {
  const known = Object.fromEntries(
    Object.entries(source).filter(([name, value]) => envDocs().has(name) && value !== ''),
  );
  const env = plainToInstance(Env, known, { exposeDefaultValues: true });
  const problems = [...invalid(env), ...missing(env, required), ...contradictions(env)];
  if (problems.length > 0) throw new EnvError(problems.join('\n'));
  return env;
}

function invalid(env: Env): string[] {
  return validateSync(env).map((error) => `${error.property}: ${Object.values(error.constraints ?? {}).join('; ')}`);
}

function missing(env: Env, required: readonly (keyof Env)[]): string[] {
  return required
    .filter((name) => env[name] === undefined || String(env[name]) === '')
    .map((name) => `${name}: is not set`);
}

function contradictions(env: Env): string[] {
  const rules: [boolean, string][] = [
    [env.BELFRY_MODE === 'production' && env.KEY_PROVIDER === 'env', 'KEY_PROVIDER: env is for development; use file'],
    [env.KEY_PROVIDER === 'file' && env.DATABASE_URL !== '' && !env.KEY_FILE, 'KEY_FILE: is not set'],
    [env.KEY_PROVIDER === 'env' && env.DATABASE_URL !== '' && !env.MASTER_KEY, 'MASTER_KEY: is not set'],
    [
      env.BELFRY_MODE === 'production' && !env.GRAPH_BASE_URL.startsWith('https://'),
      'GRAPH_BASE_URL: production sends to Meta over https, not to a simulator',
    ],
    [
      env.BELFRY_MODE === 'production' && env.SIMULATOR_CONTROL_URL !== undefined,
      'SIMULATOR_CONTROL_URL: only demo mode follows a simulator',
    ],
    [
      env.SMTP_URL === 'simulator' && env.SIMULATOR_CONTROL_URL === undefined,
      'SMTP_URL: simulator needs SIMULATOR_CONTROL_URL, which only demo mode has',
    ],
    [
      env.BELFRY_MODE === 'production' && env.SMTP_URL !== undefined && env.MAIL_FROM === '',
      'MAIL_FROM: is not set, and SMTP_URL is',
    ],
    [
      env.BELFRY_MODE === 'production' && env.EGRESS_LOOPBACK,
      'EGRESS_LOOPBACK: production calls no address of its own machine',
    ],
    [
      env.CALLBACK_LEASE_MS < env.CALLBACK_TIMEOUT_MS * 1.2,
      'CALLBACK_LEASE_MS: must exceed CALLBACK_TIMEOUT_MS by a fifth, or two workers deliver the same callback',
    ],
    [env.MEDIA_STORAGE === 's3' && env.MEDIA_S3_BUCKET === '', 'MEDIA_S3_BUCKET: is not set, and MEDIA_STORAGE is s3'],
    [
      Math.min(env.IN_DOUBT_WINDOW_MS, env.IN_DOUBT_WINDOW_FAST_MS) < env.SENDING_LEASE_MS + env.IN_DOUBT_MARGIN_MS,
      'IN_DOUBT_WINDOW_MS, IN_DOUBT_WINDOW_FAST_MS: must be at least SENDING_LEASE_MS + IN_DOUBT_MARGIN_MS',
    ],
  ];
  return rules.filter(([broken]) => broken).map(([, text]) => text);
}

/** The resolved configuration for the boot log, secrets masked. */
export function describeEnv(env: Env): Record<string, unknown> {
  const shown = [...envDocs()].map(([name, doc]) => {
    const value: unknown = env[name as keyof Env];
    const isSet = value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
    return [name, doc.secret && isSet ? '(set)' : value];
  });
  return Object.fromEntries(shown);
}
