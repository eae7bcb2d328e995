import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createNetServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { CloudApiClient, type CloudApiClientOptions, type SendRequest } from './cloud-api-client.js';
import { TemplateListError } from './template-list.js';

const ACCEPTED = {
  messaging_product: 'whatsapp',
  contacts: [{ input: '+5511987654321', wa_id: '551187654321' }],
  messages: [{ id: 'wamid.HBgL', message_status: 'accepted' }],
};

const closers: (() => Promise<unknown> | unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function listen(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function serving(answer: (request: IncomingMessage, response: ServerResponse, body: string) => void): Promise<string> {
  const server = createHttpServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => answer(request, response, body));
  });
  return listen(server);
}

function answering(status: number, body: string, type = 'application/json'): Promise<string> {
  return serving((_request, response) => response.writeHead(status, { 'content-type': type }).end(body));
}

function aClient(baseUrl: string, options: Partial<CloudApiClientOptions> = {}): CloudApiClient {
  const client = new CloudApiClient({ baseUrl, connections: 1, totalTimeoutMs: 2_000, ...options });
  closers.push(() => client.close());
  return client;
}

function aRequest(request: Partial<SendRequest> = {}): SendRequest {
  return {
    phoneNumberId: '331020410093245',
    accessToken: 'token',
    body: { messaging_product: 'whatsapp', to: '+15550142377', type: 'text', text: { body: 'Noted.' } },
    ...request,
  };
}

describe('CloudApiClient.sendMessage', () => {
  it('posts the body with the token and returns the wamid and the wa_id', async () => {
    const seen: string[] = [];
    const url = await serving((request, response, body) => {
      seen.push(`${request.method} ${request.url} ${request.headers.authorization} ${body}`);
      response.writeHead(200).end(JSON.stringify(ACCEPTED));
    });
    expect(await aClient(url).sendMessage(aRequest())).toEqual({
      kind: 'accepted',
      wamid: 'wamid.HBgL',
      waId: '551187654321',
      messageStatus: 'accepted',
      httpStatus: 200,
    });
    expect(seen).toEqual([`POST /v25.0/331020410093245/messages Bearer token ${JSON.stringify(aRequest().body)}`]);
  });

  it('keeps the path of the base address and the version', async () => {
    const paths: (string | undefined)[] = [];
    const url = await serving((request, response) => {
      paths.push(request.url);
      response.writeHead(200).end(JSON.stringify(ACCEPTED));
    });
    await aClient(`${url}/graph/`, { apiVersion: 'v26.0' }).sendMessage(aRequest());
    expect(paths).toEqual(['/graph/v26.0/331020410093245/messages']);
  });

  it('reports a refusal by its code and class', async () => {
    const error = { message: '(#131056) pair', type: 'OAuthException', code: 131056, error_data: { details: 'Slow.' } };
    const url = await answering(400, JSON.stringify({ error }));
    expect(await aClient(url).sendMessage(aRequest())).toEqual({
      kind: 'refused',
      httpStatus: 400,
      error: { code: 131056, message: '(#131056) pair', details: 'Slow.' },
      errorClass: 'Q',
    });
  });

  it('reads details that are a plain string, and a 5xx with a Graph body as transient', async () => {
    const error = { message: 'x', code: 424242, error_data: 'plain', is_transient: true };
    const outcome = await aClient(await answering(500, JSON.stringify({ error }))).sendMessage(aRequest());
    expect(outcome).toMatchObject({ kind: 'refused', errorClass: 'T', error: { details: 'plain', isTransient: true } });
  });

  it('treats a paused template as refused', async () => {
    const body = { ...ACCEPTED, messages: [{ id: 'wamid.1', message_status: 'paused' }] };
    const outcome = await aClient(await answering(200, JSON.stringify(body))).sendMessage(aRequest());
    expect(outcome).toMatchObject({ kind: 'refused', httpStatus: 200, errorClass: 'C', error: { code: 132015 } });
  });

  it('treats a held template as accepted', async () => {
    const body = { ...ACCEPTED, messages: [{ id: 'wamid.1', message_status: 'held_for_quality_assessment' }] };
    const outcome = await aClient(await answering(200, JSON.stringify(body))).sendMessage(aRequest());
    expect(outcome).toMatchObject({ kind: 'accepted', messageStatus: 'held_for_quality_assessment' });
  });

  it.each([
    { label: '5xx with HTML', status: 502, body: '<html>Bad gateway</html>' },
    { label: '5xx without a body', status: 503, body: '' },
    { label: '5xx with other JSON', status: 500, body: '{"error":"internal"}' },
    { label: '4xx with HTML', status: 404, body: '<html>' },
    { label: '200 with garbage', status: 200, body: 'OK' },
    { label: '200 without a wamid', status: 200, body: '{"messages":[null],"contacts":7}' },
    { label: '200 with null', status: 200, body: 'null' },
  ])('is in doubt after $label', async ({ status, body }) => {
    const outcome = await aClient(await answering(status, body, 'text/html')).sendMessage(aRequest());
    expect(outcome).toMatchObject({ kind: 'unknown', httpStatus: status });
  });

  it('paces after a 429 without a Graph body', async () => {
    const outcome = await aClient(await answering(429, 'Too many')).sendMessage(aRequest());
    expect(outcome).toMatchObject({ kind: 'refused', errorClass: 'P' });
  });

  it('is in doubt when the connection is reset after the request', async () => {
    const url = await serving((request) => request.socket.destroy());
    expect(await aClient(url).sendMessage(aRequest())).toMatchObject({ kind: 'unknown' });
  });

  it('is in doubt when the answer breaks off', async () => {
    const url = await serving((request, response) => {
      response.writeHead(200, { 'content-length': '500' });
      response.write('{"messages":[', () => request.socket.destroy());
    });
    expect(await aClient(url).sendMessage(aRequest())).toMatchObject({ kind: 'unknown', httpStatus: 200 });
  });

  it('is in doubt when no answer comes in time', async () => {
    const url = await serving(() => undefined);
    const outcome = await aClient(url, { totalTimeoutMs: 150 }).sendMessage(aRequest());
    expect(outcome).toMatchObject({ kind: 'unknown', reason: expect.stringContaining('UND_ERR_HEADERS_TIMEOUT') });
  });

  it('is in doubt when the answer trickles on after the time is over', async () => {
    const url = await serving((_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write(' '), 40);
      response.on('close', () => clearInterval(timer));
    });
    const outcome = await aClient(url, { totalTimeoutMs: 200 }).sendMessage(aRequest());
    expect(outcome).toMatchObject({ kind: 'unknown', reason: 'the answer took too long' });
  });

  it('has written nothing when the port refuses', async () => {
    const server = createNetServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const outcome = await aClient(`http://127.0.0.1:${port}`).sendMessage(aRequest());
    expect(outcome).toMatchObject({
      kind: 'not_written',
      cause: 'network',
      reason: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it('has written nothing when the TLS handshake fails', async () => {
    const received: Buffer[] = [];
    const url = await listen(
      createNetServer((socket) => socket.on('data', (data) => received.push(data) && socket.destroy())),
    );
    const outcome = await aClient(url.replace('http:', 'https:')).sendMessage(aRequest());
    expect(outcome).toMatchObject({ kind: 'not_written', cause: 'network' });
    expect(Buffer.concat(received).toString('latin1')).not.toContain('POST');
  });

  it('has written nothing after close', async () => {
    const client = new CloudApiClient({ baseUrl: 'http://127.0.0.1:9', connections: 1 });
    await client.close();
    expect(await client.sendMessage(aRequest())).toMatchObject({ kind: 'not_written', cause: 'network' });
  });

  it('writes nothing when the request is withdrawn, and keeps the connection for the next', async () => {
    let connections = 0;
    const received: string[] = [];
    const server = createHttpServer((request, response) => {
      received.push(request.url ?? '');
      request.resume().on('end', () => response.end(JSON.stringify(ACCEPTED)));
    });
    server.on('connection', () => connections++);
    const client = aClient(await listen(server));
    await client.sendMessage(aRequest({ phoneNumberId: '1' }));
    const withdrawn = await client.sendMessage(aRequest({ phoneNumberId: '2', mayStillWrite: () => false }));
    await client.sendMessage(aRequest({ phoneNumberId: '3', mayStillWrite: () => true }));
    expect(withdrawn).toMatchObject({ kind: 'not_written', cause: 'withdrawn' });
    expect(received).toEqual(['/v25.0/1/messages', '/v25.0/3/messages']);
    expect(connections).toBe(1);
  });

  it('asks mayStillWrite only once the connection is free', async () => {
    const order: string[] = [];
    const url = await serving((request, response) => {
      order.push(`answer ${request.url}`);
      response.end(JSON.stringify(ACCEPTED));
    });
    const client = aClient(url);
    const ask = (id: string) => ({ phoneNumberId: id, mayStillWrite: () => order.push(`ask ${id}`) > 0 });
    await Promise.all([client.sendMessage(aRequest(ask('1'))), client.sendMessage(aRequest(ask('2')))]);
    expect(order).toEqual(['ask 1', 'answer /v25.0/1/messages', 'ask 2', 'answer /v25.0/2/messages']);
  });

  it('writes each request once, also when the server closes every connection', async () => {
    let posts = 0;
    const url = await serving((_request, response) => {
      posts += 1;
      response.writeHead(200, { connection: 'close' }).end(JSON.stringify(ACCEPTED));
    });
    const client = aClient(url, { connections: 4 });
    const outcomes = await Promise.all(Array.from({ length: 40 }, () => client.sendMessage(aRequest())));
    expect(outcomes.every((outcome) => outcome.kind === 'accepted')).toBe(true);
    expect(posts).toBe(40);
  });
});

describe('CloudApiClient.listTemplates', () => {
  it('follows the cursor until there is no next page', async () => {
    const paths: string[] = [];
    const url = await serving((request, response) => {
      paths.push(request.url ?? '');
      const isLast = paths.length === 2;
      const data = [
        { id: paths.length, name: `t${paths.length}`, language: 'en-US', status: 'APPROVED', category: 'UTILITY' },
      ];
      const paging = { cursors: { after: 'MTA' }, ...(!isLast && { next: 'https://graph.example/next' }) };
      response.end(JSON.stringify({ data, paging }));
    });
    const names: string[] = [];
    for await (const item of aClient(url).listTemplates({ wabaId: '215', accessToken: 't' })) {
      names.push(`${item.id} ${item.name} ${item.language} ${item.parameterFormat}`);
    }
    expect(names).toEqual(['1 t1 en_US POSITIONAL', '2 t2 en_US POSITIONAL']);
    expect(paths[0]).toContain('/v25.0/215/message_templates?');
    expect(paths[1]).toContain('after=MTA');
  });

  it('throws what Graph said', async () => {
    const url = await answering(401, JSON.stringify({ error: { message: 'expired', code: 190, error_subcode: 463 } }));
    const list = aClient(url).listTemplates({ wabaId: '215', accessToken: 't' });
    await expect(list[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      name: TemplateListError.name,
      httpStatus: 401,
      graphError: { code: 190, subcode: 463 },
    });
  });
});
