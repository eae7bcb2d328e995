import { isIP } from 'node:net';
import { isLoopbackAddress, isPublicAddress } from './public-address.js';

/** What the platform allows beyond https at port 443. */
export interface EgressRules {
  readonly ports: readonly number[];
  /** This machine itself, also over http and at any port: demo and tests. */
  readonly loopback: boolean;
}

/** Why nothing may be called at an address, as a code with its sentence. */
export interface DestinationFault {
  readonly code:
    | 'not-a-url'
    | 'not-https'
    | 'has-credentials'
    | 'port-not-allowed'
    | 'address-not-allowed'
    | 'too-long';
  readonly message: string;
}

export const MAX_URL_LENGTH = 2000;

const FAULTS = {
  'not-a-url': 'must be a complete address, such as https://health.example/belfry',
  'not-https': 'must begin with https://',
  'has-credentials': 'must hold no name, password or fragment: it is shown in lists and logs',
  'port-not-allowed': 'must use port 443; ask whoever runs the platform for another one',
  'address-not-allowed': 'must lead to a public address and not into a network of its own',
  'too-long': `must have at most ${MAX_URL_LENGTH} characters`,
} as const satisfies Record<DestinationFault['code'], string>;

/**
 * What the text of an address tells already: null when it may be tried. Where a name leads is known only when it is
 * connected to, and checked there.
 */
export function destinationFault(text: string, rules: EgressRules): DestinationFault | null {
  const code = faultCode(text, rules);
  return code && { code, message: FAULTS[code] };
}

function faultCode(text: string, { ports, loopback }: EgressRules): DestinationFault['code'] | null {
  if (text.length > MAX_URL_LENGTH) return 'too-long';
  if (!URL.canParse(text)) return 'not-a-url';
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol)) return 'not-https';
  if (url.username || url.password || url.hash) return 'has-credentials';
  const address = hostAddress(url);
  if (loopback && isLoopback(url.hostname, address)) return null;
  if (url.protocol !== 'https:') return 'not-https';
  if (!ports.includes(Number(url.port || 443))) return 'port-not-allowed';
  return isInside(url.hostname, address) ? 'address-not-allowed' : null;
}

/** The parser has made plain addresses of decimal, octal, hexadecimal and shortened ones. https://url.spec.whatwg.org/#host-parsing */
function hostAddress({ hostname }: URL): string | null {
  const bare = hostname.replace(/^\[|\]$/g, '');
  return isIP(bare) ? bare : null;
}

function isLoopback(hostname: string, address: string | null): boolean {
  return address === null ? /^(?:.+\.)?localhost\.?$/.test(hostname) : isLoopbackAddress(address);
}

/** A name without a dot is one of our own network. */
function isInside(hostname: string, address: string | null): boolean {
  if (address !== null) return !isPublicAddress(address);
  return !hostname.replace(/\.$/, '').includes('.') || isLoopback(hostname, null);
}
