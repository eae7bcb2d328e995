import { type BeforeApplicationShutdown, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Env } from '#libs/config';
import { Logger } from '#libs/observability';
import { TemplateChecksService, TemplatesModule } from '#libs/templates';
import { Loop } from '../loop.js';

/** A webhook about a template makes its account due at once; this is how long it then waits. */
const LOOK_EVERY_MS = 2_000;

/** Looks for decisions of Meta about templates, and hands over what was approved while Meta did not answer. */
@Module({ imports: [TemplatesModule] })
export class TemplatesWorkerModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: Loop;

  constructor(checks: TemplateChecksService, env: Env, logger: Logger) {
    const pause = Math.min(env.TEMPLATES_CHECK_MS, LOOK_EVERY_MS);
    this.loop = new Loop('template checks', pause, () => checks.checkDue(), logger);
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }
}
