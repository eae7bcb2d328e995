import { readFileSync, writeFileSync } from 'node:fs';
import { ControlError } from './control-error.js';
import { Simulator } from './simulator.js';

const DEFAULT_PORT = 4_000;

/** A mistake of the person who starts the simulator: one sentence, no stack. */
class StartError extends Error {}

async function main(): Promise<void> {
  const simulator = await Simulator.start({ port: readPort(), world: readWorldFile(), clock: keptClock() });
  // Nothing here is worth saving, so the end comes at once.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(0));
  if (process.send) process.once('disconnect', () => process.exit(0));
  const ready = { msg: 'simulator ready', port: simulator.port, url: simulator.url };
  process.stdout.write(`${JSON.stringify(ready)}\n`);
}

function readPort(): number {
  const text = process.env['BELFRY_SIMULATOR_PORT'] ?? '';
  if (text === '') return DEFAULT_PORT;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new StartError(`BELFRY_SIMULATOR_PORT is "${text}"; it must be a port from 0 to 65535.`);
}

function readWorldFile(): unknown {
  const path = process.env['SIMULATOR_WORLD_FILE'] ?? '';
  if (path === '') return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new StartError(`SIMULATOR_WORLD_FILE ${path} cannot be read as JSON: ${(error as Error).message}`);
  }
}

/**
 * Time that was moved stays moved over a restart: what Belfry wrote down under it would otherwise lie in the future.
 * Without a file the clock begins anew.
 */
function keptClock(): { offsetMs: number; onMove: (offsetMs: number) => void } | undefined {
  const path = process.env['SIMULATOR_CLOCK_FILE'] ?? '';
  if (path === '') return undefined;
  return { offsetMs: readOffset(path), onMove: (offsetMs) => writeFileSync(path, `${JSON.stringify({ offsetMs })}\n`) };
}

function readOffset(path: string): number {
  try {
    const { offsetMs } = JSON.parse(readFileSync(path, 'utf8')) as { offsetMs?: unknown };
    return typeof offsetMs === 'number' && offsetMs >= 0 ? offsetMs : 0;
  } catch {
    return 0;
  }
}

function explain(error: unknown): string {
  if (error instanceof StartError) return error.message;
  if (error instanceof ControlError) return `SIMULATOR_WORLD_FILE: ${error.message} (${error.field ?? error.code})`;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return 'The port of the simulator is taken. Choose another with BELFRY_SIMULATOR_PORT.';
  if (code === 'EACCES') return 'The port of the simulator needs rights that this user has not. Choose one above 1023.';
  return `The simulator does not start: ${message}`;
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});
