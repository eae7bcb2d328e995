import { ControlError } from './control-error.js';
import type { Reply } from './http-reply.js';
import { isObject, isText, type JsonObject } from './json.js';
import type { MediaFiles } from './media-files.js';
import type { World } from './world.js';

/** What a citizen may send. */
const MOST_BYTES = 100 * 1024 * 1024;

/** Puts files into the hands of citizens. */
export class MediaControl {
  constructor(
    private readonly world: World,
    private readonly files: MediaFiles,
  ) {}

  /**
   * `{ phoneNumberId, mimeType, base64 }`, or `sizeBytes` instead for a film of that size. @returns what a webhook says of it:
   * `{ id, mime_type, sha256 }`
   */
  plant(input: unknown): JsonObject {
    const { phoneNumberId, mimeType, base64, sizeBytes, fileName } = isObject(input) ? input : {};
    const number = this.world.findNumber(String(phoneNumberId));
    if (!number)
      throw new ControlError('unknown-phone-number', 'There is no phone number with this id.', 'phoneNumberId');
    if (!isText(mimeType))
      throw new ControlError('invalid-media', 'mimeType is a type such as image/jpeg.', 'mimeType');
    const bytes = isText(base64) ? Buffer.from(base64, 'base64') : aFilm(sizeBytes);
    const name = isText(fileName) ? fileName : null;
    const file = this.files.receive({ number, mimeType, fileName: name, bytes });
    return {
      id: file.id,
      mime_type: mimeType,
      sha256: file.sha256.toString('base64'),
      ...(name !== null && { filename: name }),
    };
  }

  /** For the page with the phones. */
  picture(id: string): Reply {
    const file = this.files.find(id);
    if (!file || !PICTURES.has(file.mimeType)) {
      throw new ControlError('not-found', 'There is no picture with this id.', 'id', 404);
    }
    const headers = { 'x-content-type-options': 'nosniff', 'cache-control': 'private, max-age=3600' };
    return { status: 200, type: file.mimeType, body: file.bytes, headers };
  }
}

/** What a browser draws and never runs. */
const PICTURES: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);

/** The least that is a film: a kind, an index, and content that means nothing. */
function aFilm(sizeBytes: unknown): Buffer {
  if (!Number.isInteger(sizeBytes) || (sizeBytes as number) < 64 || (sizeBytes as number) > MOST_BYTES) {
    throw new ControlError('invalid-media', 'base64 is the content, or sizeBytes how large it is.', 'sizeBytes');
  }
  const box = (type: string, content: Buffer) => {
    const header = Buffer.alloc(8);
    header.writeUInt32BE(8 + content.length);
    header.write(type, 4, 'latin1');
    return Buffer.concat([header, content]);
  };
  const kind = box('ftyp', Buffer.from('isom\0\0\0\0isommp41', 'latin1'));
  const index = box('moov', Buffer.alloc(8));
  const content = Buffer.alloc((sizeBytes as number) - kind.length - index.length - 8, 0x5a);
  return Buffer.concat([kind, index, box('mdat', content)]);
}
