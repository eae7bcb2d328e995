import { dirname } from 'node:path';
import { PlainError } from '../plain-error.mjs';
import { freePort, isPortFree } from '../services/ports.mjs';

const DEFAULT_PORTS = { BELFRY_PORT: 3000, BELFRY_SIMULATOR_PORT: 4000 };
const NEIGHBOURS = 100;

function explicitPort(name) {
  const text = process.env[name];
  if (!text) return undefined;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new PlainError(`${name}=${text} is not a port number.`);
  return port;
}

async function choosePort(name, used, say) {
  const wanted = explicitPort(name);
  if (wanted !== undefined) {
    if (used.includes(wanted) || !(await isPortFree(wanted))) {
      throw new PlainError(`Port ${wanted} is taken: free it, or set ${name} to another.`);
    }
    return wanted;
  }
  const first = DEFAULT_PORTS[name];
  for (let port = first; port < first + NEIGHBOURS; port += 1) {
    if (used.includes(port) || !(await isPortFree(port))) continue;
    if (port !== first) say(`Port ${first} is taken; using ${port} (${name} sets it)`);
    return port;
  }
  throw new PlainError(`No port from ${first} to ${first + NEIGHBOURS - 1} is free: set ${name}.`);
}

/** The ports of this run. A default that is taken gives way; one that a person named does not. */
export async function choosePorts(say) {
  const api = await choosePort('BELFRY_PORT', [], say);
  const simulator = await choosePort('BELFRY_SIMULATOR_PORT', [api], say);
  const worker = explicitPort('WORKER_PORT') ?? (await freePort());
  return { api, simulator, worker };
}

// What a person exports passes through to the applications, except where it would take apart what is started here.
function exportedSettings() {
  const isOurs = (name) => /^npm_/i.test(name) || name === 'DATABASE_ADMIN_URL';
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isOurs(name)));
}

const WIRING = [
  'KEY_PROVIDER',
  'KEY_FILE',
  'MEDIA_DIR',
  'META_APP_SECRETS',
  'META_VERIFY_TOKEN',
  'AUDIT_DOMAIN',
  'BELFRY_MODE',
  'DATABASE_URL',
  'SEQUENCER_DATABASE_URL',
  'REDIS_URL',
  'PUBLIC_URL',
  'GRAPH_BASE_URL',
  'SANDBOX_BASE_URL',
  'SIMULATOR_CONTROL_URL',
];

/** What a command needs to work on the same installation (`npm run belfry`). */
export function wiringOf(env) {
  return Object.fromEntries(WIRING.filter((name) => env[name] !== undefined).map((name) => [name, env[name]]));
}

/** The environment of the api, the worker, the simulator and the command line. */
export function applicationEnvironment({ ports, urls, database, redisUrl, secrets, keyFile, simulatorClockFile }) {
  const defaults = {
    KEY_PROVIDER: 'file',
    KEY_FILE: keyFile,
    MEDIA_DIR: `${dirname(keyFile)}/media`,
    // So that a program on this machine can be told of messages.
    EGRESS_LOOPBACK: 'true',
    // The one app that the simulator knows.
    // The simulator reviews a display name within a minute.
    NUMBERS_REFRESH_MS: '10000',
    META_APP_ID: '650012299871144',
    META_APP_SECRETS: secrets.metaAppSecret,
    META_VERIFY_TOKEN: secrets.metaVerifyToken,
    AUDIT_DOMAIN: 'localhost',
    LOG_LEVEL: 'info',
  };
  const wiring = {
    NODE_ENV: 'production',
    BELFRY_MODE: 'demo',
    DATABASE_URL: database.appUrl,
    SEQUENCER_DATABASE_URL: database.sequencerUrl,
    REDIS_URL: redisUrl,
    PORT: String(ports.api),
    WORKER_PORT: String(ports.worker),
    BELFRY_SIMULATOR_PORT: String(ports.simulator),
    SIMULATOR_CLOCK_FILE: simulatorClockFile,
    PUBLIC_URL: urls.api,
    // The demo never reaches Meta, whatever a person has exported.
    GRAPH_BASE_URL: urls.simulator,
    SANDBOX_BASE_URL: urls.simulator,
    SIMULATOR_CONTROL_URL: urls.simulator,
    SMTP_URL: 'simulator',
  };
  return { ...defaults, ...exportedSettings(), ...wiring };
}
