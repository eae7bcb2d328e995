import { type BeforeApplicationShutdown, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { CallbackFanOut, CallbacksModule } from '#libs/callbacks';
import { EVENT_BATCH_LISTENERS, EVENT_LISTENERS, EventDispatcher } from '#libs/events';
import { Logger } from '#libs/observability';
import { KeywordConfirmation, SendingModule } from '#libs/sending';
import { Loop } from '../loop.js';
import { EventsProcessor } from './events.processor.js';

const SWEEP_EVERY_MS = 1_000;

@Module({
  imports: [CallbacksModule, SendingModule],
  providers: [
    {
      provide: EVENT_LISTENERS,
      inject: [KeywordConfirmation],
      useFactory: (confirmation: KeywordConfirmation) => confirmation.listeners(),
    },
    {
      provide: EVENT_BATCH_LISTENERS,
      inject: [CallbackFanOut],
      useFactory: (callbacks: CallbackFanOut) => [callbacks],
    },
    EventDispatcher,
    {
      provide: Loop,
      inject: [EventDispatcher, Logger],
      useFactory: (dispatcher: EventDispatcher, logger: Logger) =>
        new Loop('events', SWEEP_EVERY_MS, () => dispatcher.dispatchDue(), logger),
    },
    EventsProcessor,
  ],
})
export class EventsWorkerModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(private readonly loop: Loop) {}

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }
}
