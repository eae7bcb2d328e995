import { type BeforeApplicationShutdown, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Env } from '#libs/config';
import { Logger } from '#libs/observability';
import { NumberRefreshService, PhoneNumbersModule } from '#libs/phone-numbers';
import { Loop } from '../loop.js';

/** A webhook about a number makes it due at once; this is how long it then waits. */
const LOOK_EVERY_MS = 2_000;

/** Looks for decisions of Meta about numbers, so that nobody has to press a button to see them. */
@Module({ imports: [PhoneNumbersModule] })
export class NumbersWorkerModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: Loop;

  constructor(refreshes: NumberRefreshService, env: Env, logger: Logger) {
    const pause = Math.min(env.NUMBERS_REFRESH_MS, LOOK_EVERY_MS);
    this.loop = new Loop('number refresh', pause, () => refreshes.refreshDue(), logger);
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }
}
