import { randomFillSync } from 'node:crypto';
import { fromUUID, TypeID } from 'typeid-js';
import { v7 as uuidv7 } from 'uuid';

/** A UUID in lower case with hyphens, as it stands in Postgres. */
export type Uuid = string;

/**
 * The prefix of each kind of id on the wire. Ids are UUIDv7 in the database and TypeIDs outside, so that a pasted id
 * says what it is. Format: https://github.com/jetify-com/typeid
 */
export const ID_PREFIXES = {
  agency: 'agy',
  department: 'dep',
  phoneNumber: 'num',
  portfolio: 'ptf',
  template: 'tpl',
  contact: 'con',
  purpose: 'pur',
  message: 'msg',
  campaign: 'cmp',
  alert: 'alr',
  conversation: 'cnv',
  media: 'med',
  apiKey: 'key',
  user: 'usr',
  invitation: 'inv',
  session: 'ses',
  passkey: 'psk',
  breakGlass: 'brk',
  goLiveRequest: 'glr',
  trialGuest: 'gst',
  switch: 'swi',
  auditEntry: 'aud',
  event: 'evt',
  webhook: 'whk',
  news: 'nws',
  callback: 'cbk',
  callbackAttempt: 'cba',
  callbackReplay: 'cbr',
} as const;

export type IdKind = keyof typeof ID_PREFIXES;

/** The least id of a moment, for ranges of ids. https://www.rfc-editor.org/rfc/rfc9562#section-5.7 */
export function firstIdAt(at: Date): Uuid {
  const hex = at.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** A new time-ordered id. Messages are partitioned by it, so ids are always made here and never by the database. */
export function newId(): Uuid {
  const random = nextRandom();
  advance(random);
  return uuidv7({ random, msecs: state.ms, seq: state.sequence });
}

const RANDOM_BYTES = 16;
/** Random bytes are drawn for many ids at once: drawing them is most of the work of making one. */
const pool = Buffer.alloc(512 * RANDOM_BYTES);
const state = { drawn: pool.length, ms: 0, sequence: 0 };

function nextRandom(): Buffer {
  if (state.drawn === pool.length) {
    randomFillSync(pool);
    state.drawn = 0;
  }
  state.drawn += RANDOM_BYTES;
  return pool.subarray(state.drawn - RANDOM_BYTES, state.drawn);
}

/** Ids of one process ascend, also within a millisecond and when the clock goes back: 32 bits count, from a random start. */
function advance(random: Buffer): void {
  const now = Date.now();
  if (now > state.ms) {
    state.ms = now;
    state.sequence = random.readUInt32LE(0) >>> 1;
    return;
  }
  state.sequence = (state.sequence + 1) >>> 0;
  if (state.sequence === 0) state.ms++;
}

export function toWireId(kind: IdKind, id: Uuid): string {
  return fromUUID(id, ID_PREFIXES[kind]);
}

/** The UUID inside a wire id, or null when the text is not an id of that kind. */
export function parseWireId(kind: IdKind, text: string): Uuid | null {
  try {
    return TypeID.fromString(text, ID_PREFIXES[kind]).toUUID();
  } catch {
    return null;
  }
}

const UUID_FORM = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(text: string): text is Uuid {
  return UUID_FORM.test(text);
}
