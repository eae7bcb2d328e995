import { isIP } from 'node:net';

const IPV4_MAPPED = '::ffff:';

/**
 * The network of an address: /24 for IPv4, /48 for IPv6. It says which office or provider an action came from without
 * naming the person. An address that cannot be read is left out: it must not stop the action.
 */
export function networkOf(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  const bare = address.split('%', 1)[0] ?? '';
  const version = isIP(bare);
  if (version === 4) return ipv4Network(bare);
  return version === 6 ? ipv6Network(bare) : undefined;
}

function ipv4Network(address: string): string {
  return `${address.slice(0, address.lastIndexOf('.'))}.0/24`;
}

function ipv6Network(address: string): string {
  // The URL parser writes an IPv6 address in its shortest form (RFC 5952).
  const shortest = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const mapped = shortest.startsWith(IPV4_MAPPED) ? mappedIpv4(shortest.slice(IPV4_MAPPED.length)) : undefined;
  return mapped ? ipv4Network(mapped) : `${prefix48(shortest)}::/48`;
}

/** `cb00:7105` is 203.0.113.5. Fewer or more than two groups is not a mapped address. */
function mappedIpv4(groups: string): string | undefined {
  const [high, low, ...more] = groups.split(':').map((group) => Number.parseInt(group, 16));
  if (high === undefined || low === undefined || more.length > 0 || Number.isNaN(high + low)) return undefined;
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

function prefix48(shortest: string): string {
  const [head = '', tail] = shortest.split('::');
  const first = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - first.length - last.length;
  const groups = [...first, ...Array<string>(zeros).fill('0'), ...last].slice(0, 3);
  while (groups.at(-1) === '0') groups.pop();
  return groups.join(':');
}
