import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EnvKeyProvider } from './env-key-provider.js';
import { FileKeyProvider } from './file-key-provider.js';
import type { KeyProvider } from './key-provider.js';
import { createMasterKeyFile } from './master-key-file.js';

const dek = randomBytes(32);
let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'belfry-keys-'));
  path = join(folder, 'master-keys.json');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

function aKeyText(): string {
  return randomBytes(32).toString('base64');
}

async function writeKeys(content: unknown, mode = 0o600): Promise<void> {
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content), { mode });
  await chmod(path, mode);
}

async function fileProvider(): Promise<KeyProvider> {
  await rm(path, { force: true });
  await createMasterKeyFile(path);
  return FileKeyProvider.fromFile(path);
}

describe.each([
  ['env', async (): Promise<KeyProvider> => new EnvKeyProvider(aKeyText())],
  ['file', fileProvider],
] as const)('%s key provider', (name, make) => {
  it('unwraps what it wrapped, in the same context only', async () => {
    const provider = await make();
    const wrapped = await provider.wrap(dek, 'agency|data|1|1');
    expect(provider.name).toBe(name);
    expect((await provider.unwrap(wrapped, 'agency|data|1|1')).equals(dek)).toBe(true);
    await expect(provider.unwrap(wrapped, 'other|data|1|1')).rejects.toMatchObject({ code: 'wrapped-key-broken' });
    expect(wrapped.includes(dek)).toBe(false);
  });

  it('refuses a wrapped key with any one byte changed', async () => {
    const provider = await make();
    const wrapped = await provider.wrap(dek, 'c');
    for (let at = 0; at < wrapped.length; at++) {
      const changed = Buffer.from(wrapped);
      changed[at] = (changed[at] ?? 0) ^ 0x01;
      await expect(provider.unwrap(changed, 'c')).rejects.toMatchObject({ name: 'DomainError' });
    }
    await expect(provider.unwrap(Buffer.alloc(0), 'c')).rejects.toMatchObject({ code: 'wrapped-key-broken' });
  });

  it('names the missing master key when another one wrapped', async () => {
    const [one, two] = [await make(), await make()];
    const unwrapping = two.unwrap(await one.wrap(dek, 'c'), 'c');
    await expect(unwrapping).rejects.toThrow(one.currentKeyId);
    await expect(unwrapping).rejects.toMatchObject({ code: 'wrapping-key-unknown' });
  });
});

describe(EnvKeyProvider.name, () => {
  it.each(['', 'short', randomBytes(31).toString('base64'), `${aKeyText()}!`])(
    'refuses the key "%s" without repeating it',
    (text) => {
      expect(() => new EnvKeyProvider(text)).toThrow('32 random bytes in base64');
      expect(() => new EnvKeyProvider(text)).not.toThrow(text || 'no text');
    },
  );
});

describe(createMasterKeyFile.name, () => {
  it('writes a file that only its owner may read, and leaves nothing else', async () => {
    await createMasterKeyFile(path);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['master-keys.json']);
  });

  it('never overwrites', async () => {
    await createMasterKeyFile(path);
    const before = await readFile(path, 'utf8');
    await expect(createMasterKeyFile(path)).rejects.toMatchObject({ code: 'key-file-exists' });
    expect(await readFile(path, 'utf8')).toBe(before);
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('lets one of several processes win', async () => {
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => createMasterKeyFile(path)));
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  });

  it('says where it could not write', async () => {
    const missing = join(folder, 'missing', 'keys.json');
    await expect(createMasterKeyFile(missing)).rejects.toMatchObject({ code: 'key-file-unwritable' });
  });
});

describe(FileKeyProvider.name, () => {
  it.each([0o640, 0o604, 0o660, 0o644, 0o601])('refuses a file with mode %o and says what to run', async (mode) => {
    await createMasterKeyFile(path);
    await chmod(path, mode);
    await expect(FileKeyProvider.fromFile(path)).rejects.toThrow(`chmod 600 ${path}`);
  });

  it('reads what an older key wrapped after a rotation', async () => {
    const older = aKeyText();
    await writeKeys({ current: 'k1', keys: { k1: older } });
    const wrapped = await (await FileKeyProvider.fromFile(path)).wrap(dek, 'c');
    await writeKeys({ current: 'k2', keys: { k1: older, k2: aKeyText() } });
    const rotated = await FileKeyProvider.fromFile(path);
    expect((await rotated.unwrap(wrapped, 'c')).equals(dek)).toBe(true);
    expect(rotated.currentKeyId).toBe('k2');
    expect((await rotated.wrap(dek, 'c')).toString('latin1', 2, 4)).toBe('k2');
  });

  it('says that a file is missing', async () => {
    await expect(FileKeyProvider.fromFile(path)).rejects.toThrow(`${path} cannot be read (ENOENT)`);
  });

  it.each([
    ['no JSON', 'secret-text'],
    ['no object', '[]'],
    ['null', 'null'],
    ['no keys', { current: 'k1' }],
    ['no current key', { current: 'k2', keys: { k1: aKeyText() } }],
    ['a short key', { current: 'k1', keys: { k1: 'AAAA' } }],
    ['a key that is no text', { current: 'k1', keys: { k1: 5 } }],
    ['a key id with a space', { current: 'k 1', keys: { 'k 1': aKeyText() } }],
  ])('refuses a file with %s', async (_, content) => {
    await writeKeys(content);
    await expect(FileKeyProvider.fromFile(path)).rejects.toMatchObject({ code: 'master-key-invalid' });
    await expect(FileKeyProvider.fromFile(path)).rejects.not.toThrow('secret-text');
  });
});
