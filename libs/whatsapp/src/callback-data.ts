import { parseWireId, toWireId, type Uuid } from '#libs/kernel';

export interface CallbackData {
  readonly messageId: Uuid;
  readonly attempt: number;
}

const PREFIX = 'belfry:1:';
const FORM = /^belfry:1:(msg_[0-9a-z]{26}):([1-9][0-9]{0,4})$/;

/** What goes to Meta as `biz_opaque_callback_data`, e.g. `belfry:1:msg_01k…:1`. It names an attempt and nothing personal. */
export function formatCallbackData(messageId: Uuid, attempt: number): string {
  return `${PREFIX}${toWireId('message', messageId)}:${attempt}`;
}

/** The attempt that a status webhook echoes, or null when the text is not one that we wrote. */
export function parseCallbackData(text: string): CallbackData | null {
  const match = FORM.exec(text);
  if (!match) return null;
  const messageId = parseWireId('message', match[1] ?? '');
  return messageId === null ? null : { messageId, attempt: Number(match[2]) };
}
