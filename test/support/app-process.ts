import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { eventually } from './eventually.js';

/** The repository's root; tests run from it. */
export const ROOT = join(import.meta.dirname, '../..');

const READY_MS = 60_000;

export type AppName = 'api' | 'worker' | 'simulator';

/** One process of the built product. What it prints is kept, for the failure message of a test. */
export class AppProcess {
  private output = '';
  private readonly exited: Promise<void>;

  private constructor(
    readonly name: AppName,
    private readonly child: ChildProcess,
  ) {
    const keep = (chunk: Buffer) => {
      this.output = (this.output + chunk.toString()).slice(-200_000);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    this.exited = new Promise((resolve) => child.once('exit', () => resolve()));
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  static start(name: AppName, env: Record<string, string>): AppProcess {
    const entry = join(ROOT, `dist/apps/${name}/src/main.js`);
    // The IPC channel ends the process when the test that started it is gone.
    const stdio: ('ignore' | 'pipe' | 'ipc')[] = ['ignore', 'pipe', 'pipe', 'ipc'];
    return new AppProcess(
      name,
      spawn(process.execPath, [entry], {
        cwd: ROOT,
        env: { PATH: process.env['PATH'], ...env },
        stdio,
      }),
    );
  }

  get log(): string {
    return this.output;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** @throws when the process ended */
  assertRunning(): void {
    if (!this.isRunning) throw new Error(`the ${this.name} ended:\n${this.output.slice(-4000)}`);
  }

  /** Resolves when the process says at this address that it is ready. */
  async answers(url: string): Promise<void> {
    await eventually(async () => {
      this.assertRunning();
      const response = await fetch(url);
      if (!response.ok) throw new Error(`${url} answers ${response.status}`);
    }, READY_MS);
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (!this.isRunning) return;
    this.child.kill(signal);
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 15_000);
    await this.exited;
    clearTimeout(timer);
  }
}

/**
 * Runs a command of the built CLI, without holding up this process: its open connections would be closed unnoticed.
 * @throws with its output when it fails
 */
export async function runCli(args: readonly string[], env: Record<string, string>, input = ''): Promise<string> {
  const entry = join(ROOT, 'dist/apps/cli/src/main.js');
  const child = spawn(process.execPath, [entry, ...args], { cwd: ROOT, env: { PATH: process.env['PATH'], ...env } });
  child.stdin.on('error', () => undefined); // a command that refuses at once reads nothing
  child.stdin.end(input);
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((resolve) => child.once('close', resolve)),
  ]);
  if (code !== 0) throw new Error(`belfry ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}
