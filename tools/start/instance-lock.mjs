import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from '../plain-error.mjs';
import { commandLine, endProcess, isAlive, processBirth } from '../processes.mjs';

const read = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
};

const isHeld = (holder) => Boolean(holder?.pid) && isAlive(holder.pid) && processBirth(holder.pid) === holder.birth;

/** One run per data directory: a file that names its holder, and that a later run takes over when the holder is gone. */
export class InstanceLock {
  #path;
  #draft;
  #content;

  constructor(dataDir) {
    this.#path = join(dataDir, 'instance.json');
    this.#draft = `${this.#path}.${process.pid}`;
    this.#content = { pid: process.pid, birth: processBirth(process.pid), url: undefined, children: {} };
  }

  /** Takes the lock and answers with what a dead run left in it. */
  acquire() {
    this.#writeDraft();
    try {
      let left;
      while (!this.#link()) left = this.#removeDead() ?? left;
      return left;
    } finally {
      rmSync(this.#draft, { force: true });
    }
  }

  /** Notes what others need to know of this run: its URL, and the processes to end should it be killed. */
  note(changes) {
    this.#content = { ...this.#content, ...changes, children: { ...this.#content.children, ...changes.children } };
    this.#writeDraft();
    renameSync(this.#draft, this.#path);
  }

  release() {
    if (read(this.#path)?.pid === process.pid) rmSync(this.#path, { force: true });
  }

  #writeDraft() {
    writeFileSync(this.#draft, `${JSON.stringify(this.#content)}\n`, { mode: 0o600 });
  }

  // A link appears with its content and fails when the name is taken: two runs cannot both succeed.
  #link() {
    try {
      linkSync(this.#draft, this.#path);
      return true;
    } catch (error) {
      if (error.code === 'EEXIST') return false;
      throw error;
    }
  }

  #removeDead() {
    this.#refuseIfHeld(read(this.#path));
    const aside = `${this.#draft}.dead`;
    try {
      renameSync(this.#path, aside);
    } catch (error) {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    }
    const removed = read(aside);
    // Between the two calls another run may have taken the lock: it gets it back.
    if (isHeld(removed)) linkSync(aside, this.#path);
    rmSync(aside, { force: true });
    this.#refuseIfHeld(removed);
    return removed;
  }

  #refuseIfHeld(holder) {
    if (!isHeld(holder)) return;
    const where = holder.url ? `runs already at ${holder.url}` : 'is starting already';
    throw new PlainError(`Belfry ${where} (process ${holder.pid}): use that one, or stop it first.`);
  }
}

/** Ends the applications of a killed run; a pid that now belongs to something else is left alone. */
export async function endLeftovers(left, root, say) {
  const isOurs = (pid) => isAlive(pid) && commandLine(pid).includes(join(root, 'dist/apps/'));
  const pids = Object.values(left?.children ?? {}).filter(isOurs);
  if (pids.length === 0) return;
  say('Stopping what an earlier run left');
  const steps = [
    ['SIGTERM', 8_000],
    ['SIGKILL', 2_000],
  ];
  await Promise.all(pids.map((pid) => endProcess(pid, steps)));
}
