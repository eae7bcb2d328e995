import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Env } from '#libs/config';
import { EgressClient } from './egress-client.js';

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
});
