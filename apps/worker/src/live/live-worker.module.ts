import { type BeforeApplicationShutdown, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { AgenciesModule } from '#libs/agencies';
import { LiveModule, LiveRetention } from '#libs/live';
import { Logger } from '#libs/observability';
import { Loop } from '../loop.js';

const SWEEP_EVERY_MS = 300_000;

/** Keeps the events of the live stream to their hour. */
@Module({ imports: [AgenciesModule, LiveModule], providers: [LiveRetention] })
export class LiveWorkerModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: Loop;

  constructor(retention: LiveRetention, logger: Logger) {
    this.loop = new Loop('live events', SWEEP_EVERY_MS, () => retention.sweep(), logger);
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }
}
