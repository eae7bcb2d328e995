import { type BeforeApplicationShutdown, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { SendingModule, SendingSweeper } from '#libs/sending';
import { BulkSendingProcessor } from './bulk-sending.processor.js';
import { UrgentSendingProcessor } from './urgent-sending.processor.js';

@Module({ imports: [SendingModule], providers: [BulkSendingProcessor, UrgentSendingProcessor] })
export class SendingWorkerModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(private readonly sweeper: SendingSweeper) {}

  onApplicationBootstrap(): void {
    this.sweeper.start();
  }

  /** Before the connections close: what is claimed is sent and settled first. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.sweeper.stop();
  }
}
