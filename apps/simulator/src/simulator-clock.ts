/** The simulator's wall clock. It can be moved forward, so that a 24-hour window closes while you watch. */
export class SimulatorClock {
  private offset: number;
  private readonly listeners: (() => void)[] = [];

  constructor(offsetMs = 0) {
    this.offset = offsetMs;
  }

  get offsetMs(): number {
    return this.offset;
  }

  now(): number {
    return Date.now() + this.offset;
  }

  advance(milliseconds: number): void {
    this.offset += milliseconds;
    for (const listener of this.listeners) listener();
  }

  onAdvance(listener: () => void): void {
    this.listeners.push(listener);
  }
}
