import { type FieldProblem, invalidRequest } from '#libs/kernel';
import type { SendRequest } from '#libs/sending';
import type { SendMessageDto } from './dto/send-message.dto.js';

const RECIPIENTS = ['to', 'contactId', 'userId'] as const;
const CONTENTS = ['template', 'text'] as const;

/** @throws DomainError `invalid-request` unless the request names exactly one recipient and one content */
export function toSendRequest(dto: SendMessageDto): SendRequest {
  const problems = [...exactlyOne(dto, RECIPIENTS, 'recipient'), ...exactlyOne(dto, CONTENTS, 'content')];
  if (problems.length > 0) throw invalidRequest(problems);
  const {
    purpose,
    text,
    template,
    language,
    reference,
    metadata,
    from,
    sendAt,
    expiresAt,
    ttlSeconds,
    overrideQuietHours,
    lane,
  } = dto;
  return {
    recipient: recipientOf(dto),
    purpose,
    text,
    template: template && { name: template.name, language: template.language, variables: template.variables ?? {} },
    language,
    reference,
    metadata,
    numberId: from,
    sendAt,
    expiresAt,
    ttlSeconds,
    overrideQuietHours,
    lane,
  };
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
