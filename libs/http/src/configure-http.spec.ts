import { connect } from 'node:net';
import { Body, Controller, Get, type INestApplication, Module, Param, Post, Query } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DomainError } from '#libs/kernel';
import { Logger, ObservabilityModule } from '#libs/observability';
import { configureHttp } from './configure-http.js';
import { ListQueryDto } from './list-query.dto.js';
import { buildOpenApi, serveOpenApi } from './openapi.js';
import { Text } from './text.decorator.js';

class NoteDto {
  @Text({ max: 5 })
  note: string;
}

@Controller()
class SampleController {
  @Post('v1/notes')
  createNote(@Body() dto: NoteDto): NoteDto {
    return dto;
  }

  @Get('v1/notes')
  listNotes(@Query() query: ListQueryDto): ListQueryDto {
    return query;
  }

  @Get('v1/notes/:id')
  getNote(@Param('id') id: string): { id: string } {
    return { id };
  }

  @Post('v1/notes/:id')
  touchNote(@Param('id') id: string): { id: string } {
    return { id };
  }

  @Get('v1/refused/:code')
  getRefused(@Param('code') code: string): never {
    throw REFUSALS[code];
  }

  @Post('webhooks/whatsapp')
  receiveWebhook(@Body() body: Buffer): { bytes: number } {
    return { bytes: body.length };
  }
}

const REFUSALS: Record<string, unknown> = {
  domain: new DomainError('consent-missing', { httpStatus: 422, detail: 'No consent.' }),
  retry: new DomainError('idempotency-key-in-use', { httpStatus: 409, detail: 'Running.', retryAfterSeconds: 0.4 }),
  key: new DomainError('key-expired', { httpStatus: 401, detail: 'Expired.' }),
  missing: new DomainError('authentication-missing', { httpStatus: 401, detail: 'None.' }),
  bug: new TypeError('cannot read +447700900123 of Fatima'),
  bytes: Object.assign(new Error('invalid byte sequence'), { driverError: { code: '22021' } }),
  uuid: Object.assign(new Error('invalid input syntax for type uuid: "x"'), { code: '22P02' }),
  gone: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
  text: 'just a text',
};

const lines: string[] = [];
const logger = new Logger({ app: 'test', level: 'info', destination: { write: (line) => lines.push(line) } });
let app: INestApplication;
let url: string;

@Module({ imports: [ObservabilityModule.forRoot(logger)], controllers: [SampleController] })
class SampleModule {}

beforeAll(async () => {
  const made = await NestFactory.create<NestExpressApplication>(SampleModule, { logger, bodyParser: false });
  configureHttp(made);
  serveOpenApi(made, buildOpenApi(made, '1'));
  await made.listen(0, '127.0.0.1');
  app = made;
  url = `http://127.0.0.1:${(made.getHttpServer().address() as { port: number }).port}`;
});

afterAll(() => app.close());

beforeEach(() => {
  lines.length = 0;
});

const JSON_TYPE = { 'content-type': 'application/json' };

async function post(body: RequestInit['body'], headers: Record<string, string> = JSON_TYPE, path = '/v1/notes') {
  return fetch(`${url}${path}`, { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
}

async function problemOf(response: Response): Promise<Record<string, unknown>> {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const problem = (await response.json()) as Record<string, unknown>;
  expect(problem).toMatchObject({ status: response.status, requestId: response.headers.get('x-request-id') });
  expect(problem['type']).toBe(`/problems/${String(problem['code'])}`);
  return problem;
}

describe('a body', () => {
  it.each([
    ['malformed JSON', '{"note": }', {}, 400, 'malformed-json'],
    ['JSON in Latin-1', Buffer.from('{"note": "Jos\u00e9"}', 'latin1'), {}, 400, 'malformed-json'],
    ['JSON that ends early', '{"note": "a"', {}, 400, 'malformed-json'],
    ['a NaN', '{"note": NaN}', {}, 400, 'malformed-json'],
    ['two documents', '{}{}', {}, 400, 'malformed-json'],
    ['a lone text', '"note"', {}, 400, 'invalid-request'],
    ['null', 'null', {}, 400, 'invalid-request'],
    ['a list', '[]', {}, 400, 'invalid-request'],
    ['nothing', '', {}, 400, 'invalid-request'],
    ['60,000 nested lists', `${'['.repeat(60_000)}${']'.repeat(60_000)}`, {}, 400, 'invalid-request'],
    ['nested lists in a field', `{"note":${'['.repeat(60_000)}${']'.repeat(60_000)}}`, {}, 400, 'invalid-request'],
    ['a null character', '{"note":"a\\u0000"}', {}, 400, 'invalid-request'],
    ['a lone surrogate', '{"note":"\\ud800"}', {}, 400, 'invalid-request'],
    ['__proto__', '{"note":"a","__proto__":{"x":1}}', {}, 400, 'invalid-request'],
    ['more than 256 KB', `{"note":"${'a'.repeat(256 * 1024)}"}`, {}, 413, 'body-too-large'],
    ['a form', 'note=a', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'unsupported-media-type'],
    ['plain text', '{"note":"a"}', { 'content-type': 'text/plain' }, 415, 'unsupported-media-type'],
    [
      'no content type',
      new TextEncoder().encode('{"note":"a"}'),
      { 'content-type': '' },
      415,
      'unsupported-media-type',
    ],
    ['another charset', '{}', { 'content-type': 'application/json; charset=ebcdic' }, 415, 'unsupported-media-type'],
    ['another encoding', '{}', { ...JSON_TYPE, 'content-encoding': 'zstd-x' }, 415, 'unsupported-media-type'],
    ['bytes that are not gzip', '{}', { ...JSON_TYPE, 'content-encoding': 'gzip' }, 400, 'body-unreadable'],
  ] as [string, RequestInit['body'], Record<string, string>, number, string][])(
    'of %s is refused',
    async (_, body, headers, status, code) => {
      const response = await post(body, { ...JSON_TYPE, ...headers });
      expect(response.status).toBe(status);
      expect(await problemOf(response)).toMatchObject({ code });
    },
  );

  it('that is malformed is not quoted, but its place is told', async () => {
    const problem = await problemOf(await post('{"note": "geheim", }'));
    expect(problem['detail']).toMatch(/breaks at position 19/);
    expect(JSON.stringify(problem)).not.toContain('geheim');
  });

  it('that is valid reaches the controller', async () => {
    const response = await post('{"note":"äöü"}', { 'content-type': 'application/json; charset=utf-8' });
    expect([response.status, await response.json()]).toEqual([201, { note: 'äöü' }]);
  });

  it.each([
    ['a query', 'GET', '/v1/notes/1?verbose=1', undefined, 'verbose'],
    ['a body', 'POST', '/v1/notes/1', '{"reason":"x"}', 'reason'],
  ])('or query that its route does not read is refused: %s', async (_, method, path, body, field) => {
    const response = await fetch(`${url}${path}`, { method, body, headers: body ? JSON_TYPE : {} });
    const problem = await problemOf(response);
    expect(problem).toMatchObject({ status: 400, errors: [{ field, code: 'unknown-field' }] });
  });

  it('of a webhook arrives as raw bytes, whatever its type', async () => {
    const bytes = Buffer.alloc(2 * 1024 * 1024, 'a');
    for (const type of ['application/json', 'text/plain', 'application/octet-stream']) {
      const response = await post(bytes, { 'content-type': type }, '/webhooks/whatsapp');
      expect(await response.json()).toEqual({ bytes: bytes.length });
    }
  });

  it('of a webhook beyond 3 MB is refused', async () => {
    const response = await post(Buffer.alloc(3 * 1024 * 1024 + 1), JSON_TYPE, '/webhooks/whatsapp');
    expect(await problemOf(response)).toMatchObject({ code: 'body-too-large' });
  });
});

describe('an error', () => {
  it.each([
    ['domain', 422, 'consent-missing'],
    ['key', 401, 'key-expired'],
    ['bug', 500, 'internal-error'],
    ['text', 500, 'internal-error'],
    ['bytes', 400, 'invalid-request'],
    ['uuid', 400, 'invalid-request'],
    ['gone', 503, 'unavailable'],
  ])('(%s) answers %s %s', async (name, status, code) => {
    const response = await fetch(`${url}/v1/refused/${name}`);
    expect(response.status).toBe(status);
    expect(await problemOf(response)).toMatchObject({ code });
  });

  it('that nobody foresaw shows nothing and is logged with its place', async () => {
    const text = await (await fetch(`${url}/v1/refused/bug`)).text();
    expect(text).not.toMatch(/Fatima|TypeError|\.ts/);
    const line = lines.find((entry) => entry.includes('request failed')) ?? '';
    expect(line).toContain('TypeError');
    expect(line).not.toContain('7700900123');
  });

  it('says when to come back, in whole seconds', async () => {
    expect((await fetch(`${url}/v1/refused/retry`)).headers.get('retry-after')).toBe('1');
  });

  it('of authentication carries a challenge', async () => {
    const challenge = async (name: string) =>
      (await fetch(`${url}/v1/refused/${name}`)).headers.get('www-authenticate');
    expect(await challenge('missing')).toBe('Bearer realm="belfry"');
    expect(await challenge('key')).toBe(
      'Bearer realm="belfry", error="invalid_token", error_description="key-expired"',
    );
  });
});

describe('a path', () => {
  it.each(['/nothing', '/v1', '/v1/notes/a/b', '/__proto__', '/%00', '/v1//notes'])('%s is not found', async (path) => {
    const response = await fetch(`${url}${path}`);
    expect(response.status).toBe(404);
    const problem = await problemOf(response);
    expect(problem['code']).toBe('not-found');
    expect(problem['detail']).not.toContain(path);
  });

  it('that answers other methods says which', async () => {
    const response = await fetch(`${url}/v1/notes`, { method: 'DELETE' });
    expect(response.headers.get('allow')).toBe('GET, POST');
    expect(await problemOf(response)).toMatchObject({ status: 405, code: 'method-not-allowed' });
  });

  it.each(['/v1/notes/%', '/v1/notes/%ff', '/v1/notes/%E0%A4%A'])(
    '%s that cannot be decoded is a bad request',
    async (path) => {
      const response = await fetch(`${url}${path}`);
      expect(response.status).toBe(400);
      expect(await problemOf(response)).toMatchObject({ code: 'bad-request' });
    },
  );

  it.each(['limit=0', 'limit=x', 'limit=1&limit=2', 'other=1', 'limit[a]=1', '__proto__=1', 'after=%00'])(
    'with the query %s is refused',
    async (query) => {
      expect((await fetch(`${url}/v1/notes?${query}`)).status).toBe(400);
    },
  );
});

describe('every answer', () => {
  it('carries the headers that protect it', async () => {
    const { headers } = await fetch(`${url}/v1/notes`);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.has('x-powered-by')).toBe(false);
    expect(headers.has('etag')).toBe(false);
  });

  it('carries them when the body was refused, too', async () => {
    expect((await post('{')).headers.get('x-content-type-options')).toBe('nosniff');
  });

  it("echoes the caller's request id when it is a UUID", async () => {
    const id = '01930000-0000-7000-8000-0000000000AB';
    const given = await fetch(`${url}/v1/notes`, { headers: { 'x-request-id': id } });
    expect(given.headers.get('x-request-id')).toBe(id.toLowerCase());
    const forged = await fetch(`${url}/v1/notes`, { headers: { 'x-request-id': 'a b' } });
    expect(forged.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is logged by its route, not by its address', async () => {
    await fetch(`${url}/v1/notes/secret-id`, { headers: { authorization: 'Bearer secret-key' } });
    await expect.poll(() => lines.length).toBeGreaterThan(0);
    const line = JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>;
    expect(line).toMatchObject({ message: 'request answered', method: 'GET', route: '/v1/notes/:id', status: 200 });
    expect(lines.join('')).not.toContain('secret');
  });
});

describe('a client that speaks no HTTP', () => {
  it.each([
    'GET / HTTP/1.1\r\n\r\n',
    'garbage\r\n\r\n',
    `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(70_000)}\r\n\r\n`,
  ])('is refused and harms nobody', async (bytes) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const answer = await new Promise<string>((resolve) => {
      socket.on('data', (data) => resolve(data.toString()));
      socket.on('close', () => resolve(''));
      socket.on('error', () => resolve(''));
      socket.write(bytes);
    });
    socket.destroy();
    expect(answer).toMatch(/^(HTTP\/1\.1 4\d\d|$)/);
    expect((await fetch(`${url}/v1/notes`)).status).toBe(200);
  });
});

interface SampleDocument {
  openapi: string;
  paths: { '/v1/notes': { post: { responses: { default: { content: object } } }; get: { parameters: object[] } } };
  components: { schemas: object };
}

describe('the document', () => {
  it('is OpenAPI 3.1 with problems on every operation', async () => {
    const document = (await (await fetch(`${url}/openapi.json`)).json()) as SampleDocument;
    expect(document.openapi).toBe('3.1.0');
    const create = document.paths['/v1/notes'].post;
    expect(create).toMatchObject({ operationId: 'createNote' });
    expect(create.responses.default.content).toHaveProperty(['application/problem+json']);
    expect(document.components.schemas).toMatchObject({
      NoteDto: { properties: { note: { type: 'string', minLength: 1, maxLength: 5 } }, required: ['note'] },
    });
    expect(document.paths['/v1/notes'].get.parameters).toEqual(
      expect.arrayContaining([expect.objectContaining({ name: 'limit', in: 'query', required: false })]),
    );
  });

  it('has a reference page whose scripts are its own', async () => {
    const page = await fetch(`${url}/docs`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(await page.text()).not.toMatch(/<script(?![^>]*src=)[^>]*>\s*[^<\s]/);
  });
});
