import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The repository's root; tests run from it. */
export const ROOT = join(import.meta.dirname, '../..');

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

  static start(name: AppName, env: Record<string, string>): AppProcess {
    const entry = join(ROOT, `dist/apps/${name}/src/main.js`);
    // The IPC channel ends the process when the test that started it is gone.
    const stdio: ('ignore' | 'pipe' | 'ipc')[] = ['ignore', 'pipe', 'pipe', 'ipc'];
    return new AppProcess(
      name,
      spawn(process.execPath, ['--enable-source-maps', entry], {
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

/** Runs a command of the built CLI. @throws with its output when it fails */
export function runCli(args: readonly string[], env: Record<string, string>, input = ''): string {
  const entry = join(ROOT, 'dist/apps/cli/src/main.js');
  const result = spawnSync(process.execPath, [entry, ...args], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'], ...env },
    encoding: 'utf8',
    input,
  });
  if (result.status !== 0) throw new Error(`belfry ${args.join(' ')} failed:\n${result.stdout}${result.stderr}`);
  return result.stdout;
}
