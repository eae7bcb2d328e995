import type { Dispatcher } from 'undici';
import { toSendOutcome } from './send-answer.js';
import type { SendOutcome } from './send-outcome.js';

/** Meta's answers have some hundred bytes; more than this is not an answer of Graph. */
const MAX_ANSWER_BYTES = 1 << 20;

class Withdrawn extends Error {}

/**
 * Follows one request on its socket. undici calls `onRequestStart` on a connected socket in the same tick in which it
 * writes the request, so whatever fails before it has provably sent nothing, and what fails after it is in doubt.
 */
export class SendAttempt implements Dispatcher.DispatchHandler {
  private hasStarted = false;
  private startedAt = 0;
  private httpStatus: number | undefined;
  private answer: Buffer | null = null;

  constructor(
    private readonly settle: (outcome: SendOutcome) => void,
    private readonly mayStillWrite: (() => boolean) | undefined,
    private readonly totalTimeoutMs: number,
  ) {}

  /** Throwing here, unlike aborting, keeps the connection for the next request. */
  onRequestStart(): void {
    if (this.hasStarted) throw new Error('the connection closed and the request was not written a second time');
    if (this.mayStillWrite && !this.mayStillWrite()) throw new Withdrawn();
    this.hasStarted = true;
    this.startedAt = performance.now();
  }

  /** Called once more for each informational answer (1xx); the last one counts. */
  onResponseStart(_controller: Dispatcher.DispatchController, statusCode: number): void {
    this.httpStatus = statusCode;
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.answer = this.answer === null ? chunk : Buffer.concat([this.answer, chunk]);
    if (this.answer.length > MAX_ANSWER_BYTES) controller.abort(new Error('the answer is too long'));
    // undici's own timeouts start anew with each chunk; this one bounds an answer that trickles.
    if (performance.now() - this.startedAt > this.totalTimeoutMs)
      controller.abort(new Error('the answer took too long'));
  }

  onResponseEnd(): void {
    this.settle(toSendOutcome(this.httpStatus ?? 0, this.answer?.toString('utf8') ?? ''));
  }

  onResponseError(_controller: Dispatcher.DispatchController | null, error: unknown): void {
    if (this.hasStarted) {
      this.settle({ kind: 'unknown', reason: describe(error), ...this.seenStatus() });
      return;
    }
    const cause = error instanceof Withdrawn ? 'withdrawn' : 'network';
    this.settle({
      kind: 'not_written',
      cause,
      reason: cause === 'withdrawn' ? 'withdrawn before the write' : describe(error),
    });
  }

  private seenStatus(): { httpStatus?: number } {
    return this.httpStatus === undefined ? {} : { httpStatus: this.httpStatus };
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? `${code}: ${error.message}` : error.message;
}
