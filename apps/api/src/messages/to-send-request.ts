import { type FieldProblem, invalidRequest } from '#libs/kernel';
import { CONTENT_KINDS, type SendRequest } from '#libs/sending';
import type { TemplateContentDto } from './dto/content/template.dto.js';
import type { SendMessageDto } from './dto/send-message.dto.js';

const RECIPIENTS = ['to', 'contactId', 'userId'] as const;

/** @throws DomainError `invalid-request` unless the request names exactly one recipient and one content */
export function toSendRequest(dto: SendMessageDto): SendRequest {
  const problems = [...exactlyOne(dto, RECIPIENTS, 'recipient'), ...exactlyOne(dto, CONTENT_KINDS, 'content')];
  if (problems.length > 0) throw invalidRequest(problems);
  const { to: _to, contactId: _contactId, userId: _userId, from, template, ...rest } = dto;
  return { ...rest, recipient: recipientOf(dto), numberId: from, ...(template && { template: toTemplate(template) }) };
}

function toTemplate({ variables = {}, offerExpiresAt, ...template }: TemplateContentDto): SendRequest['template'] {
  return { ...template, variables, ...(offerExpiresAt && { offerExpiresAt: offerExpiresAt.toISOString() }) };
}

function exactlyOne<K extends keyof SendMessageDto>(
  dto: SendMessageDto,
  names: readonly K[],
  what: string,
): FieldProblem[] {
  const given = names.filter((name) => dto[name] !== undefined);
  const [first] = names;
  if (given.length === 0 && first) {
    return [{ field: first, code: 'required', message: `name one ${what}: ${names.join(', ')}` }];
  }
  return given.slice(1).map((name) => ({
    field: name,
    code: 'ambiguous',
    message: `name only one ${what}: ${given.join(' and ')} are both there`,
  }));
}

function recipientOf({ to, contactId, userId }: SendMessageDto): SendRequest['recipient'] {
  if (to !== undefined) return { phone: to };
  return contactId !== undefined ? { contactId } : { userId: userId ?? '' };
}
