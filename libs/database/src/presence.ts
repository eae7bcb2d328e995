import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { Env } from '#libs/config';
import type { Uuid } from '#libs/kernel';

const ANSWER_MS = 5_000;

/** Of the lock that a process holds for as long as it lives; `id` is an SQL expression. */
export function presenceKey(id: string): string {
  return `hashtextextended(${id}::text, 0)`;
}

const OWN_PRESENCE = presenceKey('$1');

/**
 * Says that this process lives, with a lock of a connection of its own: Postgres lets go of it the moment that the process is
 * gone, long before a lease would run out. It is shared with an older connection that Postgres has not missed yet. Behind a
 * pooler that shares connections it says nothing, and leases decide alone.
 */
@Injectable()
export class Presence implements OnApplicationShutdown {
  private announced: Promise<void> | undefined;
  private client: Client | undefined;

  constructor(private readonly env: Env) {}

  /** Done when others can see that `id` lives; begins anew after the connection was lost. */
  announce(id: Uuid): Promise<void> {
    this.announced ??= this.hold(id).catch((error: unknown) => {
      this.announced = undefined;
      throw error;
    });
    return this.announced;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.announced?.catch(() => undefined);
    await this.client?.end().catch(() => undefined);
  }

  private async hold(id: Uuid): Promise<void> {
    const client = new Client({
      connectionString: this.env.DATABASE_URL,
      application_name: 'belfry-presence',
      keepAlive: true,
      // No turn is taken before it is said; a server that does not answer must not stop that for ever.
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
    });
    const forget = () => {
      if (this.client === client) this.announced = undefined;
    };
    client.on('error', forget);
    client.on('end', forget);
    this.client = client;
    try {
      await client.connect();
      await client.query(`SELECT pg_advisory_lock_shared(${OWN_PRESENCE})`, [id]);
    } catch (error) {
      void client.end().catch(() => undefined);
      throw error;
    }
  }
}
