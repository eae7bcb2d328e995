import type { Logger } from '#libs/observability';

/**
 * Runs work again and again, one run at a time: at once when there was something to do or somebody called `now`, else after
 * a pause. A failing run is logged and tried again after the pause.
 */
export class Loop {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private isAskedAgain = false;
  private isStopped = false;

  constructor(
    private readonly name: string,
    private readonly pauseMs: number,
    /** @returns how much was done; 0 means that there is nothing more */
    private readonly work: () => Promise<number>,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.isStopped = false;
    this.now();
  }

  now(): void {
    if (this.isStopped) return;
    if (this.running) {
      this.isAskedAgain = true;
      return;
    }
    clearTimeout(this.timer);
    this.running = this.runUntilDone().finally(() => {
      this.running = undefined;
      if (!this.isStopped) this.timer = setTimeout(() => this.now(), this.pauseMs);
    });
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async runUntilDone(): Promise<void> {
    try {
      do {
        this.isAskedAgain = false;
        while (!this.isStopped && (await this.work()) > 0);
      } while (this.isAskedAgain && !this.isStopped);
    } catch (error) {
      this.logger.failure('loop failed', error, { loop: this.name });
    }
  }
}
