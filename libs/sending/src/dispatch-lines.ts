import type { JsonObject } from '#libs/audit';
import { toWireId, type Uuid } from '#libs/kernel';

/** One attempt among those that an entry is about. */
export interface DispatchLine {
  readonly messageId: Uuid;
  readonly attempt: number;
}

/** An entry takes 60,000 bytes of detail, and a line 36 of them. */
export const LINES_PER_ENTRY = 1_000;

/**
 * `{ "number": "num_…", "attempts": ["msg_…:1", …] }`: what left from where. When is the time of the entry, which is that of
 * each attempt.
 */
export function dispatchDetail(numberId: Uuid, lines: readonly DispatchLine[]): JsonObject {
  return { number: toWireId('phoneNumber', numberId), attempts: lines.map(lineText) };
}

export function lineText({ messageId, attempt }: DispatchLine): string {
  return `${toWireId('message', messageId)}:${attempt}`;
}
