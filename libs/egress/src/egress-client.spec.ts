import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Env } from '#libs/config';
import { EgressClient, type EgressFetched } from './egress-client.js';

let answer: (request: IncomingMessage, response: ServerResponse) => void;
let seen = 0;
let server: Server;
let port: number;
const open = new EgressClient(Object.assign(new Env(), { EGRESS_LOOPBACK: true }));
const strict = new EgressClient(Object.assign(new Env(), { EGRESS_PORTS: [443, 80, 8080] }));
const call = (path = '/', timeoutMs = 2000) => ({
  url: `http://127.0.0.1:${port}${path}`,
  headers: { 'content-type': 'application/json' },
  body: '{}',
  timeoutMs,
});

beforeAll(async () => {
  server = createServer((request, response) => {
    seen++;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
beforeEach(() => {
  seen = 0;
});
afterAll(async () => {
  await Promise.all([open.onModuleDestroy(), strict.onModuleDestroy()]);
  server.closeAllConnections();
  server.close();
});

describe(EgressClient, () => {
  it('tells status, kind and beginning of an answer', async () => {
    answer = (_, response) => response.writeHead(418, { 'content-type': 'text/plain' }).end('x'.repeat(100_000));
    const outcome = await open.post(call());
    expect(outcome).toMatchObject({ kind: 'answered', status: 418, contentType: 'text/plain' });
    expect(outcome.kind === 'answered' && outcome.body.length).toBe(4096);
  });

  it('follows no redirect', async () => {
    answer = (_, response) => response.writeHead(302, { location: `http://127.0.0.1:${port}/inside` }).end();
    expect(await open.post(call())).toMatchObject({ kind: 'answered', status: 302 });
    expect(seen).toBe(1);
  });

  it('gives up whoever never answers', async () => {
    answer = () => undefined;
    expect(await open.post(call('/', 150))).toMatchObject({ kind: 'failed', fault: 'timeout' });
  });

  it('gives up an answer that never ends', async () => {
    answer = (_, response) => void response.writeHead(200).write('x');
    expect(await open.post(call('/', 150))).toMatchObject({ kind: 'failed', fault: 'timeout' });
  });

  it('says when the connection was broken, and when nobody is there', async () => {
    answer = (request) => void request.socket.destroy();
    expect(await open.post(call())).toMatchObject({ kind: 'failed', fault: 'connection-lost' });
    expect(await open.post({ ...call(), url: 'http://127.0.0.1:9/' })).toMatchObject({ fault: 'connection-refused' });
    expect(await open.post({ ...call(), url: 'https://nowhere.invalid/' })).toMatchObject({ fault: 'name-not-found' });
  });

  it('never reaches this machine without leave, by its address or by a name that leads to it', async () => {
    answer = (_, response) => response.end();
    const urls = [`http://127.0.0.1:${port}/`, `https://127.0.0.1:${port}/`, 'https://localhost/', 'https://[::1]/'];
    for (const url of urls)
      expect(await strict.post({ ...call(), url })).toMatchObject({ fault: 'address-not-allowed' });
    expect(seen).toBe(0);
  });

  it('fetches something long as it comes, and stops where it is too long, breaks off or never ends', async () => {
    const fetched = (path: string, more: object = {}) =>
      open.fetch({ url: call(path).url, headers: {}, timeoutMs: 2000, maxBytes: 200_000, ...more });
    answer = (request, response) => {
      response.writeHead(200, { 'content-type': 'image/png' });
      if (request.url === '/whole') response.end(Buffer.alloc(150_000));
      else if (request.url === '/long') response.end(Buffer.alloc(300_000));
      else response.write(Buffer.alloc(100), () => request.url === '/broken' && response.destroy());
    };
    const whole = await fetched('/whole');
    expect(whole).toMatchObject({ kind: 'answered', status: 200, contentType: 'image/png' });
    expect(await lengthOf(whole)).toBe(150_000);
    await expect(lengthOf(await fetched('/long'))).rejects.toMatchObject({ fault: 'too-large' });
    await expect(lengthOf(await fetched('/broken'))).rejects.toMatchObject({ fault: 'connection-lost' });
    await expect(lengthOf(await fetched('/silent', { timeoutMs: 150 }))).rejects.toMatchObject({ fault: 'timeout' });
  });

  it('fetches nothing from inside, and nothing from where an answer points to', async () => {
    answer = (_, response) => response.writeHead(302, { location: 'http://127.0.0.1/inside' }).end();
    const inside = { url: `http://127.0.0.1:${port}/`, headers: {}, timeoutMs: 500, maxBytes: 10 };
    expect(await strict.fetch(inside)).toEqual({ kind: 'failed', fault: 'address-not-allowed' });
    const moved = await open.fetch(inside);
    expect([moved.kind === 'answered' && moved.status, seen]).toEqual([302, 1]);
    if (moved.kind === 'answered') moved.discard();
  });
});

async function lengthOf(fetched: EgressFetched): Promise<number> {
  if (fetched.kind === 'failed') throw new Error(fetched.fault);
  let length = 0;
  for await (const piece of fetched.bytes) length += piece.length;
  return length;
}
