import { availableParallelism } from 'node:os';
import { describe, expect, it } from 'vitest';
import { HashLanes, hashLanes } from './hash-lanes.js';

/** Work that ends when it is told to, with a count of how much runs at once. */
class Works {
  running = 0;
  most = 0;
  readonly begun: number[] = [];
  private readonly ends = new Map<number, () => void>();

  start(lanes: HashLanes, index: number): Promise<number> {
    return lanes.run(async () => {
      this.begun.push(index);
      this.most = Math.max(this.most, ++this.running);
      await new Promise<void>((resolve) => this.ends.set(index, resolve));
      this.running--;
      if (index === 1) throw new Error('broken');
      return index;
    });
  }

  async end(index: number): Promise<void> {
    await expect.poll(() => this.ends.has(index)).toBe(true);
    this.ends.get(index)?.();
  }
}

describe(HashLanes, () => {
  it('runs so many at once, the rest in the order of its coming, and goes on after a failure', async () => {
    const lanes = new HashLanes(2);
    const works = new Works();
    const results = Promise.allSettled(Array.from({ length: 6 }, (_, index) => works.start(lanes, index)));
    for (let index = 0; index < 6; index++) await works.end(index);
    expect((await results).map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      ...Array.from({ length: 4 }, () => 'fulfilled'),
    ]);
    expect([works.most, works.begun]).toEqual([2, [0, 1, 2, 3, 4, 5]]);
  });
});

describe(hashLanes, () => {
  it('is one for each processor and leaves one thread of the pool free', () => {
    expect([hashLanes(1), hashLanes(2), hashLanes(1024)]).toEqual([1, 1, availableParallelism()]);
  });
});
