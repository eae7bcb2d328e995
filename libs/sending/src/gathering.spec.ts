import { describe, expect, it } from 'vitest';
import { Gathering } from './gathering.js';

/** Groups that end when the test says so. */
function aGathering(limits = { size: 3, groups: 1 }) {
  const groups: { items: readonly string[]; end: (error?: Error) => void }[] = [];
  const gathering = new Gathering<string, string>(
    (items) =>
      new Promise((resolve, reject) => {
        const end = (error?: Error) => (error ? reject(error) : resolve(items.map((item) => item.toUpperCase())));
        groups.push({ items, end });
      }),
    limits,
  );
  const under = (index: number) => groups[index]?.items;
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  const end = async (index: number, error?: Error) => {
    groups[index]?.end(error);
    await settled();
  };
  return { gathering, under, end };
}

describe('A gathering', () => {
  it('starts at once with whoever comes alone', () => {
    const { gathering, under } = aGathering();
    void gathering.add('k', 'a');
    expect(under(0)).toEqual(['a']);
  });

  it('takes together what came in meanwhile, in order, up to its size', async () => {
    const { gathering, under, end } = aGathering();
    const answers = ['a', 'b', 'c', 'd', 'e'].map((item) => gathering.add('k', item));
    expect(under(1)).toBeUndefined();
    await end(0);
    expect(under(1)).toEqual(['b', 'c', 'd']);
    await end(1);
    expect(under(2)).toEqual(['e']);
    await end(2);
    expect(await Promise.all(answers)).toEqual(['A', 'B', 'C', 'D', 'E']);
  });

  it('has several groups under way when it may', () => {
    const { gathering, under } = aGathering({ size: 3, groups: 2 });
    for (const item of ['a', 'b', 'c']) void gathering.add('k', item);
    expect([under(0), under(1), under(2)]).toEqual([['a'], ['b'], undefined]);
  });

  it('never puts two keys into one group', () => {
    const { gathering, under } = aGathering();
    void gathering.add('k', 'a');
    void gathering.add('l', 'b');
    expect([under(0), under(1)]).toEqual([['a'], ['b']]);
  });

  it('tells a failure to its group only, and goes on', async () => {
    const { gathering, end } = aGathering({ size: 1, groups: 1 });
    const failed = gathering.add('k', 'a').catch((error: Error) => error.message);
    const fine = gathering.add('k', 'b');
    await end(0, new Error('no'));
    await end(1);
    expect([await failed, await fine]).toEqual(['no', 'B']);
  });
});
