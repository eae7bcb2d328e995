import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Evidence,
  isEvidence,
  isFinal,
  type MessageState,
  MOVES,
  type Move,
  mayMove,
  merge,
  rankOf,
  STATE_RANKS,
} from './message-state.js';

const STATES = Object.keys(STATE_RANKS) as MessageState[];
const EVIDENCES: readonly Evidence[] = ['sent', 'delivered', 'read', 'played', 'failed'];

interface Report {
  readonly evidence: Evidence;
  readonly attempt: number;
}

/** What a message shows after these reports, and whether anything in them contradicted its state. */
function applyAll(start: MessageState, attemptNo: number, reports: readonly Report[]) {
  let state = start;
  let isAnomaly = false;
  for (const { evidence, attempt } of reports) {
    const merged = merge({ state, attemptNo }, evidence, attempt);
    state = merged.state;
    isAnomaly ||= merged.isAnomaly;
  }
  return { state, isAnomaly };
}

const state = fc.constantFrom(...STATES.filter((one) => one !== 'received'));
const attemptNo = fc.integer({ min: 1, max: 4 });
const reports = fc.array(
  fc.record({ evidence: fc.constantFrom(...EVIDENCES), attempt: fc.integer({ min: 1, max: 4 }) }),
  {
    maxLength: 8,
  },
);

/** The same reports, some of them more than once, in another order. */
const twoTellings = reports.chain((told) =>
  fc.record({
    told: fc.constant(told),
    retold: fc
      .tuple(
        fc.shuffledSubarray(told, { minLength: told.length }),
        told.length > 0 ? fc.array(fc.constantFrom(...told), { maxLength: 6 }) : fc.constant([]),
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      )
      .map(([shuffled, repeats, places]) => {
        const all = [...shuffled];
        for (const repeat of repeats) all.splice(Math.floor((places.next().value ?? 0) * (all.length + 1)), 0, repeat);
        return all;
      }),
  }),
);

describe(merge, () => {
  it('gives one result for any order and any repetition, over several attempts', () => {
    fc.assert(
      fc.property(state, attemptNo, twoTellings, (start, newest, { told, retold }) => {
        expect(applyAll(start, newest, retold)).toEqual(applyAll(start, newest, told));
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives one result when the reports are cut into batches anywhere', () => {
    fc.assert(
      fc.property(state, attemptNo, reports, fc.nat(8), (start, newest, told, cut) => {
        const first = applyAll(start, newest, told.slice(0, cut));
        const rest = applyAll(first.state, newest, told.slice(cut));
        const whole = applyAll(start, newest, told);
        expect(rest.state).toBe(whole.state);
        expect(first.isAnomaly || rest.isAnomaly).toBe(whole.isAnomaly);
      }),
    );
  });

  it('never lowers the rank', () => {
    fc.assert(
      fc.property(state, attemptNo, reports, (start, newest, told) => {
        expect(rankOf(applyAll(start, newest, told).state)).toBeGreaterThanOrEqual(rankOf(start));
      }),
    );
  });

  it('shows the best that any attempt reached', () => {
    expect(
      applyAll('sending', 2, [
        { evidence: 'delivered', attempt: 1 },
        { evidence: 'sent', attempt: 2 },
      ]),
    ).toEqual({ state: 'delivered', isAnomaly: false });
  });

  it('fails a message only by its newest attempt', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<MessageState>('queued', 'sending', 'in_doubt', 'sent'),
        attemptNo,
        (start, newest) => {
          for (let attempt = 1; attempt < newest; attempt++)
            expect(merge({ state: start, attemptNo: newest }, 'failed', attempt).state).toBe(start);
          expect(merge({ state: start, attemptNo: newest }, 'failed', newest).state).toBe('failed');
        },
      ),
    );
  });

  it('believes a delivery after a failure, and no failure after a delivery', () => {
    expect(merge({ state: 'failed', attemptNo: 1 }, 'delivered', 1).state).toBe('delivered');
    expect(merge({ state: 'delivered', attemptNo: 1 }, 'failed', 1).state).toBe('delivered');
  });

  it.each(STATES)('tells an anomaly for evidence of a message that is %s only when Belfry had given it up', (start) => {
    const isGivenUp = ['suppressed', 'cancelled', 'expired', 'rejected'].includes(start);
    expect(merge({ state: start, attemptNo: 1 }, 'read', 1).isAnomaly).toBe(isGivenUp);
  });

  it('finds nothing odd in evidence that changes nothing', () => {
    expect(merge({ state: 'suppressed', attemptNo: 2 }, 'failed', 1)).toEqual({
      state: 'suppressed',
      isAnomaly: false,
    });
  });
});

describe(mayMove, () => {
  const DOWN: ReadonlySet<Move> = new Set<Move>(['release', 'retry', 'resend']);

  it.each(Object.keys(MOVES) as Move[])('lets %s start only from its named states', (move) => {
    const from: readonly MessageState[] = MOVES[move].from;
    expect(STATES.filter((one) => mayMove(one, move))).toEqual(STATES.filter((one) => from.includes(one)));
  });

  it('steps down only by release, retry and resend, and only into the queue', () => {
    for (const move of Object.keys(MOVES) as Move[]) {
      const { from, to } = MOVES[move];
      const isDown = from.some((one) => rankOf(one) > rankOf(to));
      expect(isDown, move).toBe(DOWN.has(move));
      if (isDown) expect(to).toBe('queued');
    }
  });

  it('moves nothing that the provider has', () => {
    const proven = STATES.filter((one) => rankOf(one) >= rankOf('sent'));
    for (const move of Object.keys(MOVES) as Move[])
      expect(
        proven.filter((one) => mayMove(one, move)),
        move,
      ).toEqual([]);
  });
});

describe(isFinal, () => {
  it('counts what Belfry gave up and what the provider has as final', () => {
    const open: readonly MessageState[] = ['received', 'accepted', 'queued', 'sending', 'in_doubt'];
    expect(STATES.filter((one) => !isFinal(one)).sort()).toEqual([...open].sort());
  });
});

describe(isEvidence, () => {
  it('takes the five words of Meta and no other', () => {
    expect([...EVIDENCES, 'accepted', 'deleted', '', 'constructor'].filter(isEvidence)).toEqual(EVIDENCES);
  });
});
