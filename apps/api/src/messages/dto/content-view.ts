import { type IdKind, toWireId, type Uuid } from '#libs/kernel';
import type { MessageContent } from '#libs/sending';

/** Ids inside a content, and what they are ids of. */
const IDS: Readonly<Record<string, IdKind>> = { messageId: 'message', mediaId: 'media' };

/** Meta's raw shape of an inbound message stays inside; its text is what the agency reads. */
export function toContentView(content: MessageContent): unknown {
  if (content.type !== 'inbound') return withWireIds(content);
  return content.text === undefined ? { type: content.kind } : { type: content.kind, text: { body: content.text } };
}

/** What a department gave, as it gave it. Objects whose form is theirs alone are left as they are. */
function withWireIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withWireIds);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, idOrInner(key, inner)]));
}

const OWN_FORM: ReadonlySet<string> = new Set(['data', 'flowData', 'variables', 'values']);

function idOrInner(key: string, value: unknown): unknown {
  const kind = IDS[key];
  if (kind && typeof value === 'string') return toWireId(kind, value as Uuid);
  return OWN_FORM.has(key) ? value : withWireIds(value);
}
