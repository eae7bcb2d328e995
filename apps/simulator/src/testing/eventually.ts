const PAUSE_MS = 10;

/** Waits until the check passes, and fails with its last error when it does not within the time. */
export async function eventually(check: () => void | Promise<void>, withinMs = 5_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (performance.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
