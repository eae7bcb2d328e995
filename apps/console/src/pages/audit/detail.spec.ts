import { describe, expect, it } from 'vitest';
import { toldBy } from './detail.js';

describe('The detail of an entry', () => {
  it('tells a change of fields', () => {
    const detail = { dailyQuota: { from: 1000, to: 5000 }, country: { to: 'GB' }, legalName: { from: 'A' } };
    expect(toldBy(detail)).toEqual({
      before: { dailyQuota: 1000, legalName: 'A' },
      after: { dailyQuota: 5000, country: 'GB' },
      others: {},
    });
  });

  it('tells a change of the whole, with what stands beside it', () => {
    expect(toldBy({ from: 'live', to: 'suspended', reason: 'unpaid' })).toEqual({
      before: { value: 'live' },
      after: { value: 'suspended' },
      others: { reason: 'unpaid' },
    });
    expect(toldBy({ before: 'GREEN', after: 'RED' })).toMatchObject({ before: { value: 'GREEN' } });
  });

  it('takes what has several values apart', () => {
    const told = toldBy({ from: { daily: 1 }, to: { daily: 2 } });
    expect(told).toEqual({ before: { daily: 1 }, after: { daily: 2 }, others: {} });
    expect(toldBy({ to: { daily: 2 } })).toMatchObject({ before: {}, after: { daily: 2 } });
  });

  it('tells what is no change as it is', () => {
    expect(toldBy({ role: 'editor', from: '203.0.113.0/24' })).toEqual({
      before: {},
      after: {},
      others: { role: 'editor', from: '203.0.113.0/24' },
    });
  });
});
