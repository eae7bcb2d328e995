import { setTimeout as pause } from 'node:timers/promises';

const DEADLINE_MS = 20_000;
const PAUSE_MS = 25;

/** Runs the check until it passes, instead of sleeping for a guessed time. Fails with the last failure. */
export async function eventually<T>(check: () => Promise<T> | T, deadlineMs: number = DEADLINE_MS): Promise<T> {
  const end = performance.now() + deadlineMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > end) throw error;
      await pause(PAUSE_MS);
    }
  }
}
