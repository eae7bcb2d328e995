import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Env } from '#libs/config';
import { Clock } from '#libs/kernel';
import { Logger } from '#libs/observability';

const SYNC_EVERY_MS = 1_000;
/** Below this the difference is the network's, not the clock's. */
const TOLERATED_MS = 50;

/**
 * Keeps the product's clock on that of Postgres, so that processes whose own clocks differ agree on what is due and when a
 * doubt is old enough. In demo mode the simulator's offset comes on top.
 */
@Injectable()
export class ClockSync implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private demoOffsetMs = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly env: Env,
    private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.sync();
    this.timer = setInterval(() => void this.sync(), SYNC_EVERY_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  private async sync(): Promise<void> {
    try {
      this.demoOffsetMs = await this.readDemoOffset();
      this.clock.setOffset((await this.readDrift()) + this.demoOffsetMs);
    } catch (error) {
      this.logger.failure('clock not synchronised', error);
    }
  }

  private async readDrift(): Promise<number> {
    const before = Date.now();
    const [row] = await this.dataSource.query<{ ms: string }[]>(
      'SELECT extract(epoch FROM clock_timestamp()) * 1000 AS ms',
    );
    const middle = (before + Date.now()) / 2;
    const drift = Number(row?.ms ?? middle) - middle;
    return Math.abs(drift) > TOLERATED_MS ? Math.round(drift) : 0;
  }

  private async readDemoOffset(): Promise<number> {
    const control = this.env.SIMULATOR_CONTROL_URL;
    if (this.env.BELFRY_MODE !== 'demo' || !control) return 0;
    const response = await fetch(new URL('/_sim/clock', control), { signal: AbortSignal.timeout(SYNC_EVERY_MS) }).catch(
      () => null,
    );
    if (!response?.ok) return this.demoOffsetMs;
    const { offsetMs } = (await response.json()) as { offsetMs?: unknown };
    return typeof offsetMs === 'number' ? offsetMs : 0;
  }
}
