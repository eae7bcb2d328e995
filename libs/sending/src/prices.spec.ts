import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMicros, microsOf, PriceList, parsePriceLine } from './prices.js';

describe('An amount', () => {
  it('is read and written without loss', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), (micros) => {
        expect(microsOf(formatMicros(micros))).toBe(micros);
      }),
    );
  });

  it.each(['', '.5', '1.', '-1', '1e3', '0.1234567', '1,5'])('is not %j', (text) => {
    expect(microsOf(text)).toBeNull();
  });
});

describe('A line of prices', () => {
  it('names currency, calling code, category, day and amount', () => {
    const price = { currency: 'EUR', callingCode: '44', category: 'UTILITY', from: '2026-01-01', micros: 15_900n };
    expect(parsePriceLine('EUR,44,UTILITY,2026-01-01,0.0159')).toEqual(price);
    expect(parsePriceLine('EUR,,UTILITY,2026-01-01,0.0159')?.callingCode).toBe('');
  });

  it.each([
    'eur,44,UTILITY,2026-01-01,1',
    'EUR,44,SERVICE,2026-01-01,1',
    'EUR,44,UTILITY,2026-02-30,1',
    'EUR,+44,UTILITY,2026-01-01,1',
    'EUR,44,UTILITY,2026-01-01,1.1.1',
  ])('is not %j', (line) => expect(parsePriceLine(line)).toBeNull());
});

describe(PriceList, () => {
  const prices = new PriceList([
    { callingCode: '', category: 'UTILITY', micros: 1n },
    { callingCode: '44', category: 'UTILITY', micros: 2n },
    { callingCode: '447', category: 'UTILITY', micros: 3n },
  ]);

  it.each([
    ['+447700900001', 3n],
    ['+441632960001', 2n],
    ['+4930123456', 1n],
    [undefined, 1n],
  ])('finds the longest calling code of %s', (phone, micros) => expect(prices.of(phone, 'UTILITY')).toBe(micros));

  it('knows no price of what is not in it', () => expect(prices.of('+447700900001', 'MARKETING')).toBe(0n));
});
