import { randomBytes } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { DATA_KEY_CLASSES, type DataKeyRow, type DataKeyStore } from './data-keys.js';
import { EnvKeyProvider } from './env-key-provider.js';
import { KeyRing } from './key-ring.js';

const AGENCY = '01900000-0000-7000-8000-00000000000a';
const OTHER_AGENCY = '01900000-0000-7000-8000-00000000000b';

/** Rows in memory with the two unique constraints of the table, counting what is asked of it. */
class MemoryStore implements DataKeyStore {
  rows: DataKeyRow[] = [];
  lists = 0;
  private failure: Error | null = null;

  failOnce(error: Error): void {
    this.failure = error;
  }

  async list(agencyId: string): Promise<DataKeyRow[]> {
    this.lists++;
    const failure = this.failure;
    this.failure = null;
    if (failure) throw failure;
    return this.rows.filter((row) => row.agencyId === agencyId);
  }

  async insert(row: DataKeyRow): Promise<boolean> {
    const isTaken = this.rows.some(
      (other) =>
        other.agencyId === row.agencyId &&
        (other.kid === row.kid || (other.keyClass === row.keyClass && other.version === row.version)),
    );
    if (!isTaken) this.rows.push(row);
    return !isTaken;
  }

  change(kid: number, fields: Partial<DataKeyRow>): void {
    this.rows = this.rows.map((row) => (row.kid === kid ? { ...row, ...fields } : row));
  }
}

function aRing(options?: { ttlMs?: number; max?: number }) {
  const store = new MemoryStore();
  const provider = new EnvKeyProvider(randomBytes(32).toString('base64'));
  return { store, provider, ring: new KeyRing(provider, store, options) };
}

/** What a rotation in another process leaves in the store. */
async function rotateElsewhere(store: MemoryStore, provider: EnvKeyProvider, oldKid: number): Promise<number> {
  store.change(oldKid, { state: 'readable' });
  await new KeyRing(provider, store).ensure(AGENCY, ['data']);
  return store.rows.at(-1)?.kid ?? 0;
}

describe(KeyRing.name, () => {
  it('makes each missing key once and keeps it', async () => {
    const { ring, store } = aRing();
    await ring.ensure(AGENCY, DATA_KEY_CLASSES);
    await ring.ensure(AGENCY, DATA_KEY_CLASSES);
    expect(store.rows.map((row) => row.keyClass)).toEqual([...DATA_KEY_CLASSES]);
    expect(new Set(store.rows.map((row) => row.kid)).size).toBe(DATA_KEY_CLASSES.length);
  });

  it('ends with one key per class when several processes make them at once', async () => {
    const { store, provider } = aRing();
    const rings = Array.from({ length: 10 }, () => new KeyRing(provider, store));
    await Promise.all(rings.map((ring) => ring.ensure(AGENCY, ['data', 'index'])));
    expect(store.rows).toHaveLength(2);
    const current = await Promise.all(rings.map((ring) => ring.current(AGENCY, 'data')));
    expect(new Set(current.map(({ key }) => key.toString('hex'))).size).toBe(1);
  });

  it('gives up with a clear error when the store takes nothing', async () => {
    const { ring, store } = aRing();
    store.insert = async () => false;
    await expect(ring.ensure(AGENCY, ['data'])).rejects.toMatchObject({ code: 'data-keys-not-made' });
  });

  it('gives each agency keys of its own', async () => {
    const { ring } = aRing();
    await ring.ensure(AGENCY, ['data']);
    await ring.ensure(OTHER_AGENCY, ['data']);
    const [one, two] = [await ring.current(AGENCY, 'data'), await ring.current(OTHER_AGENCY, 'data')];
    expect(one.key.equals(two.key)).toBe(false);
    await expect(ring.byKid(OTHER_AGENCY, one.kid)).rejects.toMatchObject({ code: 'data-key-unknown' });
  });

  it('does not unwrap a key whose row was moved to another agency or class', async () => {
    const { ring, store } = aRing();
    await ring.ensure(AGENCY, ['data']);
    const [row] = store.rows;
    if (row) store.rows = [{ ...row, agencyId: OTHER_AGENCY }];
    await expect(ring.current(OTHER_AGENCY, 'data')).rejects.toMatchObject({ code: 'wrapped-key-broken' });
    if (row) store.rows = [{ ...row, keyClass: 'index' }];
    ring.forget();
    await expect(ring.current(AGENCY, 'index')).rejects.toMatchObject({ code: 'wrapped-key-broken' });
  });

  it('shares one load among concurrent callers', async () => {
    const { ring, store } = aRing();
    await ring.ensure(AGENCY, ['data']);
    store.lists = 0;
    await Promise.all(Array.from({ length: 50 }, () => ring.current(AGENCY, 'data')));
    expect(store.lists).toBe(1);
  });

  it('answers from memory until the time is over, then reads anew', async () => {
    const { ring, store } = aRing({ ttlMs: 200 });
    await ring.ensure(AGENCY, ['data']);
    const first = await ring.load(AGENCY);
    expect(await ring.load(AGENCY)).toBe(first);
    await vi.waitFor(async () => expect(await ring.load(AGENCY)).not.toBe(first), { timeout: 5000, interval: 20 });
    expect(store.lists).toBeGreaterThan(2);
  });

  it('holds no more agencies than it may', async () => {
    const { ring, store } = aRing({ max: 1 });
    await ring.ensure(AGENCY, ['data']);
    await ring.ensure(OTHER_AGENCY, ['data']);
    await ring.load(AGENCY);
    await ring.load(OTHER_AGENCY);
    store.lists = 0;
    await ring.load(AGENCY);
    expect(store.lists).toBe(1);
  });

  it('reads anew after being told to forget, also in the middle of a load', async () => {
    const { ring } = aRing();
    await ring.ensure(AGENCY, ['data']);
    const overtaken = ring.load(AGENCY);
    ring.forget(AGENCY);
    const kept = await ring.load(AGENCY);
    expect(kept).not.toBe(await overtaken);
    expect(await ring.load(AGENCY)).toBe(kept);
  });

  it('does not remember a failed load', async () => {
    const { ring, store } = aRing();
    await ring.ensure(AGENCY, ['data']);
    store.failOnce(new Error('connection lost'));
    await expect(ring.load(AGENCY)).rejects.toThrow('connection lost');
    expect((await ring.load(AGENCY)).has('data')).toBe(true);
  });

  it('does not remember that an agency had no keys yet', async () => {
    const { ring, store, provider } = aRing();
    expect((await ring.load(AGENCY)).isEmpty).toBe(true);
    await new KeyRing(provider, store).ensure(AGENCY, ['data']);
    expect((await ring.load(AGENCY)).has('data')).toBe(true);
  });

  it('finds a class that another process added since', async () => {
    const { ring, store, provider } = aRing();
    await ring.ensure(AGENCY, ['data']);
    await ring.load(AGENCY);
    await new KeyRing(provider, store).ensure(AGENCY, ['index', 'webhook']);
    expect((await ring.current(AGENCY, 'index')).version).toBe(1);
    await ring.ensure(AGENCY, ['data', 'webhook']);
    expect((await ring.load(AGENCY)).has('webhook')).toBe(true);
  });

  it('fetches a key that another process made since, when a blob names it', async () => {
    const { ring, store, provider } = aRing();
    await ring.ensure(AGENCY, ['data']);
    const old = await ring.current(AGENCY, 'data');
    const newKid = await rotateElsewhere(store, provider, old.kid);
    expect((await ring.load(AGENCY)).knows(newKid)).toBe(false);
    expect((await ring.load(AGENCY, [old.kid, newKid])).byKid(newKid)).toHaveLength(32);
    expect((await ring.byKid(AGENCY, old.kid)).equals(old.key)).toBe(true);
    expect((await ring.current(AGENCY, 'data')).kid).toBe(newKid);
    expect((await ring.all(AGENCY, 'data')).map(({ version }) => version)).toEqual([2, 1]);
  });

  it('never unwraps a destroyed key, and does not ask the store for it again', async () => {
    const { ring, store } = aRing();
    await ring.ensure(AGENCY, ['data', 'index']);
    const { kid } = await ring.current(AGENCY, 'data');
    store.change(kid, { state: 'destroyed', wrapped: Buffer.alloc(0) });
    ring.forget(AGENCY);
    await expect(ring.byKid(AGENCY, kid)).rejects.toMatchObject({ code: 'data-key-unknown' });
    store.lists = 0;
    await expect(ring.byKid(AGENCY, kid)).rejects.toMatchObject({ code: 'data-key-unknown' });
    expect(store.lists).toBe(0);
  });

  it('says which class has no key', async () => {
    const { ring } = aRing();
    await expect(ring.current(AGENCY, 'index')).rejects.toMatchObject({ code: 'data-key-missing' });
    const keys = await ring.load(AGENCY);
    expect(() => keys.current('index')).toThrow('index');
  });
});
