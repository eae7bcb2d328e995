import { randomBytes } from 'node:crypto';
import { GraphFailure, invalid, missing, unknownObject } from './graph-error.js';
import type { JsonObject } from './json.js';
import { HANDLE_TYPES, MEDIA_TYPES } from './media-types.js';
import type { SimulatorClock } from './simulator-clock.js';

/** About a day; Meta does not say exactly. */
const SESSION_LIVES_MS = 86_400_000;
const MOST_BYTES = 100 * 1024 * 1024;

interface Session {
  readonly id: string;
  readonly token: string;
  readonly fileType: string;
  readonly fileLength: number;
  readonly at: number;
  bytes: Buffer;
}

/** A file that a template or a profile may show. */
export interface HandledFile {
  readonly mimeType: string;
  readonly bytes: Buffer;
}

/** The Resumable Upload API: a session, the bytes from an offset on, a handle. https://developers.facebook.com/docs/graph-api/guides/upload */
export class UploadSessions {
  private readonly sessions = new Map<string, Session>();
  private readonly handles = new Map<string, HandledFile>();

  constructor(private readonly clock: SimulatorClock) {}

  /** `POST /{app}/uploads?file_name=&file_length=&file_type=` */
  start(query: URLSearchParams, token: string): JsonObject {
    const fileType = query.get('file_type') ?? '';
    const fileLength = Number(query.get('file_length') ?? '');
    if (fileType === '') throw missing('file_type');
    if (!HANDLE_TYPES.has(fileType)) throw invalid(`The type of file is not supported: ${fileType}`);
    if (!Number.isInteger(fileLength) || fileLength <= 0 || fileLength > MOST_BYTES) {
      throw invalid('file_length is the number of bytes of the file.');
    }
    const id = `upload:${randomBytes(24).toString('base64url')}`;
    this.sessions.set(id, { id, token, fileType, fileLength, at: this.clock.now(), bytes: Buffer.alloc(0) });
    return { id };
  }

  /** `GET /upload:…` */
  show(id: string, token: string): JsonObject {
    const session = this.get('GET', id, token);
    return { id: session.id, file_offset: session.bytes.length };
  }

  /** `POST /upload:…`. Bytes of a connection that broke count as far as they came. */
  append(id: string, token: string, offset: string | undefined, bytes: Buffer): JsonObject {
    const session = this.get('POST', id, token);
    if (Number(offset) !== session.bytes.length || offset === undefined) {
      throw invalid(`file_offset must be ${session.bytes.length}, where the upload goes on.`);
    }
    if (session.bytes.length + bytes.length > session.fileLength)
      throw invalid('There are more bytes than file_length.');
    session.bytes = Buffer.concat([session.bytes, bytes]);
    if (session.bytes.length < session.fileLength) return { id: session.id, file_offset: session.bytes.length };
    return { h: this.handleOf(session) };
  }

  findHandle(handle: string): HandledFile | null {
    return this.handles.get(handle) ?? null;
  }

  private handleOf({ id, fileType, bytes }: Session): string {
    const type = MEDIA_TYPES.get(fileType === 'image/jpg' ? 'image/jpeg' : fileType);
    if (!type?.looksRight(bytes)) throw invalid('The content of the file is not of the type that the session names.');
    const handle = `4::${Buffer.from(fileType).toString('base64url')}:${randomBytes(48).toString('base64url')}`;
    this.handles.set(handle, { mimeType: type.mimeType, bytes });
    this.sessions.delete(id);
    return handle;
  }

  private get(method: string, id: string, token: string): Session {
    const session = this.sessions.get(id);
    if (!session || this.clock.now() - session.at > SESSION_LIVES_MS) throw unknownObject(method, id);
    if (session.token !== token) throw new GraphFailure(10);
    return session;
  }
}
