import type { ServerResponse } from 'node:http';

/** How a request ends: with an answer, with silence (`hang`) or with a broken connection (`reset`). */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly end?: 'hang' | 'reset';
  readonly delayMs?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

const JSON_TYPE = 'application/json; charset=UTF-8';

export function jsonReply(status: number, body: object): Reply {
  return { status, type: JSON_TYPE, body: JSON.stringify(body) };
}

/** What a proxy in front of Graph answers when Graph is away. */
export function htmlReply(status: number): Reply {
  return { status, type: 'text/html', body: `<html><body><h1>${status}</h1></body></html>` };
}

export function sendReply(response: ServerResponse, reply: Reply): void {
  if (reply.delayMs !== undefined) {
    setTimeout(() => sendReply(response, { ...reply, delayMs: undefined }), reply.delayMs).unref();
    return;
  }
  if (reply.end === 'hang') return;
  if (reply.end === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  if (response.destroyed) return;
  const headers = { 'content-type': reply.type, 'content-length': Buffer.byteLength(reply.body), ...reply.headers };
  response.writeHead(reply.status, headers).end(reply.body);
}
