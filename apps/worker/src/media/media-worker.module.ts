import { type BeforeApplicationShutdown, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { MediaWork, MediaWorkModule } from '#libs/media';
import { Logger } from '#libs/observability';
import { Loop } from '../loop.js';

const SWEEP_EVERY_MS = 1_000;

/** Works on files: scans, fetches, hands over, takes away. The loop begins turns and waits for none of them. */
@Module({
  imports: [MediaWorkModule],
  providers: [
    {
      provide: Loop,
      inject: [MediaWork, Logger],
      useFactory: (work: MediaWork, logger: Logger) =>
        new Loop('media', SWEEP_EVERY_MS, () => work.startDue().then(() => 0), logger),
    },
  ],
})
export class MediaWorkerModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly loop: Loop,
    private readonly work: MediaWork,
  ) {}

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
    await this.work.stop();
  }
}
