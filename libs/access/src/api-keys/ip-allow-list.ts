import { BlockList, isIP } from 'node:net';

/** One entry that is understood: an address, or a network by its first address and the length of its prefix. */
interface Network {
  readonly address: string;
  readonly family: 'ipv4' | 'ipv6';
  readonly prefix: number | null;
}

const BITS = { ipv4: 32, ipv6: 128 } as const;
const IPV4_MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

export const MAX_ALLOWED_NETWORKS = 50;

/** Whether an address is on the list; an empty list admits all, and an address that cannot be read is on none. */
export function allowList(entries: readonly string[]): (ip: string | undefined) => boolean {
  if (entries.length === 0) return () => true;
  const list = new BlockList();
  for (const entry of entries) add(list, entry);
  return (ip) => {
    const plain = plainAddress(ip ?? '');
    const version = isIP(plain);
    return version !== 0 && list.check(plain, version === 4 ? 'ipv4' : 'ipv6');
  };
}

/** `203.0.113.7`, `203.0.113.0/24`, `2001:db8::/32`. The whole internet is no list: leave the list out instead. */
export function isAllowedNetwork(entry: string): boolean {
  return readNetwork(entry) !== null;
}

function add(list: BlockList, entry: string): void {
  const network = readNetwork(entry);
  if (!network) return;
  const { address, family, prefix } = network;
  if (prefix === null) list.addAddress(address, family);
  else list.addSubnet(address, prefix, family);
}

function readNetwork(entry: string): Network | null {
  const [address = '', length, ...more] = entry.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0 || address.includes('%')) return null;
  const family = version === 4 ? 'ipv4' : 'ipv6';
  if (length === undefined) return { address, family, prefix: null };
  const prefix = /^\d{1,3}$/.test(length) ? Number(length) : 0;
  return prefix >= 1 && prefix <= BITS[family] ? { address, family, prefix } : null;
}

/** A server that listens on IPv6 sees IPv4 callers as `::ffff:203.0.113.7`. */
function plainAddress(ip: string): string {
  return IPV4_MAPPED.exec(ip)?.[1] ?? ip.split('%', 1)[0] ?? '';
}
