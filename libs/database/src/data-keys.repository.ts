import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { DataKeyRow, DataKeyStore } from '#libs/crypto';
import { systemContext, type Uuid } from '#libs/kernel';
import { AgencyDatabase, type AgencyTx } from './agency-database.js';

interface StoredKey {
  kid: string;
  key_class: DataKeyRow['keyClass'];
  version: number;
  wrapped: Buffer;
  state: DataKeyRow['state'];
  created_at: Date;
}

/**
 * Wrapped data keys, each under its own agency's fence. It has connections of its own: keys are loaded in the middle of
 * other transactions, and if all of those held the shared pool, none could ever go on.
 */
@Injectable()
export class DataKeysRepository implements DataKeyStore, OnApplicationShutdown {
  private constructor(
    private readonly dataSource: DataSource,
    private readonly database: AgencyDatabase,
  ) {}

  static async connect(databaseUrl: string): Promise<DataKeysRepository> {
    const options = { type: 'postgres', url: databaseUrl, installExtensions: false } as const;
    const extra = { max: 2, application_name: 'belfry-keys' };
    const dataSource = await new DataSource({ ...options, extra }).initialize();
    return new DataKeysRepository(dataSource, new AgencyDatabase(dataSource));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.dataSource.destroy();
  }

  async list(agencyId: Uuid): Promise<DataKeyRow[]> {
    const rows = await this.database.agencyTransaction(systemContext(agencyId), (tx) =>
      tx.query<StoredKey>(
        'SELECT kid, key_class, version, wrapped, state, created_at FROM data_keys WHERE agency_id = $1 ORDER BY version',
        [tx.agencyId],
      ),
    );
    return rows.map((row) => ({
      agencyId,
      kid: Number(row.kid),
      keyClass: row.key_class,
      version: row.version,
      wrapped: row.wrapped,
      state: row.state,
      createdAt: row.created_at,
    }));
  }

  async insert(row: DataKeyRow): Promise<boolean> {
    return this.database.agencyTransaction(systemContext(row.agencyId), (tx) => this.insertIn(tx, row));
  }

  /** In the transaction that makes the agency. */
  async insertIn(tx: AgencyTx, row: DataKeyRow): Promise<boolean> {
    const added = await tx.execute(
      `INSERT INTO data_keys (agency_id, kid, key_class, version, wrapped, state, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [row.agencyId, row.kid, row.keyClass, row.version, row.wrapped, row.state, row.createdAt],
    );
    return added === 1;
  }
}
