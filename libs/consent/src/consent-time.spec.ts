import { describe, expect, it } from 'vitest';
import { checkedTime } from './consent-time.js';

const NOW = new Date('2026-11-22T12:00:00Z');

describe(checkedTime, () => {
  it('takes now when nothing is said', () => {
    expect(checkedTime('at', undefined, NOW)).toEqual(NOW);
  });

  it('keeps a moment in the past', () => {
    const at = new Date('2009-01-01T00:00:00Z');
    expect(checkedTime('at', at, NOW)).toEqual(at);
  });

  it('takes a moment that has not quite come for now', () => {
    expect(checkedTime('at', new Date(NOW.getTime() + 300_000), NOW)).toEqual(NOW);
  });

  it.each(['2008-12-31T23:59:59.999Z', '2026-11-22T12:05:00.001Z'])('refuses %s by its field', (at) => {
    expect(() => checkedTime('optIn.at', new Date(at), NOW)).toThrow(
      expect.objectContaining({
        httpStatus: 422,
        errors: [expect.objectContaining({ field: 'optIn.at', code: 'out-of-range' })],
      }),
    );
  });
});
