import { createHash, randomBytes, randomInt } from 'node:crypto';
import type { SimulatorClock } from './simulator-clock.js';
import type { WorldNumber } from './world.js';

const DAY_MS = 86_400_000;
/** https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media */
const UPLOADED_DAYS = 30;
const RECEIVED_DAYS = 7;
const URL_LIVES_MS = 5 * 60_000;

export interface MediaFile {
  readonly id: string;
  readonly number: WorldNumber;
  readonly mimeType: string;
  readonly fileName: string | null;
  readonly bytes: Buffer;
  readonly sha256: Buffer;
  readonly expiresAt: number;
}

export type NewMediaFile = Pick<MediaFile, 'number' | 'mimeType' | 'fileName' | 'bytes'>;

/** The files that numbers have, each under an id that no other number may use. */
export class MediaFiles {
  private readonly files = new Map<string, MediaFile>();
  private readonly secret = randomBytes(16).toString('hex');

  constructor(private readonly clock: SimulatorClock) {}

  upload(file: NewMediaFile): MediaFile {
    return this.add(file, UPLOADED_DAYS);
  }

  /** A citizen has sent it. */
  receive(file: NewMediaFile): MediaFile {
    return this.add(file, RECEIVED_DAYS);
  }

  /** Null when it never was, was deleted, or is too old. */
  find(id: string): MediaFile | null {
    const file = this.files.get(id);
    return file && file.expiresAt > this.clock.now() ? file : null;
  }

  /** Whether a number may send it. */
  isUsable(number: WorldNumber, id: string): boolean {
    return this.find(id)?.number.id === number.id;
  }

  delete(id: string): void {
    this.files.delete(id);
  }

  /** Good for five minutes, as the `ext` in it says; the hash binds both. */
  urlOf({ id }: MediaFile, host: string): string {
    const ext = Math.floor((this.clock.now() + URL_LIVES_MS) / 1000);
    const query = new URLSearchParams({ mid: id, ext: String(ext), hash: this.hashOf(id, ext) });
    return `http://${host}/whatsapp_business/attachments/?${query}`;
  }

  /** The file behind an address, or null when the address is wrong or too old. */
  behind(query: URLSearchParams): MediaFile | null {
    const [id, ext] = [query.get('mid') ?? '', Number(query.get('ext'))];
    const isGood = query.get('hash') === this.hashOf(id, ext) && ext * 1000 > this.clock.now();
    return isGood ? this.find(id) : null;
  }

  private add(file: NewMediaFile, days: number): MediaFile {
    const id = `1${randomInt(1e7, 1e8)}${randomInt(1e7, 1e8)}`;
    const sha256 = createHash('sha256').update(file.bytes).digest();
    const added = { ...file, id, sha256, expiresAt: this.clock.now() + days * DAY_MS };
    this.files.set(id, added);
    return added;
  }

  private hashOf(id: string, ext: number): string {
    return createHash('sha256').update(`${this.secret}|${id}|${ext}`).digest('base64url').slice(0, 40);
  }
}
