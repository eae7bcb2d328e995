/** The same seed gives the same moments and choices again. mulberry32: https://github.com/bryc/code/blob/master/jshash/PRNGs.md */
export class SeededRandom {
  constructor(private state: number) {}

  /** At least 0 and less than 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)] as T;
  }

  /** Whole numbers of at least 1 that add up to about `total`. */
  shares(count: number, total: number): number[] {
    const weights = Array.from({ length: count }, () => 0.2 + this.next());
    const sum = weights.reduce((all, weight) => all + weight, 0);
    return weights.map((weight) => Math.max(1, Math.floor((weight / sum) * total)));
  }
}
