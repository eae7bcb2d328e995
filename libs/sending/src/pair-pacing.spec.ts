import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAIR_BURST, PAIR_EVERY_MS, PAIR_URGENT, PairPacing } from './pair-pacing.js';

const START = 1_795_341_600_000;
/** What Meta allows. */
const METAS_BURST = 45;
const ORDINARY_BURST = PAIR_BURST - PAIR_URGENT;

describe(PairPacing, () => {
  it('lets a burst through and then one in six seconds', () => {
    const pairs = new PairPacing();
    for (let i = 0; i < ORDINARY_BURST; i++) expect(pairs.take('c', START)).toBeNull();
    expect(pairs.take('c', START)).toEqual(new Date(START + PAIR_EVERY_MS));
    expect(pairs.take('c', START)).toEqual(new Date(START + 2 * PAIR_EVERY_MS));
    expect(pairs.take('d', START)).toBeNull();
    expect(pairs.take('c', START + PAIR_EVERY_MS)).toBeNull();
  });

  it('lets an alert or a reply pass all that was put off', () => {
    const pairs = new PairPacing();
    for (let i = 0; i < 80; i++) pairs.take('c', START);
    for (let i = 0; i < PAIR_URGENT; i++) expect(pairs.take('c', START, true)).toBeNull();
    expect(pairs.take('c', START, true)).toEqual(new Date(START + PAIR_EVERY_MS));
  });

  it('never lets more through to a citizen than Meta allows, also when the turn changes hands', () => {
    const step = fc.record({
      pause: fc.integer({ min: 0, max: 20_000 }),
      count: fc.integer({ min: 1, max: 40 }),
      isUrgent: fc.boolean(),
    });
    const handOver = fc.integer({ min: 0, max: 80 });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), handOver, (steps, at) => {
        let pairs = new PairPacing();
        let now = START;
        let stored = new Map<string, ReturnType<PairPacing['toStore']>[number]>();
        let tokens = METAS_BURST;
        for (const [index, { pause, count, isUrgent }] of steps.entries()) {
          now += pause;
          tokens = Math.min(METAS_BURST, tokens + pause / PAIR_EVERY_MS);
          if (index === at) pairs = new PairPacing([...stored.values()]);
          for (let i = 0; i < count; i++) if (pairs.take('c', now, isUrgent) === null) tokens -= 1;
          expect(tokens).toBeGreaterThanOrEqual(-1e-6);
          for (const state of pairs.toStore(now, 'within')) stored = new Map([['c', state]]);
        }
      }),
    );
  });

  it('never lets more through than Meta allows, also when the turn changes hands five times at once', () => {
    const turn = fc.record({ pause: fc.integer({ min: 0, max: 3_000 }), count: fc.integer({ min: 0, max: 40 }) });
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 6 }), (turns) => {
        const stored = new Map<string, ReturnType<PairPacing['toStore']>[number]>();
        let now = START;
        let tokens = METAS_BURST;
        for (const { pause, count } of turns) {
          now += pause;
          tokens = Math.min(METAS_BURST, tokens + pause / PAIR_EVERY_MS);
          const pairs = new PairPacing([...stored.values()]);
          for (let i = 0; i < count; i++) if (pairs.take('c', now) === null) tokens -= 1;
          expect(tokens).toBeGreaterThanOrEqual(-1e-6);
          for (const state of pairs.toStore(now, 'atEnd')) stored.set('c', state);
        }
      }),
    );
  });

  it('writes a pair down once it has sent enough since the last time', () => {
    const pairs = new PairPacing();
    for (let i = 0; i < 3; i++) pairs.take('quiet', START);
    for (let i = 0; i < 5; i++) pairs.take('busy', START);
    expect(pairs.toStore(START, 'within')).toEqual([]);
    expect(pairs.toStore(START, 'atEnd')).toEqual([{ contactId: 'busy', tokens: PAIR_BURST - 5, at: new Date(START) }]);
    expect(pairs.toStore(START, 'atEnd')).toEqual([]);
    for (let i = 0; i < 8; i++) pairs.take('busy', START);
    expect(pairs.toStore(START, 'within')).toEqual([
      { contactId: 'busy', tokens: PAIR_BURST - 13, at: new Date(START) },
    ]);
  });

  it('goes on from what was written down', () => {
    const pairs = new PairPacing([{ contactId: 'c', tokens: PAIR_URGENT, at: new Date(START) }]);
    expect(pairs.take('c', START + 3_000)).toEqual(new Date(START + PAIR_EVERY_MS));
    expect(pairs.take('c', START + PAIR_EVERY_MS)).toBeNull();
  });

  it('takes back what was not written', () => {
    const pairs = new PairPacing();
    for (let i = 0; i < ORDINARY_BURST; i++) pairs.take('c', START);
    pairs.giveBack('c');
    expect(pairs.take('c', START)).toBeNull();
  });
});
