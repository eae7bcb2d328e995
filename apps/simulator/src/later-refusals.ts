import { isObject, isText, type JsonObject } from './json.js';
import type { MediaFiles } from './media-files.js';
import type { Profile } from './profile.js';
import type { Threads } from './threads.js';
import type { WorldNumber } from './world.js';

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/reaction-messages */
const REACTION_MS = 30 * 24 * 3_600_000;

const BAD_TARGET = 131009;
const NO_SUCH_FILE = 131053;

const FILES: ReadonlySet<string> = new Set(['image', 'video', 'audio', 'document', 'sticker']);

export interface AcceptedBody {
  readonly type: string;
  readonly body: JsonObject;
  readonly number: WorldNumber;
}

/** What Meta finds only after it has accepted, and reports as failed. */
export class LaterRefusals {
  constructor(
    private readonly profile: Profile,
    private readonly threads: Threads,
    private readonly files: MediaFiles,
  ) {}

  codeOf({ type, body, number }: AcceptedBody, at: number): number | null {
    const { statuses, threads } = this.profile.settings;
    if (!statuses || !threads) return null;
    if (type === 'reaction') return this.isReactable(body['reaction'] as JsonObject, number, at) ? null : BAD_TARGET;
    const isThere = fileIdsIn({ [type]: body[type] }).every((id) => this.files.isUsable(number, id));
    return isThere ? null : NO_SUCH_FILE;
  }

  private isReactable({ message_id: wamid }: JsonObject, number: WorldNumber, at: number): boolean {
    const target = this.threads.findIn(String(wamid), number.id);
    return target !== undefined && target.type !== 'reaction' && at - target.at <= REACTION_MS;
  }
}

/** Ids of files anywhere in a content: the content itself, a header, a card, a parameter of a template. */
function fileIdsIn(content: unknown): string[] {
  if (Array.isArray(content)) return content.flatMap(fileIdsIn);
  if (!isObject(content)) return [];
  return Object.entries(content).flatMap(([name, inner]) => {
    const isFile = FILES.has(name) && isObject(inner) && isText(inner['id']);
    return isFile ? [String(inner['id'])] : fileIdsIn(inner);
  });
}
