import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Logger } from '#libs/observability';
import { WebhookProcessor } from '#libs/webhooks';
import { Loop } from '../loop.js';

const SWEEP_EVERY_MS = 1_000;

/** Two loops, so that what citizens say never waits behind statuses. */
@Injectable()
export class WebhookLoops implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly citizen: Loop;
  readonly status: Loop;

  constructor(processor: WebhookProcessor, logger: Logger) {
    this.citizen = new Loop('webhooks-citizen', SWEEP_EVERY_MS, () => processor.processDue(0), logger);
    this.status = new Loop('webhooks-status', SWEEP_EVERY_MS, () => processor.processDue(1), logger);
  }

  onApplicationBootstrap(): void {
    this.citizen.start();
    this.status.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([this.citizen.stop(), this.status.stop()]);
  }
}
