import { randomBytes } from 'node:crypto';

/** Meta's field that tells the direction inside an id. */
const OUTBOUND = 0x11;
const INBOUND = 0x12;
const OUTBOUND_DIGITS = 18;
const INBOUND_DIGITS = 20;

/** Differs in each run, so that a restarted simulator never gives out an id that it gave out before. */
const RUN = randomBytes(4).toString('hex').toUpperCase();

/**
 * A message id as Meta forms it: `wamid.` and base64 of `1C 18 <len> <phone> 15 02 00 <direction> 18 <len> <hex> 00`.
 * The number of the message is inside, so the ledger needs not keep the id.
 */
export function outboundWamid(recipient: string, sequence: number): string {
  return wamid(
    recipient,
    OUTBOUND,
    `${RUN}${sequence
      .toString(16)
      .toUpperCase()
      .padStart(OUTBOUND_DIGITS - 8, '0')}`,
  );
}

export function inboundWamid(sender: string, sequence: number): string {
  return wamid(
    sender,
    INBOUND,
    `${RUN}${sequence
      .toString(16)
      .toUpperCase()
      .padStart(INBOUND_DIGITS - 8, '0')}`,
  );
}

function wamid(person: string, direction: number, hex: string): string {
  const bytes = Buffer.allocUnsafe(person.length + hex.length + 10);
  bytes[0] = 0x1c;
  bytes[1] = 0x18;
  bytes[2] = person.length;
  let at = 3 + bytes.write(person, 3, 'latin1');
  bytes[at++] = 0x15;
  bytes[at++] = 0x02;
  bytes[at++] = 0x00;
  bytes[at++] = direction;
  bytes[at++] = 0x18;
  bytes[at++] = hex.length;
  at += bytes.write(hex, at, 'latin1');
  bytes[at] = 0x00;
  return `wamid.${bytes.toString('base64')}`;
}
