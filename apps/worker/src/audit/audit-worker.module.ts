import { type BeforeApplicationShutdown, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { SequencerModule, SequencerService } from '#libs/audit';

@Module({ imports: [SequencerModule] })
export class AuditWorkerModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(private readonly sequencer: SequencerService) {}

  onApplicationBootstrap(): void {
    this.sequencer.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.sequencer.stop();
  }
}
