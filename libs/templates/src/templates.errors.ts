import { DomainError, type FieldProblem } from '#libs/kernel';
import { APPROVED } from './template.js';

/** One language in which a template exists, and whether Meta would send it. */
export interface TemplateLanguage {
  readonly language: string;
  readonly status: string;
}

/** Unknown and not approved are one answer with one cure: see what exists, or synchronise. */
export function templateNotApproved(
  name: string,
  language: string,
  existing: readonly TemplateLanguage[],
): DomainError {
  const known = existing.map((one) =>
    one.status === APPROVED ? one.language : `${one.language} (${one.status.toLowerCase()})`,
  );
  const exists =
    known.length === 0
      ? 'No template with this name is known for the phone number; run POST /v1/templates/sync if it is new.'
      : `It exists in: ${known.join(', ')}.`;
  return new DomainError('template-not-approved', {
    httpStatus: 422,
    detail: `The template ${name} is not approved in the language ${language}. ${exists}`,
  });
}

export function templateParameters(errors: readonly FieldProblem[]): DomainError {
  return new DomainError('template-parameters', {
    httpStatus: 422,
    detail: 'The variables do not fit the template. Each problem is listed in errors.',
    errors,
  });
}

export function providerUnreachable(cause: string): DomainError {
  return new DomainError('provider-unreachable', {
    httpStatus: 502,
    detail: `WhatsApp could not be asked for the templates (${cause}). Nothing was changed; try again in a minute.`,
    retryAfterSeconds: 60,
    logLevel: 'warn',
  });
}

export function providerRefused(wabaId: string, reason: string): DomainError {
  return new DomainError('provider-refused', {
    httpStatus: 502,
    detail: `WhatsApp refused to list the templates of the account ${wabaId}: ${reason} Nothing was changed; check the access token of its phone number.`,
    logLevel: 'warn',
  });
}
