import { setTimeout as pause } from 'node:timers/promises';
import type { Sender } from './sender.js';

const EVERY_MS = 400;

/**
 * A living number: now and then one more message, whose webhooks prove that the way back from the provider is open. Without
 * them nothing in doubt is sent again.
 */
export class Trickle {
  private isStopped = false;
  private readonly running: Promise<void>;

  constructor(private readonly sender: Sender) {
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.isStopped) {
      await this.sender.post();
      await pause(EVERY_MS);
    }
  }
}
