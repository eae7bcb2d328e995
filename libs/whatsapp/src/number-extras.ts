import { textOf } from './number-answers.js';

type JsonObject = Readonly<Record<string, unknown>>;

/** A link that opens a chat with a text already written. https://developers.facebook.com/documentation/business-messaging/whatsapp/qr-codes */
export interface ShortLink {
  readonly code: string;
  readonly prefilledMessage: string;
  /** `https://wa.me/message/4O4YGZEG3RIVE9`; a QR code of it is the picture of the link. */
  readonly url: string;
}

/** Names a person to Meta: by phone, in E.164, or by BSUID. */
export type BlockSubject = { readonly phone: string } | { readonly userId: string };

export interface BlockedUser {
  readonly phone: string | null;
  readonly userId: string | null;
}

export interface BlockedPage {
  readonly users: readonly BlockedUser[];
  readonly next: string | null;
}

/** What became of one person of a request to block or to let in again. */
export interface BlockOutcome {
  /** As the request named the person. */
  readonly input: string;
  /** Meta's code and words, or null when it was done. */
  readonly error: { readonly code: number; readonly details: string } | null;
}

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/conversational-components */
export interface ConversationStarters {
  /** What a chat offers to tap before anything was written. */
  readonly prompts: readonly string[];
  /** What the chat lists when a person types a slash. */
  readonly commands: readonly ConversationCommand[];
}

export interface ConversationCommand {
  readonly name: string;
  readonly description: string;
}

export const SHORT_LINK_FIELDS = 'code,prefilled_message,deep_link_url';

/** `{"code":"4O4YGZEG3RIVE9","prefilled_message":"Report a leak","deep_link_url":"https://wa.me/message/4O4YGZEG3RIVE9"}` */
export function readShortLink(answer: JsonObject): ShortLink {
  const code = textOf(answer['code']) ?? '';
  return {
    code,
    prefilledMessage: textOf(answer['prefilled_message']) ?? '',
    url: textOf(answer['deep_link_url']) ?? `https://wa.me/message/${code}`,
  };
}

export function readShortLinks(answer: JsonObject): ShortLink[] {
  return listOf(answer['data']).map(readShortLink);
}

/**
 * `{"data":[{"messaging_product":"whatsapp","wa_id":"15550142377"}],"paging":{…}}`, or one level deeper under `block_users`:
 * Meta documents both.
 */
export function readBlockedUsers(answer: JsonObject): BlockedUser[] {
  return listOf(answer['data'])
    .flatMap((item) => (Array.isArray(item['block_users']) ? listOf(item['block_users']) : [item]))
    .map((item) => ({ phone: textOf(item['wa_id']), userId: textOf(item['user_id']) }))
    .filter(({ phone, userId }) => phone !== null || userId !== null);
}

/** `{"block_users":{"added_users":[{"input":"+1…","wa_id":"1…"}],"failed_users":[{"input":"+1…","errors":[{"code":131047,…}]}]}}` */
export function readBlockOutcomes(answer: JsonObject): BlockOutcome[] {
  const users = (answer['block_users'] ?? {}) as JsonObject;
  const done = [...listOf(users['added_users']), ...listOf(users['removed_users'])];
  return [
    ...done.map((item) => ({ input: String(item['input'] ?? ''), error: null })),
    ...listOf(users['failed_users']).map((item) => ({
      input: String(item['input'] ?? ''),
      error: readError(listOf(item['errors'])[0]),
    })),
  ];
}

/** `{"conversational_automation":{"prompts":["…"],"commands":[{"command_name":"…","command_description":"…"}]}}` */
export function readStarters(answer: JsonObject): ConversationStarters {
  const automation = (answer['conversational_automation'] ?? {}) as JsonObject;
  const prompts = Array.isArray(automation['prompts']) ? automation['prompts'] : [];
  return {
    prompts: prompts.filter((prompt) => typeof prompt === 'string'),
    commands: listOf(automation['commands']).map((command) => ({
      name: textOf(command['command_name']) ?? '',
      description: textOf(command['command_description']) ?? '',
    })),
  };
}

function readError(error: JsonObject | undefined): { code: number; details: string } {
  const { details } = (error?.['error_data'] ?? {}) as { details?: unknown };
  return { code: Number(error?.['code'] ?? 0), details: textOf(details) ?? textOf(error?.['message']) ?? '' };
}

function listOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'object' && item !== null) : [];
}
