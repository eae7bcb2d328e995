import { randomBytes } from 'node:crypto';
import type { Client, Pool } from 'pg';
import { DataSource } from 'typeorm';
import {
  AuditDetailsService,
  AuditEntriesService,
  AuditLogsService,
  AuditService,
  SequencerService,
} from '#libs/audit';
import { Env } from '#libs/config';
import { type DataKeyRow, type DataKeyStore, EnvKeyProvider, FieldSealer, KeyRing } from '#libs/crypto';
import { AgencyDatabase, type AgencyTx } from '#libs/database';
import { type AgencyContext, Clock, newId, systemContext, type Uuid } from '#libs/kernel';
import { AuditDetailsRepository } from '../../libs/audit/src/audit-details.repository.js';
import { AuditLogRepository } from '../../libs/audit/src/audit-log.repository.js';
import { AuditLogsRepository } from '../../libs/audit/src/audit-logs.repository.js';
import { AuditStagingRepository } from '../../libs/audit/src/audit-staging.repository.js';
import { SequencerRepository } from '../../libs/audit/src/sequencer.repository.js';
import { sequencerPool } from '../../libs/audit/src/sequencer-pool.js';
import { TestDatabase } from '../support/test-database.js';

export interface StoredEntry {
  readonly seq: string;
  readonly event_id: Uuid;
  readonly entry: Buffer;
  readonly leaf_hash: Buffer;
}

/** A database of its own with everything of the audit log, put together by hand. */
export class AuditFixture {
  readonly clock = new Clock();
  readonly sealer = new FieldSealer();
  readonly database: AgencyDatabase;
  readonly keyRing: KeyRing;
  readonly audit: AuditService;
  readonly entries: AuditEntriesService;
  readonly details: AuditDetailsService;
  readonly logs: AuditLogsService;
  private readonly pools: Pool[] = [];

  private constructor(
    private readonly test: TestDatabase,
    private readonly dataSource: DataSource,
  ) {
    this.database = new AgencyDatabase(dataSource);
    this.keyRing = new KeyRing(new EnvKeyProvider(randomBytes(32).toString('base64')), new MemoryKeys());
    this.audit = new AuditService(new AuditStagingRepository(), this.keyRing, this.sealer, this.clock);
    this.entries = new AuditEntriesService(this.database, new AuditLogRepository(), this.audit);
    this.details = new AuditDetailsService(
      this.entries,
      this.database,
      new AuditDetailsRepository(),
      this.keyRing,
      this.sealer,
    );
    this.logs = new AuditLogsService(new AuditLogsRepository(), new Env());
  }

  static async open(): Promise<AuditFixture> {
    const test = await TestDatabase.create();
    const source = new DataSource({ type: 'postgres', url: test.appUrl, installExtensions: false, extra: { max: 10 } });
    return new AuditFixture(test, await source.initialize());
  }

  /** Superuser, for looking behind the fence. */
  get admin(): Client {
    return this.test.admin;
  }

  async close(): Promise<void> {
    await Promise.all([...this.pools.map((pool) => pool.end()), this.dataSource.destroy()]);
    await this.test.drop();
  }

  async agency(): Promise<AgencyContext> {
    const ctx = systemContext(newId());
    await this.keyRing.ensure(ctx.agencyId, ['data']);
    await this.database.agencyTransaction(ctx, async (tx) => {
      const slug = `a-${ctx.agencyId.slice(-12)}`;
      await tx.execute('INSERT INTO agencies (agency_id, slug, name) VALUES ($1, $2, $2)', [ctx.agencyId, slug]);
      await this.logs.open(tx);
    });
    return ctx;
  }

  sequencer(): SequencerService {
    const pool = sequencerPool(this.test.sequencerUrl);
    this.pools.push(pool);
    return new SequencerService(new SequencerRepository(pool), this.database, this.clock);
  }

  within<T>(ctx: AgencyContext, work: (tx: AgencyTx) => Promise<T>): Promise<T> {
    return this.database.agencyTransaction(ctx, work);
  }

  async count(table: 'staging' | 'entries' | 'details', agencyId: Uuid): Promise<number> {
    const { rows } = await this.admin.query(`SELECT count(*)::int AS n FROM audit.${table} WHERE agency_id = $1`, [
      agencyId,
    ]);
    return rows[0].n;
  }

  async stored(agencyId: Uuid): Promise<StoredEntry[]> {
    const sql = 'SELECT seq, event_id, entry, leaf_hash FROM audit.entries WHERE agency_id = $1 ORDER BY seq';
    return (await this.admin.query<StoredEntry>(sql, [agencyId])).rows;
  }
}

/** Polls until `look` answers something, or fails at the deadline. */
export async function eventually<T>(look: () => Promise<T | undefined | false>, deadlineMs = 10_000): Promise<T> {
  const end = performance.now() + deadlineMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (performance.now() > end) throw new Error('it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

class MemoryKeys implements DataKeyStore {
  private readonly rows: DataKeyRow[] = [];

  async list(agencyId: Uuid): Promise<DataKeyRow[]> {
    return this.rows.filter((row) => row.agencyId === agencyId);
  }

  async insert(row: DataKeyRow): Promise<boolean> {
    this.rows.push(row);
    return true;
  }
}
