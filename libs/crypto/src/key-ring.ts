import { randomBytes, randomInt } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Uuid } from '#libs/kernel';
import { AgencyKeys, type DataKey } from './agency-keys.js';
import { dataKeysNotMade } from './crypto.errors.js';
import { type DataKeyClass, type DataKeyRow, type DataKeyStore, wrapContext } from './data-keys.js';
import type { KeyProvider } from './key-provider.js';

export interface KeyRingOptions {
  /** How long unwrapped keys stay in memory; also how long a destroyed key may still be used by another process. */
  readonly ttlMs?: number;
  /** How many agencies are held at once. */
  readonly max?: number;
}

const DEK_BYTES = 32;
const KIDS_END = 2 ** 32;
/** Each round lost means that another process stored a key; with five classes and a few processes it ends sooner. */
const ENSURE_ROUNDS = 8;

/** The data keys of all agencies: made once, wrapped in the store, unwrapped in memory for a few minutes. */
export class KeyRing {
  private readonly held: LRUCache<Uuid, AgencyKeys>;
  private readonly loading = new Map<Uuid, Promise<AgencyKeys>>();

  constructor(
    private readonly provider: KeyProvider,
    private readonly store: DataKeyStore,
    { ttlMs = 300_000, max = 5000 }: KeyRingOptions = {},
  ) {
    // Purged on time and not at the next look-up, so that a quiet agency's keys leave memory too. They are not zeroed:
    // a batch may still hold them, and sealing with a zeroed key would be worse than waiting for the collector.
    this.held = new LRUCache({ max, ttl: ttlMs, ttlAutopurge: true });
  }

  /**
   * The keys of an agency, from memory when they are there. `kids` are those that the caller is about to open: one that
   * another process made since then is fetched.
   */
  async load(agencyId: Uuid, kids: Iterable<number> = []): Promise<AgencyKeys> {
    const keys = await this.fromMemoryOrStore(agencyId);
    for (const kid of kids) {
      if (!keys.knows(kid)) return this.reload(agencyId);
    }
    return keys;
  }

  async current(agencyId: Uuid, keyClass: DataKeyClass): Promise<DataKey> {
    const keys = await this.fromMemoryOrStore(agencyId);
    return keys.has(keyClass) ? keys.current(keyClass) : (await this.reload(agencyId)).current(keyClass);
  }

  async byKid(agencyId: Uuid, kid: number): Promise<Buffer> {
    return (await this.load(agencyId, [kid])).byKid(kid);
  }

  async all(agencyId: Uuid, keyClass: DataKeyClass): Promise<readonly DataKey[]> {
    return (await this.fromMemoryOrStore(agencyId)).all(keyClass);
  }

  /** Makes the keys that are missing. When several processes do so at once, the store lets one key per class win. */
  async ensure(agencyId: Uuid, keyClasses: readonly DataKeyClass[]): Promise<void> {
    for (let round = 0; round < ENSURE_ROUNDS; round++) {
      const rows = await this.store.list(agencyId);
      const missing = keyClasses.filter((keyClass) => !hasCurrent(rows, keyClass));
      if (missing.length === 0) return this.forgetWithout(agencyId, keyClasses);
      for (const keyClass of missing) await this.store.insert((await this.newKey(agencyId, keyClass, rows)).row);
    }
    throw dataKeysNotMade(keyClasses);
  }

  /**
   * The first keys of an agency that is about to be made. They are in memory at once, so that its first rows can be sealed;
   * the caller stores the rows with the agency, and lets them be forgotten when that fails.
   */
  async begin(agencyId: Uuid, keyClasses: readonly DataKeyClass[]): Promise<readonly DataKeyRow[]> {
    const made = await Promise.all(keyClasses.map((keyClass) => this.newKey(agencyId, keyClass, [])));
    const rows = made.map(({ row }) => row);
    const held = made.map(({ row, key }) => ({ ...row, key }));
    this.held.set(agencyId, new AgencyKeys(agencyId, rows, held));
    return rows;
  }

  /** Drops unwrapped keys of one agency, or of all, from memory. */
  forget(agencyId?: Uuid): void {
    if (agencyId === undefined) {
      this.held.clear();
      this.loading.clear();
      return;
    }
    this.held.delete(agencyId);
    this.loading.delete(agencyId);
  }

  /** What is in memory may be older than the keys just made. */
  private forgetWithout(agencyId: Uuid, keyClasses: readonly DataKeyClass[]): void {
    const held = this.held.get(agencyId);
    if (!held || !keyClasses.every((keyClass) => held.has(keyClass))) this.forget(agencyId);
  }

  private async fromMemoryOrStore(agencyId: Uuid): Promise<AgencyKeys> {
    return this.held.get(agencyId) ?? this.loading.get(agencyId) ?? this.startLoading(agencyId);
  }

  /** Callers that find the same key missing share one load. */
  private async reload(agencyId: Uuid): Promise<AgencyKeys> {
    return this.loading.get(agencyId) ?? this.startLoading(agencyId);
  }

  private startLoading(agencyId: Uuid): Promise<AgencyKeys> {
    const load: Promise<AgencyKeys> = this.unwrapAll(agencyId)
      .then((keys) => this.remember(agencyId, load, keys))
      .finally(() => {
        if (this.loading.get(agencyId) === load) this.loading.delete(agencyId);
      });
    this.loading.set(agencyId, load);
    return load;
  }

  /**
   * A load that `forget` overtook answers its callers but is not kept, and neither is an empty one: another process may be
   * making this agency's first keys.
   */
  private remember(agencyId: Uuid, load: Promise<AgencyKeys>, keys: AgencyKeys): AgencyKeys {
    if (this.loading.get(agencyId) === load && !keys.isEmpty) this.held.set(agencyId, keys);
    return keys;
  }

  private async unwrapAll(agencyId: Uuid): Promise<AgencyKeys> {
    const rows = await this.store.list(agencyId);
    const readable = rows.filter((row) => row.state !== 'destroyed');
    const held = await Promise.all(
      readable.map(async ({ kid, version, keyClass, state, wrapped }) => {
        const key = await this.provider.unwrap(wrapped, wrapContext({ agencyId, keyClass, kid, version }));
        return { kid, version, keyClass, state, key };
      }),
    );
    return new AgencyKeys(agencyId, rows, held);
  }

  private async newKey(
    agencyId: Uuid,
    keyClass: DataKeyClass,
    rows: readonly DataKeyRow[],
  ): Promise<{ row: DataKeyRow; key: Buffer }> {
    const versions = rows.filter((row) => row.keyClass === keyClass).map((row) => row.version);
    const named = { agencyId, keyClass, kid: randomInt(1, KIDS_END), version: Math.max(0, ...versions) + 1 };
    const key = randomBytes(DEK_BYTES);
    const wrapped = await this.provider.wrap(key, wrapContext(named));
    return { row: { ...named, wrapped, state: 'current', createdAt: new Date() }, key };
  }
}

function hasCurrent(rows: readonly DataKeyRow[], keyClass: DataKeyClass): boolean {
  return rows.some((row) => row.keyClass === keyClass && row.state === 'current');
}
