import type { INestApplication } from '@nestjs/common';
import type { Logger } from './logger.js';

/** Longer than any request may take (30 s); after that, whoever still waits is cut off. */
const LIMIT_MS = 35_000;

/** Started by another process that stays connected to it, as `npm start` does. Asked early: the connection may end. */
const HAS_PARENT = process.send !== undefined;

/**
 * Ends the process when it is told to, or when the process that started it is gone. Requests that are under way are
 * answered first.
 */
export function shutDownWhenTold(app: INestApplication, logger: Logger): void {
  let isEnding = false;
  const end = (reason: string) => {
    if (isEnding) return;
    isEnding = true;
    void close(app, logger, reason);
  };
  process.on('SIGTERM', () => end('SIGTERM'));
  process.on('SIGINT', () => end('SIGINT'));
  if (!HAS_PARENT) return;
  process.on('disconnect', () => end('parent gone'));
  // It may have gone while this process was starting; nothing would say so again.
  if (!process.connected) end('parent gone');
}

async function close(app: INestApplication, logger: Logger, reason: string): Promise<void> {
  logger.info('shutting down', { reason });
  const timer = setTimeout(() => process.exit(1), LIMIT_MS);
  let exitCode = 0;
  await app.close().catch((error: unknown) => {
    logger.failure('shut-down failed', error);
    exitCode = 1;
  });
  clearTimeout(timer);
  logger.flush();
  process.exit(exitCode);
}
