import { toWireId } from '#libs/kernel';
import type { ParkedWebhook } from '#libs/webhooks';

/** A webhook that waits for a person. What citizens said in it is not shown. */
export class ParkedWebhookDto {
  /** `whk_…` */
  id: string;
  /** `unknown-number`, `unreadable`, or the words of the last failure. */
  reason: string;
  receivedAt: string;
  /** How often it was tried. */
  attempts: number;
  /** Size of the body; 0 once it was deleted. */
  bytes: number;
  /** What it is about: `messages`, `account_update` … */
  fields: string[];
  /** Meta's ids of the numbers that it names. */
  numbers: string[];
  /** Meta's ids of the accounts that it names. */
  accounts: string[];
  /** How many messages of citizens are in it. */
  messages: number;
  /** How many statuses of messages are in it. */
  statuses: number;
}

export class ParkedWebhookPageDto {
  data: ParkedWebhookDto[];
  /** Pass as `after` for the next page; null on the last. */
  next: string | null;
}

export function toParkedWebhookDto({ id, receivedAt, ...webhook }: ParkedWebhook): ParkedWebhookDto {
  const lists = { fields: [...webhook.fields], numbers: [...webhook.numbers], accounts: [...webhook.accounts] };
  return { ...webhook, ...lists, id: toWireId('webhook', id), receivedAt: receivedAt.toISOString() };
}
