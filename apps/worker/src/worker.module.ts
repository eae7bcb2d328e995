import { type DynamicModule, Module } from '@nestjs/common';
import { ConfigModule, type Env } from '#libs/config';
import { DatabaseModule } from '#libs/database';
import { EventsModule } from '#libs/events';
import { HealthModule } from '#libs/http';
import { type Logger, ObservabilityModule } from '#libs/observability';
import { QueueModule } from '#libs/queue';
import { AuditWorkerModule } from './audit/audit-worker.module.js';
import { CallbacksWorkerModule } from './callbacks/callbacks-worker.module.js';
import { EventsWorkerModule } from './events/events-worker.module.js';
import { HandlerCheck } from './handler-check.js';
import { LiveWorkerModule } from './live/live-worker.module.js';
import { MailWorkerModule } from './mail/mail-worker.module.js';
import { MaintenanceModule } from './maintenance/maintenance.module.js';
import { MediaWorkerModule } from './media/media-worker.module.js';
import { MetricsController } from './metrics.controller.js';
import { NumbersWorkerModule } from './numbers/numbers-worker.module.js';
import { OnboardingWorkerModule } from './onboarding/onboarding-worker.module.js';
import { SendingWorkerModule } from './sending/sending-worker.module.js';
import { TemplatesWorkerModule } from './templates/templates-worker.module.js';
import { WebhooksWorkerModule } from './webhooks/webhooks-worker.module.js';

/** Everything that happens without a request: sending, webhooks, events, audit sequencing, upkeep. */
@Module({})
export class WorkerModule {
  static forRoot(env: Env, logger: Logger): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        ConfigModule.forRoot(env),
        ObservabilityModule.forRoot(logger),
        DatabaseModule,
        QueueModule,
        EventsModule,
        HealthModule,
        AuditWorkerModule,
        CallbacksWorkerModule,
        EventsWorkerModule,
        MailWorkerModule,
        LiveWorkerModule,
        MaintenanceModule,
        MediaWorkerModule,
        NumbersWorkerModule,
        OnboardingWorkerModule,
        SendingWorkerModule,
        TemplatesWorkerModule,
        WebhooksWorkerModule,
      ],
      controllers: [MetricsController],
      providers: [HandlerCheck],
    };
  }
}
