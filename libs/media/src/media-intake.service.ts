import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, type Uuid } from '#libs/kernel';
import { Images } from './images.service.js';
import { type Watcher, watcherOf } from './inspection/completeness.js';
import { type DeclaredFile, detectType, HEAD_BYTES } from './inspection/detect-type.js';
import { isAnimatedWebp } from './inspection/image-forms.js';
import { Measure, peek } from './inspection/measure.js';
import { opusVoices } from './inspection/ogg-pages.js';
import {
  bodyBrokenOff,
  mediaEmpty,
  mediaForm,
  mediaTooLarge,
  mediaTruncated,
  mediaTypeRefused,
  storageUnavailable,
} from './media.errors.js';
import type { MediaFacts } from './media.js';
import { LARGEST_BYTES, type MediaRule, ruleOf } from './media-rules.js';
import { MediaVault } from './media-vault.service.js';

/** A file on its way in. */
export interface Incoming {
  readonly agencyId: Uuid;
  readonly id: Uuid;
  readonly key: Buffer;
  readonly bytes: AsyncIterable<Buffer>;
  readonly declared: DeclaredFile;
  /** Where the request names it, for what is wrong with it. */
  readonly field: string;
}

type Found = Pick<MediaFacts, 'kind' | 'mimeType'> & Partial<MediaFacts>;

const NOTHING_KNOWN = { width: null, height: null, isAnimated: false, isVoice: false } as const;

/** Reads files once, from wherever they come into the vault, and finds out on the way what they are. */
@Injectable()
export class MediaIntake {
  constructor(
    private readonly vault: MediaVault,
    private readonly images: Images,
  ) {}

  /** Of the agency itself: only what WhatsApp takes, whole and within its limits. @throws DomainError naming the field */
  async take(incoming: Incoming): Promise<MediaFacts> {
    const { field, declared } = incoming;
    const { head, whole } = await peek(incoming.bytes, HEAD_BYTES);
    try {
      if (head.length === 0) throw mediaEmpty(field);
      const mimeType = await detectType(head, declared);
      const rule = mimeType === null ? null : ruleOf(mimeType);
      if (!rule) throw mediaTypeRefused(field, mimeType);
      if (rule.kind === 'image' || rule.kind === 'sticker') return await this.takeImage(incoming, whole, rule);
      return await this.takeStream(incoming, whole, head, rule);
    } finally {
      await whole.return(undefined);
    }
  }

  /** Of a citizen: whatever it is, up to the size that WhatsApp delivers. It is shown as what it turned out to be. */
  async keep(incoming: Incoming): Promise<MediaFacts> {
    const { head, whole } = await peek(incoming.bytes, HEAD_BYTES);
    if (head.length === 0) throw mediaEmpty(incoming.field);
    const mimeType = (await detectType(head, incoming.declared)) ?? 'application/octet-stream';
    const found: Found = {
      kind: ruleOf(mimeType)?.kind ?? 'document',
      mimeType,
      isAnimated: isAnimatedWebp(head),
      isVoice: opusVoices(head) === 1,
    };
    const measure = new Measure(LARGEST_BYTES, () => mediaTooLarge(incoming.field, LARGEST_BYTES, 'A file'));
    await this.store(incoming, watched(whole, [measure]));
    return { ...NOTHING_KNOWN, ...found, sizeBytes: measure.sizeBytes, sha256: measure.sha256() };
  }

  private async takeImage(incoming: Incoming, whole: AsyncIterable<Buffer>, rule: MediaRule): Promise<MediaFacts> {
    const { field } = incoming;
    const measure = new Measure(rule.maxBytes, () => mediaTooLarge(field, rule.maxBytes, `The ${rule.kind}`));
    const pieces: Buffer[] = [];
    for await (const piece of watched(whole, [measure])) pieces.push(piece);
    const { bytes, ...found } = await this.images.prepare(Buffer.concat(pieces), rule, field);
    await this.store(incoming, once(bytes));
    const sha256 = createHash('sha256').update(bytes).digest();
    return { ...NOTHING_KNOWN, ...found, kind: rule.kind, mimeType: rule.mimeType, sizeBytes: bytes.length, sha256 };
  }

  private async takeStream(
    incoming: Incoming,
    whole: AsyncIterable<Buffer>,
    head: Buffer,
    { kind, mimeType, maxBytes }: MediaRule,
  ): Promise<MediaFacts> {
    const { field } = incoming;
    const voices = mimeType === 'audio/ogg' ? opusVoices(head) : null;
    if (mimeType === 'audio/ogg' && voices !== 1)
      throw mediaForm(field, 'OGG audio must be Opus with one voice (mono)');
    const measure = new Measure(maxBytes, () => mediaTooLarge(field, maxBytes, `A file of the kind ${kind}`));
    const watcher = watcherOf(mimeType);
    await this.store(incoming, watched(whole, [measure, ...(watcher ? [watcher] : [])]), watcher);
    const isVoice = voices === 1;
    return { ...NOTHING_KNOWN, kind, mimeType, isVoice, sizeBytes: measure.sizeBytes, sha256: measure.sha256() };
  }

  /** What a store refuses or loses is our fault; what is wrong with the bytes themselves is told as it is. */
  private async store(
    { agencyId, id, key, field }: Incoming,
    bytes: AsyncIterable<Buffer>,
    watcher: Watcher | null = null,
  ): Promise<void> {
    const source = new Source(assertWhole(bytes, watcher, field));
    try {
      await this.vault.write(agencyId, id, key, source.read());
    } catch {
      // Stores wrap what they meet in errors of their own.
      throw source.fault ?? storageUnavailable();
    }
  }
}

/** Remembers why the bytes stopped coming. */
class Source {
  fault: DomainError | null = null;

  constructor(private readonly bytes: AsyncIterable<Buffer>) {}

  async *read(): AsyncGenerator<Buffer> {
    try {
      yield* this.bytes;
    } catch (error) {
      this.fault = error instanceof DomainError ? error : bodyBrokenOff();
      throw error;
    }
  }
}

interface Sees {
  see(bytes: Buffer): void;
}

async function* watched(bytes: AsyncIterable<Buffer>, watchers: readonly Sees[]): AsyncGenerator<Buffer> {
  for await (const piece of bytes) {
    for (const watcher of watchers) watcher.see(piece);
    yield piece;
  }
}

/** Fails at the end of a broken file, so that the store throws away what it has of it. */
async function* assertWhole(
  bytes: AsyncIterable<Buffer>,
  watcher: Watcher | null,
  field: string,
): AsyncGenerator<Buffer> {
  yield* bytes;
  if (watcher && !watcher.isWhole()) throw mediaTruncated(field);
  const fault = watcher?.fault?.() ?? null;
  if (fault !== null) throw mediaForm(field, fault);
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
