import { setTimeout as pause } from 'node:timers/promises';
import type { Sender } from './sender.js';

const POSTERS = 4;
/** With the time of an answer, about forty messages a second. */
const PAUSE_MS = 80;

/** A department that goes on posting, whatever happens to the servers. */
export class Load {
  private isStopped = false;
  private readonly running: Promise<unknown>;

  constructor(private readonly sender: Sender) {
    this.running = Promise.all(Array.from({ length: POSTERS }, () => this.run()));
    this.running.catch(() => undefined); // told by `stop`
  }

  /** @throws when a message was refused, or not accepted for long */
  async stop(): Promise<void> {
    this.isStopped = true;
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.isStopped) {
      await this.sender.post();
      await pause(PAUSE_MS);
    }
  }
}
