import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Env } from '#libs/config';
import { EnvKeyProvider, FieldSealer, FileKeyProvider, type KeyProvider, KeyRing } from '#libs/crypto';
import { Clock } from '#libs/kernel';
import { AgencyDatabase } from './agency-database.js';
import { CatalogueCheck } from './catalogue-check.js';
import { ClockSync } from './clock-sync.js';
import { DataKeysRepository } from './data-keys.repository.js';
import { Presence } from './presence.js';

/**
 * A process that froze inside a transaction keeps its row locks, and everybody who needs those rows waits. Postgres ends
 * such a transaction; the process finds out when it wakes up.
 */
const HELD_LOCKS = { idle_in_transaction_session_timeout: 5_000 };

/** Connections, agency transactions and the sealing of fields. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Env],
      useFactory: (env: Env) => ({
        type: 'postgres',
        url: env.DATABASE_URL,
        autoLoadEntities: true,
        installExtensions: false,
        retryAttempts: 0,
        // A pooler in between must keep prepared statements: docs/adr/0013.
        extra: {
          max: env.DATABASE_POOL,
          application_name: 'belfry',
          pipeline: true,
          statement_timeout: 60_000,
          ...HELD_LOCKS,
        },
      }),
    }),
  ],
  providers: [
    AgencyDatabase,
    CatalogueCheck,
    ClockSync,
    Presence,
    { provide: Clock, useFactory: () => new Clock() },
    {
      provide: DataKeysRepository,
      inject: [Env],
      useFactory: (env: Env) => DataKeysRepository.connect(env.DATABASE_URL),
    },
    { provide: FieldSealer, useFactory: () => new FieldSealer() },
    {
      provide: KeyRing,
      inject: [Env, DataKeysRepository],
      useFactory: async (env: Env, store: DataKeysRepository) => new KeyRing(await keyProviderOf(env), store),
    },
  ],
  exports: [AgencyDatabase, CatalogueCheck, Clock, DataKeysRepository, FieldSealer, KeyRing, Presence],
})
export class DatabaseModule {}

async function keyProviderOf(env: Env): Promise<KeyProvider> {
  return env.KEY_PROVIDER === 'env'
    ? new EnvKeyProvider(env.MASTER_KEY ?? '')
    : FileKeyProvider.fromFile(env.KEY_FILE ?? '');
}
