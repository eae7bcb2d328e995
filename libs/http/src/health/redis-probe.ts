import { Injectable } from '@nestjs/common';
import { Redis } from 'ioredis';
import { Env } from '#libs/config';

const TIMEOUT_MS = 1000;

/** Asks Redis on a connection of its own: those of the queues wait and retry, and would hide that it is gone. */
@Injectable()
export class RedisProbe {
  constructor(private readonly env: Env) {}

  async assertReachable(): Promise<void> {
    const redis = new Redis(this.env.REDIS_URL, {
      lazyConnect: true,
      connectTimeout: TIMEOUT_MS,
      commandTimeout: TIMEOUT_MS,
      maxRetriesPerRequest: 0,
      retryStrategy: () => null,
    });
    // ioredis reports a failed connection as an event too, and an event nobody hears ends the process.
    redis.on('error', () => undefined);
    try {
      await redis.connect();
      await redis.ping();
    } catch {
      throw new Error('Redis does not answer');
    } finally {
      redis.disconnect();
    }
  }
}
