import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type HealthCheck, type HealthReport, reportHealth } from '#libs/observability';
import { RedisProbe } from './redis-probe.js';

/** The report is public, so asking for it a thousand times must not ask the database a thousand times. */
const FRESH_MS = 1000;

/** Whether this process can do its work. Without Redis messages still go out, a second later. */
@Injectable()
export class HealthService {
  private report: Promise<HealthReport> | undefined;
  private askedAt = Number.NEGATIVE_INFINITY;
  private readonly checks: readonly HealthCheck[];

  constructor(dataSource: DataSource, redis: RedisProbe) {
    this.checks = [
      { name: 'database', check: () => assertDatabase(dataSource) },
      { name: 'redis', check: () => redis.assertReachable(), isOptional: true },
    ];
  }

  async get(): Promise<HealthReport> {
    if (!this.report || performance.now() - this.askedAt > FRESH_MS) {
      this.askedAt = performance.now();
      this.report = reportHealth(this.checks);
    }
    return this.report;
  }
}

/** The driver's own message may hold the address and the user. */
async function assertDatabase(dataSource: DataSource): Promise<void> {
  try {
    await dataSource.query('SELECT 1');
  } catch {
    throw new Error('PostgreSQL does not answer');
  }
}
