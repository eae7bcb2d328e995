import type { DomainError } from '#libs/kernel';
import { GraphCallError } from '#libs/whatsapp';
import type { AttemptEnd } from './number-attempts.repository.js';
import type { TokenState } from './number-details.js';
import { providerRefused, providerSilent, providerUnreachable } from './phone-numbers.errors.js';

/** What a failed call means: for the caller, for the list of attempts, and for the token. */
export interface GraphFailureMeaning {
  readonly error: DomainError;
  readonly end: AttemptEnd;
  readonly tokenState: TokenState | null;
}

/** https://developers.facebook.com/docs/facebook-login/guides/access-tokens/debugging-and-error-handling */
const TOKEN_ERROR = 190;
const EXPIRED = 463;

/** Rethrows what is no answer of Meta: a fault of ours must not look like one of theirs. */
export function meaningOf(step: string, error: unknown): GraphFailureMeaning {
  if (!(error instanceof GraphCallError)) throw error;
  const { graphError, failure } = error;
  const domainError = toDomainError(step, error);
  return {
    error: domainError,
    end: { outcome: failure, code: domainError.code, metaCode: graphError?.code ?? null },
    tokenState: graphError?.code !== TOKEN_ERROR ? null : graphError.subcode === EXPIRED ? 'expired' : 'invalid',
  };
}

function toDomainError(step: string, { failure, graphError, message }: GraphCallError): DomainError {
  if (graphError) return providerRefused(step, graphError);
  return failure === 'unreached' ? providerUnreachable(message) : providerSilent(message);
}
