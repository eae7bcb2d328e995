import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GraphApi } from './graph-api.js';
import { GraphFailure } from './graph-error.js';
import { jsonReply, type Reply } from './http-reply.js';
import type { MediaFaults, MediaStep } from './media-faults.js';
import type { MediaFiles } from './media-files.js';
import type { MediaUploads } from './media-uploads.js';
import type { UploadSessions } from './upload-sessions.js';
import type { World } from './world.js';

export interface MediaApiParts {
  readonly world: World;
  readonly graph: GraphApi;
  readonly files: MediaFiles;
  readonly uploads: MediaUploads;
  readonly sessions: UploadSessions;
  readonly faults: MediaFaults;
}

const UPLOAD = /^\/v\d{1,3}\.\d{1,2}\/\d+\/media(?:\?|$)/;
const SESSION = /^\/v\d{1,3}\.\d{1,2}\/(upload:[\w-]+)(?:\?|$)/;
const ATTACHMENTS = '/whatsapp_business/attachments/';

/** The calls about files whose bodies are bytes and not JSON. */
export class MediaApi {
  constructor(private readonly parts: MediaApiParts) {}

  takes({ method, url = '' }: IncomingMessage): boolean {
    return (method === 'POST' && (UPLOAD.test(url) || SESSION.test(url))) || url.startsWith(ATTACHMENTS);
  }

  /** @returns null when it has answered itself, or broken the connection */
  async answer(request: IncomingMessage, response: ServerResponse): Promise<Reply | null> {
    const { url = '' } = request;
    if (url.startsWith(ATTACHMENTS)) return this.download(request, response);
    const [, session] = SESSION.exec(url) ?? [];
    return session === undefined ? this.upload(request) : this.append(session, request);
  }

  private async upload(request: IncomingMessage): Promise<Reply | null> {
    const { url = '', headers } = request;
    const number = this.parts.graph.numberOf({ url, authorization: headers.authorization });
    if (await this.fails('upload', request)) return null;
    return jsonReply(200, await this.parts.uploads.post(number, request));
  }

  private async append(session: string, request: IncomingMessage): Promise<Reply | null> {
    const token = /^OAuth +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (this.parts.world.tokenState(token) !== 'valid') throw new GraphFailure(190);
    const offset = request.headers['file_offset'];
    const fault = this.parts.faults.next('session');
    const bytes = await collect(request, fault?.cutAfter ?? Number.POSITIVE_INFINITY);
    const answer = this.parts.sessions.append(session, token, typeof offset === 'string' ? offset : undefined, bytes);
    if (!fault) return jsonReply(200, answer);
    request.socket.destroy();
    return null;
  }

  /** Whatever is wrong with address or token, the answer is 404. */
  private download(request: IncomingMessage, response: ServerResponse): Reply | null {
    const file = this.parts.files.behind(new URL(request.url ?? '', 'http://simulator').searchParams);
    const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (!file || file.number.waba.accessToken !== token) return { status: 404, type: 'text/plain', body: 'Not Found' };
    const fault = this.parts.faults.next('download');
    if (fault && fault.cutAfter === null) return { status: fault.httpStatus, type: 'text/plain', body: '' };
    response.writeHead(200, { 'content-type': file.mimeType, 'content-length': file.bytes.length });
    if (!fault) response.end(file.bytes);
    else response.write(file.bytes.subarray(0, fault.cutAfter ?? 0), () => response.destroy());
    return null;
  }

  /** @returns true when the connection was broken instead of answering */
  private async fails(step: MediaStep, request: IncomingMessage): Promise<boolean> {
    const fault = this.parts.faults.next(step);
    if (!fault) return false;
    await collect(request, fault.cutAfter ?? Number.POSITIVE_INFINITY);
    if (fault.cutAfter === null) throw new GraphFailure(fault.code, { httpStatus: fault.httpStatus });
    request.socket.destroy();
    return true;
  }
}

async function collect(request: IncomingMessage, most: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    pieces.push(piece);
    length += piece.length;
    if (length >= most) break;
  }
  return Buffer.concat(pieces).subarray(0, Math.min(most, length));
}
