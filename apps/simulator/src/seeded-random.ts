/** Numbers that look random and come again with the same seed (mulberry32), so that a failing run can be repeated. */
export class SeededRandom {
  constructor(private state: number) {}

  /** In [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  between([min, max]: readonly [number, number]): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  /** A new order of the items, never the old one when there are two or more different items. */
  shuffle<T>(items: readonly T[]): T[] {
    const result = [...items];
    for (let i = result.length - 1; i > 0; i--) {
      // Sattolo's variant: `i` itself is never drawn, so no item keeps its place.
      const j = Math.floor(this.next() * i);
      [result[i], result[j]] = [result[j] as T, result[i] as T];
    }
    return result;
  }
}
