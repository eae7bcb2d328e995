import type { EgressFault, EgressOutcome } from '#libs/egress';

/** The receiver says that it never wants to be called again. https://www.rfc-editor.org/rfc/rfc9110#section-15.5.11 */
const GONE = 410;

/** What an attempt came to. Only a 2xx is an answer that the receiver took it. */
export interface AttemptResult {
  readonly isSuccess: boolean;
  readonly isGone: boolean;
  readonly httpStatus: number | null;
  readonly fault: EgressFault | null;
  readonly durationMs: number;
  readonly answer: Buffer | null;
  readonly answerType: string | null;
}

export function resultOf(outcome: EgressOutcome): AttemptResult {
  const { durationMs } = outcome;
  if (outcome.kind === 'failed') {
    const { fault } = outcome;
    return { isSuccess: false, isGone: false, httpStatus: null, fault, durationMs, answer: null, answerType: null };
  }
  return {
    isSuccess: outcome.status >= 200 && outcome.status < 300,
    isGone: outcome.status === GONE,
    httpStatus: outcome.status,
    fault: null,
    durationMs,
    answer: outcome.body.length > 0 ? outcome.body : null,
    answerType: outcome.contentType,
  };
}
