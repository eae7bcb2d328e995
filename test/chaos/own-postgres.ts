import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Pool } from 'pg';
import { inject } from 'vitest';
import { processesIn, signal } from '../../tools/processes.mjs';
import { type PostgresServer, startPostgres } from '../../tools/services.mjs';
import { type SeededDemo, seedTemplate } from '../support/seeded-demo.js';
import { APP_PASSWORD, roleUrl, SEQUENCER_PASSWORD } from '../support/services.global.js';
import type { SystemDatabase } from '../support/system.js';

const DATABASE = 'belfry';
/** More than the server lets in: the rest are refused, which is how one knows that it is full. */
const SQUATTERS = 250;
const TRY_AGAIN_MS = 20;

/** A PostgreSQL that one system has to itself, so that it may be taken away without hurting the others. */
export class OwnPostgres {
  readonly database: SystemDatabase;

  private constructor(
    private server: PostgresServer,
    readonly seeded: SeededDemo,
    private readonly admin: Pool,
    private readonly directory: string,
  ) {
    const adminUrl = server.url(DATABASE);
    this.database = {
      appUrl: roleUrl(adminUrl, 'belfry_app', APP_PASSWORD),
      sequencerUrl: roleUrl(adminUrl, 'belfry_sequencer', SEQUENCER_PASSWORD),
      admin,
      drop: async () => undefined, // it goes with its server
    };
  }

  static async start(): Promise<OwnPostgres> {
    const directory = mkdtempSync(join(tmpdir(), 'belfry-own-'));
    const server = await startPostgres({ durable: true, dataDir: directory });
    const adminUrl = server.url(DATABASE);
    const urls = {
      adminUrl,
      appUrl: roleUrl(adminUrl, 'belfry_app', APP_PASSWORD),
      sequencerUrl: roleUrl(adminUrl, 'belfry_sequencer', SEQUENCER_PASSWORD),
    };
    const seeded = await seedTemplate(urls, inject('services').redisUrl, directory);
    const admin = new Pool({ connectionString: adminUrl, max: 4 });
    admin.on('error', () => undefined); // a connection that was lost while nobody used it
    return new OwnPostgres(server, seeded, admin, directory);
  }

  /** As after a power cut: nothing is written first, and what was committed comes back from the log. */
  async crash(): Promise<void> {
    await this.server.stop({ limitMs: 0 });
    this.server = await startPostgres({ durable: true, dataDir: this.directory, port: this.server.port });
  }

  /** Every process of the server stands still for a while. @returns whether there was a way to do that */
  async stall(milliseconds: number): Promise<boolean> {
    const processes = processesIn(join(this.server.path, 'data'));
    for (const pid of processes) signal(pid, 'SIGSTOP');
    await pause(milliseconds);
    for (const pid of processes) signal(pid, 'SIGCONT');
    return processes.length > 0;
  }

  /** Takes every connection that the server gives, and those of the product as they are cut. */
  async whileFull(work: () => Promise<void>): Promise<void> {
    const squatters: Client[] = [];
    const fill = async () => {
      // Refused three times, it is full.
      let tries = 3;
      while (tries > 0 && squatters.length < SQUATTERS) {
        const squatter = new Client({ connectionString: this.database.appUrl });
        squatter.on('error', () => undefined);
        const isIn = await squatter.connect().then(
          () => true,
          () => false,
        );
        if (isIn) squatters.push(squatter);
        else tries -= 1;
      }
    };
    // One connection of the superuser is kept, with which those of the product are cut.
    const cutter = await this.admin.connect();
    try {
      await fill();
      for (;;) {
        const { rowCount } = await cutter.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'belfry%'`,
        );
        await fill();
        if (rowCount === 0) break;
        await pause(TRY_AGAIN_MS);
      }
      await work();
    } finally {
      cutter.release();
      await Promise.all(squatters.map((squatter) => squatter.end().catch(() => undefined)));
    }
  }

  async stop(): Promise<void> {
    await this.admin.end();
    await this.server.stop();
    rmSync(this.server.path, { recursive: true, force: true });
    rmSync(this.directory, { recursive: true, force: true });
  }
}
