import type { Uuid } from '#libs/kernel';
import { dataKeyMissing, dataKeyUnknown } from './crypto.errors.js';
import type { DataKeyClass, DataKeyRow, DataKeyState } from './data-keys.js';

/** An unwrapped data key. Held in memory only. */
export interface DataKey {
  readonly kid: number;
  readonly version: number;
  readonly key: Buffer;
}

interface HeldKey extends DataKey {
  readonly keyClass: DataKeyClass;
  readonly state: DataKeyState;
}

/**
 * The unwrapped keys of one agency at one moment. Synchronous, so that a batch of rows is sealed or opened without
 * waiting for each. Load it anew per request or batch; do not keep it.
 */
export class AgencyKeys {
  private readonly keysByKid = new Map<number, DataKey>();
  private readonly keysByClass = new Map<DataKeyClass, DataKey[]>();
  private readonly currentByClass = new Map<DataKeyClass, DataKey>();
  private readonly knownKids: ReadonlySet<number>;

  /** `rows` are all rows of the agency, `held` those of them that could be unwrapped. */
  constructor(
    readonly agencyId: Uuid,
    rows: readonly DataKeyRow[],
    held: readonly HeldKey[],
  ) {
    this.knownKids = new Set(rows.map((row) => row.kid));
    for (const key of held.toSorted((a, b) => b.version - a.version)) this.add(key);
  }

  get isEmpty(): boolean {
    return this.knownKids.size === 0;
  }

  /** The key that seals now. */
  current(keyClass: DataKeyClass): DataKey {
    const key = this.currentByClass.get(keyClass);
    if (!key) throw dataKeyMissing(keyClass);
    return key;
  }

  byKid(kid: number): Buffer {
    const key = this.keysByKid.get(kid);
    if (!key) throw dataKeyUnknown(kid);
    return key.key;
  }

  /** Every readable key of a class, newest first: a look-up by blind index tries each. */
  all(keyClass: DataKeyClass): readonly DataKey[] {
    return this.keysByClass.get(keyClass) ?? [];
  }

  has(keyClass: DataKeyClass): boolean {
    return this.currentByClass.has(keyClass);
  }

  /** Whether this kid was in the store when the keys were loaded, destroyed ones included. */
  knows(kid: number): boolean {
    return this.knownKids.has(kid);
  }

  private add({ kid, version, key, keyClass, state }: HeldKey): void {
    const held: DataKey = { kid, version, key };
    this.keysByKid.set(kid, held);
    this.keysByClass.set(keyClass, [...this.all(keyClass), held]);
    if (state === 'current' && !this.has(keyClass)) this.currentByClass.set(keyClass, held);
  }
}
