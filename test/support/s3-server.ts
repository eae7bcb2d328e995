import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort } from '../../tools/services.mjs';
import { eventually } from './eventually.js';

const BUCKET = 'belfry';

/** A store that speaks S3, as a process of its own. */
export class S3Server {
  private constructor(
    private readonly child: ChildProcess,
    readonly directory: string,
    readonly endpoint: string,
  ) {}

  static async start(): Promise<S3Server> {
    const directory = mkdtempSync(join(tmpdir(), 'belfry-s3-'));
    const port = await freePort();
    const program = join(dirname(createRequire(import.meta.url).resolve('s3rver/package.json')), 'bin/s3rver.js');
    const where = ['-d', directory, '-a', '127.0.0.1', '-p', String(port), '--configure-bucket', BUCKET, '--silent'];
    const child = spawn(process.execPath, ['--no-deprecation', program, ...where], { stdio: 'ignore' });
    const server = new S3Server(child, directory, `http://127.0.0.1:${port}`);
    await eventually(() => fetch(server.endpoint));
    return server;
  }

  /** What the product is told of it. */
  get env(): Record<string, string> {
    return {
      MEDIA_STORAGE: 's3',
      MEDIA_S3_BUCKET: BUCKET,
      MEDIA_S3_ENDPOINT: this.endpoint,
      MEDIA_S3_ACCESS_KEY: 'S3RVER',
      MEDIA_S3_SECRET_KEY: 'S3RVER',
    };
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill();
    await ended;
    rmSync(this.directory, { recursive: true, force: true });
  }
}
