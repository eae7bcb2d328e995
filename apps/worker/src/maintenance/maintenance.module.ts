import { type BeforeApplicationShutdown, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { CallbackRetention, CallbacksModule } from '#libs/callbacks';
import { AgencyDatabase } from '#libs/database';
import { IdempotencyModule, IdempotencyService } from '#libs/idempotency';
import { systemContext, type Uuid } from '#libs/kernel';
import { MailModule, MailRetention } from '#libs/mail';
import { MediaModule, MediaRetention } from '#libs/media';
import { Logger } from '#libs/observability';
import { WebhookProcessor } from '#libs/webhooks';
import { Loop } from '../loop.js';
import { WebhooksWorkerModule } from '../webhooks/webhooks-worker.module.js';

const HOUR_MS = 3_600_000;
const MONTHS_AHEAD = 3;

/** Upkeep that no request waits for: partitions ahead of time, and what is kept no longer than promised. */
@Module({ imports: [CallbacksModule, IdempotencyModule, MailModule, MediaModule, WebhooksWorkerModule] })
export class MaintenanceModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: Loop;

  constructor(
    private readonly database: AgencyDatabase,
    private readonly idempotency: IdempotencyService,
    private readonly mails: MailRetention,
    private readonly webhooks: WebhookProcessor,
    private readonly callbacks: CallbackRetention,
    private readonly media: MediaRetention,
    logger: Logger,
  ) {
    this.loop = new Loop('maintenance', HOUR_MS, () => this.run(), logger);
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }

  /** @returns how much was cleared away, so that the loop goes on at once while there is more */
  private async run(): Promise<number> {
    await this.database.acrossAgencies('ensure_partitions', [MONTHS_AHEAD]);
    await this.database.acrossAgencies('portfolio_sweep', [new Date()]);
    const emptied = await this.webhooks.emptyOldBodies();
    return emptied + (await this.sweepAgencies());
  }

  private async sweepAgencies(): Promise<number> {
    const agencies = await this.database.acrossAgencies<{ agency_id: Uuid }>('agency_directory');
    let swept = 0;
    for (const { agency_id } of agencies) {
      const ctx = systemContext(agency_id);
      swept += await this.database.agencyTransaction(ctx, (tx) => this.idempotency.sweep(tx));
      swept += await this.database.agencyTransaction(ctx, (tx) => this.mails.sweep(tx));
      swept += await this.callbacks.sweep(agency_id);
      swept += await this.media.sweep(agency_id);
    }
    return swept;
  }
}
