import { type IdKind, toWireId, type Uuid } from '#libs/kernel';
import { inboundView, type MessageContent, type MessageSummary } from '#libs/sending';

/** Ids inside a content, and what they are ids of. */
const IDS: Readonly<Record<string, IdKind>> = { messageId: 'message', mediaId: 'media' };

/** Meta's raw shape of an inbound message stays inside; the agency reads what it says. */
export function toContentView(content: MessageContent, files: MessageSummary['files']): unknown {
  return content.type === 'inbound' ? inboundView(content, files) : withWireIds(content);
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
