import { type BeforeApplicationShutdown, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Logger } from '#libs/observability';
import { BreakGlassExpiry, OnboardingModule } from '#libs/onboarding';
import { Loop } from '../loop.js';

/** Whoever looks at the log, or at who may enter, sees the end of an entry within so long. */
const LOOK_EVERY_MS = 2_000;

/** Writes down what ends by itself while platform staff are inside an agency. */
@Module({ imports: [OnboardingModule] })
export class OnboardingWorkerModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: Loop;

  constructor(expiry: BreakGlassExpiry, logger: Logger) {
    this.loop = new Loop('break-glass', LOOK_EVERY_MS, () => expiry.recordOver(), logger);
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }
}
