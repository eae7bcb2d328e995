import { Pool, request } from 'undici';
import { callGraph, type GraphCall, GraphCallError } from './graph-call.js';
import { readMediaDescription } from './media-answers.js';
import { multipartUpload } from './multipart-upload.js';

export interface MediaClientOptions {
  /** `https://graph.facebook.com`, or the address of a simulator. */
  readonly baseUrl: string;
  readonly apiVersion: string;
  /** From the last byte sent to the first of the answer: WhatsApp looks at the file meanwhile. */
  readonly answerTimeoutMs?: number;
}

/** A number and the token that speaks for it. */
export interface MediaSubject {
  readonly phoneNumberId: string;
  readonly accessToken: string;
}

/** A file to hand over; its bytes are read once and never held. */
export interface OutgoingFile {
  readonly bytes: AsyncIterable<Buffer>;
  readonly sizeBytes: number;
  readonly mimeType: string;
  readonly fileName: string;
}

/** `{ "messaging_product": "whatsapp", "url": "https://lookaside…", "mime_type", "sha256", "file_size", "id" }` */
export interface MediaDescription {
  /** Valid for five minutes, and only with the token. */
  readonly url: string;
  readonly mimeType: string | null;
  /** Hexadecimal in samples, base64 elsewhere. */
  readonly sha256: string | null;
  readonly sizeBytes: number | null;
}

export interface DownloadedMedia {
  readonly mimeType: string | null;
  /** As the answer says, or null when it does not. */
  readonly sizeBytes: number | null;
  readonly bytes: AsyncIterable<Buffer>;
}

const DEFAULT_ANSWER_TIMEOUT_MS = 60_000;
const CONNECT_TIMEOUT_MS = 3_000;

/** Where WhatsApp keeps files. The token goes nowhere else. https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media */
const MEDIA_HOSTS = /(?:^|\.)(?:fbsbx\.com|facebook\.com|fbcdn\.net|whatsapp\.net)$/;

/** Files at WhatsApp: handing them over, fetching them, and the Resumable Upload API. Throws `GraphCallError`; repeats nothing. */
export class MediaClient {
  private readonly pool: Pool;
  private readonly origin: string;
  private readonly pathPrefix: string;

  constructor({ baseUrl, apiVersion, answerTimeoutMs = DEFAULT_ANSWER_TIMEOUT_MS }: MediaClientOptions) {
    const base = new URL(baseUrl);
    this.origin = base.origin;
    this.pathPrefix = `${base.pathname.replace(/\/+$/, '')}/${apiVersion}`;
    this.pool = new Pool(base.origin, {
      connections: 8,
      headersTimeout: answerTimeoutMs,
      bodyTimeout: answerTimeoutMs,
      connect: { timeout: CONNECT_TIMEOUT_MS },
    });
  }

  /** @returns WhatsApp's id of the file, which this number may use for thirty days */
  async upload(
    { phoneNumberId, accessToken }: MediaSubject,
    file: OutgoingFile,
    signal?: AbortSignal,
  ): Promise<string> {
    const content = multipartUpload(file);
    const path = `/${encodeURIComponent(phoneNumberId)}/media`;
    return idOf(await this.call({ method: 'POST', path, accessToken, content, signal }));
  }

  async describe({ phoneNumberId, accessToken }: MediaSubject, mediaId: string): Promise<MediaDescription> {
    const path = `/${encodeURIComponent(mediaId)}?${new URLSearchParams({ phone_number_id: phoneNumberId })}`;
    const description = readMediaDescription(await this.call({ method: 'GET', path, accessToken }));
    if (!description) throw new GraphCallError('unknown', 'The answer has no address of the file.', 200);
    return description;
  }

  /** An address that is too old is answered with 404, which is a refusal without a code of Graph. */
  async download(url: string, accessToken: string, signal?: AbortSignal): Promise<DownloadedMedia> {
    if (!this.mayCall(url)) throw new GraphCallError('refused', 'The address of the file is not one of WhatsApp.');
    const answer = await request(url, {
      headers: { authorization: `Bearer ${accessToken}`, 'user-agent': 'Belfry/1' },
      ...(signal && { signal }),
    }).catch((error: Error) => {
      throw new GraphCallError('unknown', error.message);
    });
    if (answer.statusCode !== 200) {
      await answer.body.dump();
      throw new GraphCallError('refused', `HTTP ${answer.statusCode} for the file`, answer.statusCode);
    }
    const { 'content-type': type, 'content-length': length } = answer.headers;
    return {
      mimeType: typeof type === 'string' ? type : null,
      sizeBytes: typeof length === 'string' ? Number(length) : null,
      bytes: answer.body as AsyncIterable<Buffer>,
    };
  }

  async remove({ phoneNumberId, accessToken }: MediaSubject, mediaId: string): Promise<void> {
    const path = `/${encodeURIComponent(mediaId)}?${new URLSearchParams({ phone_number_id: phoneNumberId })}`;
    await this.call({ method: 'DELETE', path, accessToken });
  }

  /** @returns the id of the session, which lives about a day. https://developers.facebook.com/docs/graph-api/guides/upload */
  async startUpload(appId: string, accessToken: string, file: Omit<OutgoingFile, 'bytes'>): Promise<string> {
    const query = new URLSearchParams({
      file_name: file.fileName,
      file_length: String(file.sizeBytes),
      file_type: file.mimeType,
    });
    return idOf(
      await this.call({ method: 'POST', path: `/${encodeURIComponent(appId)}/uploads?${query}`, accessToken }),
    );
  }

  /** @returns how many bytes of a session have arrived */
  async uploadedBytes(session: string, accessToken: string): Promise<number> {
    const answer = await this.call({ method: 'GET', path: `/${session}`, authorization: `OAuth ${accessToken}` });
    const offset = Number(answer['file_offset']);
    if (!Number.isSafeInteger(offset)) throw new GraphCallError('unknown', 'The answer has no offset.', 200);
    return offset;
  }

  /** Sends what is left from `offset` on. @returns the handle */
  async sendBytes(
    session: string,
    accessToken: string,
    {
      offset,
      length,
      bytes,
    }: { readonly offset: number; readonly length: number; readonly bytes: AsyncIterable<Buffer> },
    signal?: AbortSignal,
  ): Promise<string> {
    const authorization = `OAuth ${accessToken}`;
    const headers = {
      file_offset: String(offset),
      'content-type': 'application/octet-stream',
      'content-length': String(length),
    };
    const answer = await this.call({
      method: 'POST',
      path: `/${session}`,
      authorization,
      content: { headers, bytes },
      signal,
    });
    const handle = answer['h'];
    if (typeof handle !== 'string' || handle === '')
      throw new GraphCallError('unknown', 'The answer has no handle.', 200);
    return handle;
  }

  async close(): Promise<void> {
    await this.pool.close();
  }

  private mayCall(url: string): boolean {
    if (!URL.canParse(url)) return false;
    const { origin, protocol, hostname } = new URL(url);
    return origin === this.origin || (protocol === 'https:' && MEDIA_HOSTS.test(hostname));
  }

  private call(call: GraphCall): Promise<Readonly<Record<string, unknown>>> {
    return callGraph(this.pool, { ...call, path: `${this.pathPrefix}${call.path}` });
  }
}

function idOf(answer: Readonly<Record<string, unknown>>): string {
  const id = answer['id'];
  if (typeof id !== 'string' || id === '') throw new GraphCallError('unknown', 'The answer has no id.', 200);
  return id;
}
