import { DomainError, type FieldProblem } from '#libs/kernel';
import type { Finding } from './lint/finding.js';
import { describeRejection } from './rejection-reasons.js';
import { APPROVED } from './template.js';

/** One language in which a template exists, and whether Meta would send it. */
export interface TemplateLanguage {
  readonly language: string;
  readonly status: string;
  readonly rejectedReason?: string | null;
  readonly pausedUntil?: Date | null;
}

/** Unknown and not approved are one answer with one cure: see what exists, or synchronise. */
export function templateNotApproved(
  name: string,
  language: string,
  existing: readonly TemplateLanguage[],
): DomainError {
  const known = existing.map((one) => (one.status === APPROVED ? one.language : `${one.language} (${whyNot(one)})`));
  const exists =
    known.length === 0
      ? 'No template with this name is known for the phone number; run POST /v1/templates/sync if it is new.'
      : `It exists in: ${known.join(', ')}.`;
  return new DomainError('template-not-approved', {
    httpStatus: 422,
    detail: `The template ${name} is not approved in the language ${language}. ${exists}`,
  });
}

/** Why Meta does not send it, in words. */
function whyNot({ status, rejectedReason, pausedUntil }: TemplateLanguage): string {
  if (status === 'REJECTED') {
    return `rejected by WhatsApp: ${describeRejection(rejectedReason ?? null).words.replace(/\.$/, '')}`;
  }
  if (status !== 'PAUSED') return status.toLowerCase();
  const until = pausedUntil ? ` until ${pausedUntil.toISOString()}` : '';
  return `paused by WhatsApp${until}: people blocked or reported it`;
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

/** Each finding that keeps it from being submitted stands in errors, at its place. */
export function templateLint(findings: readonly Finding[]): DomainError {
  return new DomainError('template-lint', {
    httpStatus: 422,
    detail: 'WhatsApp would not take the template. Each reason is listed in errors, with what to do.',
    errors: findings
      .filter(({ severity }) => severity === 'error')
      .map(({ place, code, message, advice }) => ({ field: place, code, message: `${message} ${advice}` })),
  });
}

export function templateChanged(): DomainError {
  return new DomainError('template-changed', {
    httpStatus: 409,
    detail: 'Somebody has changed the template meanwhile. Read its newest version, then decide again.',
  });
}

export function templateExists(name: string, language: string): DomainError {
  return new DomainError('template-exists', {
    httpStatus: 409,
    detail: `There is a template ${name} in the language ${language}. Write a new version of it, or choose another name.`,
  });
}

/** Meta keeps the name of a deleted template for 30 days. */
export function templateNameLocked(name: string, until: Date): DomainError {
  return new DomainError('template-name-locked', {
    httpStatus: 409,
    detail: `WhatsApp keeps the name ${name} until ${until.toISOString()}, because a template of this name was deleted. Choose another name, or wait.`,
  });
}

export function templateState(detail: string): DomainError {
  return new DomainError('template-state', { httpStatus: 409, detail });
}

export function templateEditLimit(at: Date): DomainError {
  return new DomainError('template-edit-limit', {
    httpStatus: 409,
    detail: `WhatsApp takes one change of an approved template a day, and ten in thirty days. The next is possible at ${at.toISOString()}. Submit it then, or copy the template to a new name.`,
  });
}

export function writerMayNotApprove(): DomainError {
  return new DomainError('second-person-needed', {
    httpStatus: 403,
    detail:
      'Whoever wrote a version or asked for its approval cannot decide about it. Somebody else with the permission must.',
  });
}

export function accountMissing(): DomainError {
  return new DomainError('template-account-missing', {
    httpStatus: 409,
    detail:
      'The agency has no phone number in such a WhatsApp account yet. Connect a number first; GET /v1/numbers lists them.',
  });
}

export function templateRefused(words: string): DomainError {
  return new DomainError('provider-refused', { httpStatus: 502, detail: words, logLevel: 'warn' });
}
