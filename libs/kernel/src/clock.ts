/**
 * The wall clock. Its offset keeps all processes on the clock of Postgres; in demo mode the simulator's clock comes on top,
 * so that a newcomer sees a 24-hour window close. Deadlines inside one process use `monotonicMs`, which cannot jump.
 */
export class Clock {
  private offsetMs = 0;

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  setOffset(milliseconds: number): void {
    this.offsetMs = milliseconds;
  }

  monotonicMs(): number {
    return performance.now();
  }
}
