import { LRUCache } from 'lru-cache';

interface Window {
  count: number;
  readonly endsAt: number;
}

/** Counts events by key in windows of fixed length; the first event opens a key's window. Bounded: keys may be made up. */
export class WindowCounts {
  private readonly windows: LRUCache<string, Window>;

  constructor(
    private readonly lengthMs: number,
    max: number,
  ) {
    this.windows = new LRUCache({ max });
  }

  /** Counts one more. @returns how many the window has now */
  add(key: string): number {
    const window = this.windowOf(key) ?? { count: 0, endsAt: Date.now() + this.lengthMs };
    window.count++;
    this.windows.set(key, window);
    return window.count;
  }

  count(key: string): number {
    return this.windowOf(key)?.count ?? 0;
  }

  takeBack(key: string): void {
    const window = this.windowOf(key);
    if (window && window.count > 0) window.count--;
  }

  forget(key: string): void {
    this.windows.delete(key);
  }

  /** Whole seconds until the key's window ends; at least one. */
  secondsLeft(key: string): number {
    return Math.max(1, Math.ceil(((this.windowOf(key)?.endsAt ?? 0) - Date.now()) / 1000));
  }

  private windowOf(key: string): Window | undefined {
    const window = this.windows.get(key);
    return window && window.endsAt > Date.now() ? window : undefined;
  }
}
