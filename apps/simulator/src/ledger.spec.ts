import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AcceptedSend, Ledger, type LedgerEntry, type LedgerQuery } from './ledger.js';

const ALL = { after: 0, limit: 1_000 };

function aSend(send: Partial<AcceptedSend> = {}): AcceptedSend {
  return { phoneNumberId: '331', to: '447700900123', callbackData: null, type: 'text', at: 0, ...send };
}

function pages(ledger: Ledger, query: Omit<LedgerQuery, 'after' | 'limit'>, limit: number): LedgerEntry[] {
  const found: LedgerEntry[] = [];
  let next: string | null = '0';
  while (next !== null) {
    const page: { data: LedgerEntry[]; next: string | null } = ledger.list({ ...query, after: Number(next), limit });
    found.push(...page.data);
    next = page.next;
  }
  return found;
}

describe(Ledger, () => {
  it('gives the id at acceptance that it lists later', () => {
    const ledger = new Ledger();
    const ids = [ledger.add(aSend()), ledger.add(aSend({ to: 'US.304' })), ledger.add(aSend())];
    expect(ledger.list(ALL).data.map(({ wamid }) => wamid)).toEqual(ids);
  });

  it('finds by any query and page size what a search through everything finds', () => {
    const id = (n: number) => `belfry:1:msg_01h455vb4pex5vsknk084sn0${String(n).padStart(2, '0')}`;
    const send = fc.record({
      to: fc.constantFrom('1', '2', '3'),
      phoneNumberId: fc.constantFrom('a', 'b'),
      callbackData: fc.constantFrom(null, 'other', `${id(1)}:1`, `${id(1)}:2`, `${id(2)}:1`),
    });
    const query = fc.record(
      {
        to: fc.constantFrom('1', '2'),
        phoneNumberId: fc.constantFrom('a', 'b'),
        callbackData: fc.constantFrom('belfry:', id(1), `${id(1)}:2`, id(2), 'o'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(send, { maxLength: 30 }), query, fc.integer({ min: 1, max: 5 }), (sends, asked, limit) => {
        const ledger = new Ledger();
        for (const one of sends) ledger.add(aSend(one));
        const expected = sends.filter(
          (one) =>
            (asked.to === undefined || one.to === asked.to) &&
            (asked.phoneNumberId === undefined || one.phoneNumberId === asked.phoneNumberId) &&
            (asked.callbackData === undefined || one.callbackData?.startsWith(asked.callbackData)),
        );
        expect(pages(ledger, asked, limit)).toMatchObject(expected);
      }),
    );
  });

  it('forgets the older half when it is full, and keeps cursors and ids right', () => {
    const ledger = new Ledger(10);
    const ids = Array.from({ length: 13 }, (_, i) => ledger.add(aSend({ to: String(i) })));
    expect(ledger.size).toBe(8);
    expect(ledger.list(ALL).data.map(({ wamid }) => wamid)).toEqual(ids.slice(5));
    expect(ledger.list({ ...ALL, after: 11 }).data.map(({ to }) => to)).toEqual(['11', '12']);
    expect(ledger.list({ ...ALL, to: '2' }).data).toEqual([]);
    expect(ledger.list({ ...ALL, to: '9' }).data).toHaveLength(1);
  });
});
