import { describe, expect, it } from 'vitest';
import { allowList, isAllowedNetwork } from './ip-allow-list.js';

describe(allowList, () => {
  const admits = allowList(['203.0.113.7', '198.51.100.0/24', '2001:db8::/32']);

  it.each(['203.0.113.7', '::ffff:203.0.113.7', '198.51.100.255', '::ffff:198.51.100.1', '2001:db8:1::9'])(
    'admits %s',
    (ip) => expect(admits(ip)).toBe(true),
  );

  it.each(['203.0.113.8', '198.51.101.0', '::ffff:203.0.113.8', '2001:db9::1', '', 'localhost', undefined])(
    'keeps out %s',
    (ip) => expect(admits(ip)).toBe(false),
  );

  it('admits everybody when it is empty', () => {
    expect(allowList([])('192.0.2.1')).toBe(true);
    expect(allowList([])(undefined)).toBe(true);
  });
});

describe(isAllowedNetwork, () => {
  it.each(['10.0.0.1', '10.0.0.0/8', '::1', 'fe80::/10', '0.0.0.0/1'])('takes %s', (entry) =>
    expect(isAllowedNetwork(entry)).toBe(true),
  );

  it.each([
    '',
    'x',
    '10.0.0',
    '10.0.0.0/0',
    '::/0',
    '10.0.0.0/33',
    '::/129',
    '10.0.0.0/8/8',
    '10.0.0.0/-1',
    'fe80::1%eth0',
  ])('refuses %s', (entry) => expect(isAllowedNetwork(entry)).toBe(false));
});
