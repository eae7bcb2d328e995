import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENTRY_FORMS } from './audit-entry.js';
import { networkOf } from './network.js';

describe(networkOf, () => {
  it.each([
    ['203.0.113.57', '203.0.113.0/24'],
    ['127.0.0.1', '127.0.0.0/24'],
    ['::ffff:203.0.113.57', '203.0.113.0/24'],
    ['::FFFF:cb00:7139', '203.0.113.0/24'],
    ['0:0:0:0:0:ffff:203.0.113.57', '203.0.113.0/24'],
    ['2001:db8:abcd:12::1', '2001:db8:abcd::/48'],
    ['2001:0DB8:ABCD:0012:0:0:0:1', '2001:db8:abcd::/48'],
    ['2001:db8::1', '2001:db8::/48'],
    ['2001:db8:0:1:2:3:4:5', '2001:db8::/48'],
    ['2001:0:5:1:2:3:4:5', '2001:0:5::/48'],
    ['0:0:5:1:2:3:4:5', '0:0:5::/48'],
    ['::1', '::/48'],
    ['fe80::1%eth0', 'fe80::/48'],
    ['1:2:3:4:5:6:7::', '1:2:3::/48'],
  ])('reduces %s to %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it.each([undefined, '', 'unknown', '203.0.113', '203.0.113.57, 198.51.100.1', '[::1]'])(
    'leaves out %s',
    (address) => {
      expect(networkOf(address)).toBeUndefined();
    },
  );

  it('gives every address a network in the form of an entry', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => {
        expect(networkOf(address)).toMatch(ENTRY_FORMS.ip);
      }),
    );
  });
});
