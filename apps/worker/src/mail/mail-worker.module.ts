import { type BeforeApplicationShutdown, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { MailModule, MailSender } from '#libs/mail';
import { Logger } from '#libs/observability';
import { Loop } from '../loop.js';

const SWEEP_EVERY_MS = 1_000;

/** Sends the mails that transactions asked for. */
@Module({ imports: [MailModule] })
export class MailWorkerModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly loop: Loop;

  constructor(sender: MailSender, logger: Logger) {
    this.loop = new Loop('mails', SWEEP_EVERY_MS, () => sender.sendDue(), logger);
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.loop.stop();
  }
}
