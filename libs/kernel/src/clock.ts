/**
 * The wall clock. In demo mode the simulator can move it (`offsetMs`), so that a newcomer sees a 24-hour window close;
 * production never sets an offset. Durations and deadlines inside one process use `monotonicMs`, which cannot jump.
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
