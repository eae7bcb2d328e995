import { itemReader } from '#libs/http';
import { DomainError } from '#libs/kernel';
import type { SendRequest } from '#libs/sending';
import { SendMessageDto } from './dto/send-message.dto.js';
import { toSendRequest } from './to-send-request.js';

const readMessage = itemReader(SendMessageDto, 'message');

export interface ReadItem {
  /** As it was read. One that could not be is told from others by its text alone, which may hold what no hash takes. */
  readonly body: unknown;
  readonly request: SendRequest | DomainError;
}

/** Each message of a batch by itself: one that is not as it must be is refused at its place. */
export function readBatch(messages: readonly unknown[]): ReadItem[] {
  return messages.map((message) => {
    try {
      const body = readMessage(message);
      return { body, request: toSendRequest(body) };
    } catch (error) {
      if (error instanceof DomainError) return { body: JSON.stringify(message), request: error };
      throw error;
    }
  });
}
