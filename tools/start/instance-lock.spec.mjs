import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InstanceLock } from './instance-lock.mjs';

describe(InstanceLock.name, () => {
  let dataDir;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'belfry-lock-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it('refuses a second run and names the URL of the first', () => {
    const first = new InstanceLock(dataDir);
    first.acquire();
    first.note({ url: 'http://localhost:3000' });
    expect(() => new InstanceLock(dataDir).acquire()).toThrow('runs already at http://localhost:3000');
  });

  it('takes over from a dead run and tells what it left', () => {
    writeFileSync(join(dataDir, 'instance.json'), JSON.stringify({ pid: 2 ** 30, birth: '1', children: { api: 7 } }));
    expect(new InstanceLock(dataDir).acquire()).toMatchObject({ children: { api: 7 } });
  });

  it('is not deceived by a pid that was given to another process', () => {
    writeFileSync(
      join(dataDir, 'instance.json'),
      JSON.stringify({ pid: process.pid, birth: 'long ago', children: {} }),
    );
    expect(() => new InstanceLock(dataDir).acquire()).not.toThrow();
  });

  it('takes over a file that a crash left empty', () => {
    writeFileSync(join(dataDir, 'instance.json'), '');
    expect(() => new InstanceLock(dataDir).acquire()).not.toThrow();
  });

  it('leaves nothing behind', () => {
    const lock = new InstanceLock(dataDir);
    lock.acquire();
    lock.note({ children: { api: 7 } });
    lock.release();
    expect(readdirSync(dataDir)).toEqual([]);
  });
});
