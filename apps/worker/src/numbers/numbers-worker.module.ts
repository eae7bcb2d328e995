import { type BeforeApplicationShutdown, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Env } from '#libs/config';
import { Logger } from '#libs/observability';
import { NumberRefreshService, PhoneNumbersModule } from '#libs/phone-numbers';
import { Loop } from '../loop.js';

/** Looks for decisions of Meta about numbers, so that nobody has to press a button to see them. */
@Module({ imports: [PhoneNumbersModule] })
export class NumbersWorkerModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: Loop;

  constructor(refreshes: NumberRefreshService, env: Env, logger: Logger) {
    this.loop = new Loop('number refresh', env.NUMBERS_REFRESH_MS, () => refreshes.refreshDue(), logger);
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }
}
