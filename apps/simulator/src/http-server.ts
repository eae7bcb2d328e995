import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { ControlApi } from './control-api.js';
import { ControlError } from './control-error.js';
import type { EventStream } from './event-stream.js';
import type { GraphApi } from './graph-api.js';
import { GraphFailure, unknownPath } from './graph-error.js';
import { jsonReply, type Reply, sendReply } from './http-reply.js';
import type { MediaApi } from './media-api.js';
import type { StaticPage } from './static-page.js';

export interface HttpParts {
  readonly graph: GraphApi;
  readonly control: ControlApi;
  readonly page: StaticPage;
  readonly events: EventStream;
  readonly media: MediaApi;
}

const MAX_BODY_BYTES = 4 << 20;

/** Longer than any client keeps an idle connection, so that the client is the one who closes it. */
const KEEP_ALIVE_MS = 75_000;

/**
 * Plain node:http and a routing table: under a benchmark the simulator shares two cores with the load that it answers,
 * and a framework's layers would halve what it can take.
 */
export function createSimulatorServer(parts: HttpParts): Server {
  const server = createServer((request, response) => {
    if (parts.media.takes(request))
      void parts.media
        .answer(request, response)
        .catch(errorReply)
        .then((reply) => finish(request, response, reply));
    else readBody(request, response, parts);
  });
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.requestTimeout = 0;
  return server;
}

/** Bytes that were not looked at are let go by, so that whoever sends them hears the answer. */
function finish(request: IncomingMessage, response: ServerResponse, reply: Reply | null): void {
  request.resume();
  if (reply) sendReply(response, reply);
}

function readBody(request: IncomingMessage, response: ServerResponse, parts: HttpParts): void {
  const chunks: Buffer[] = [];
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  });
  request.on('error', () => response.destroy());
  request.on('end', () => {
    if (size > MAX_BODY_BYTES) sendReply(response, { ...tooLarge(request), headers: { connection: 'close' } });
    else route(request, response, chunks.length === 1 ? String(chunks[0]) : Buffer.concat(chunks).toString(), parts);
  });
}

function route(request: IncomingMessage, response: ServerResponse, body: string, parts: HttpParts): void {
  try {
    if (request.url === '/_sim/events' && request.method === 'GET') parts.events.open(response);
    else settle(response, answer(request, body, parts));
  } catch (error) {
    sendReply(response, errorReply(error));
  }
}

function settle(response: ServerResponse, reply: Reply | Promise<Reply>): void {
  if (reply instanceof Promise) void reply.catch(errorReply).then((settled) => sendReply(response, settled));
  else sendReply(response, reply);
}

function answer(request: IncomingMessage, body: string, { graph, control, page }: HttpParts): Reply | Promise<Reply> {
  const { method = 'GET', url = '/', headers } = request;
  if (url.startsWith('/v')) {
    return graph.answer({ method, url, authorization: headers.authorization, host: headers.host ?? 'localhost', body });
  }
  if (url.startsWith('/_sim/')) {
    assertSameOrigin(request);
    return control.answer(method, url, body);
  }
  const found = method === 'GET' ? page.find(url.replace(/\?.*$/, '')) : undefined;
  if (found) return found;
  throw unknownPath(url.replace(/\?.*$/, ''));
}

/** A page of another site that is open in the same browser may not write as a citizen. */
function assertSameOrigin({ headers }: IncomingMessage): void {
  if (headers.origin === undefined || headers.origin === `http://${headers.host}`) return;
  throw new ControlError(
    'cross-origin',
    'Only the page of the simulator itself may call this from a browser.',
    undefined,
    403,
  );
}

function tooLarge(request: IncomingMessage): Reply {
  const detail = `The body is larger than ${MAX_BODY_BYTES} bytes.`;
  return errorReply(
    request.url?.startsWith('/_sim/')
      ? new ControlError('body-too-large', detail)
      : new GraphFailure(100, { details: detail }),
  );
}

function errorReply(error: unknown): Reply {
  if (error instanceof GraphFailure) return jsonReply(error.httpStatus, error.toBody());
  if (error instanceof ControlError) {
    const { code, message, field, httpStatus } = error;
    return jsonReply(httpStatus, { error: { code, message, ...(field !== undefined && { field }) } });
  }
  process.stderr.write(
    `${JSON.stringify({ msg: 'simulator fault', error: String((error as Error)?.stack ?? error) })}\n`,
  );
  return jsonReply(500, new GraphFailure(1, { httpStatus: 500 }).toBody());
}
