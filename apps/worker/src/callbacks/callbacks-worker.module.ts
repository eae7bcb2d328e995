import { type BeforeApplicationShutdown, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { CallbackDelivery, CallbacksModule } from '#libs/callbacks';
import { Logger } from '#libs/observability';
import { Loop } from '../loop.js';
import { CallbacksProcessor } from './callbacks.processor.js';

const SWEEP_EVERY_MS = 1_000;

/** Tells departments' systems what happens to their messages. The loop begins turns and waits for none of them. */
@Module({
  imports: [CallbacksModule],
  providers: [
    {
      provide: Loop,
      inject: [CallbackDelivery, Logger],
      useFactory: (delivery: CallbackDelivery, logger: Logger) =>
        // A turn goes on by itself while there is more; asking again at once would find the same endpoints at work.
        new Loop('callbacks', SWEEP_EVERY_MS, () => delivery.startDue().then(() => 0), logger),
    },
    CallbacksProcessor,
  ],
})
export class CallbacksWorkerModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly loop: Loop,
    private readonly delivery: CallbackDelivery,
  ) {}

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
    await this.delivery.stop();
  }
}
