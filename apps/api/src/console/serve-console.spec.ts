import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configureHttp } from '#libs/http';
import { Logger, ObservabilityModule } from '#libs/observability';
import { serveConsole } from './serve-console.js';

const INDEX = '<meta property="csp-nonce" nonce="__CSP_NONCE__"><meta name="belfry-mode" content="__BELFRY_MODE__">';
const HTML = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

@Controller()
class HomeController {
  @Get()
  getHome(): string {
    return 'the page of the api';
  }
}

const logger = new Logger({ app: 'test', level: 'fatal' });

@Module({ imports: [ObservabilityModule.forRoot(logger)], controllers: [HomeController] })
class SampleModule {}

const directory = mkdtempSync(join(tmpdir(), 'belfry-console-'));
const apps: NestExpressApplication[] = [];

async function start(from: string): Promise<string> {
  const app = await NestFactory.create<NestExpressApplication>(SampleModule, { logger, bodyParser: false });
  configureHttp(app);
  serveConsole(app, 'demo', from);
  await app.listen(0, '127.0.0.1');
  apps.push(app);
  return `http://127.0.0.1:${(app.getHttpServer().address() as { port: number }).port}`;
}

let url: string;

beforeAll(async () => {
  mkdirSync(join(directory, 'assets'));
  writeFileSync(join(directory, 'index.html'), INDEX);
  writeFileSync(join(directory, 'assets/index-1a2b.js'), 'export {};');
  url = await start(directory);
});

afterAll(async () => {
  await Promise.all(apps.map((app) => app.close()));
  rmSync(directory, { recursive: true });
});

const nonceOf = (text: string) => /nonce[="-]+([\w+/=]+)/.exec(text)?.[1];

describe(serveConsole.name, () => {
  it('gives every answer a nonce of its own, the same in page and policy', async () => {
    const answers = await Promise.all([fetch(url), fetch(`${url}/a/health/team`, { headers: HTML })]);
    const nonces = await Promise.all(answers.map(async (answer) => nonceOf(await answer.text())));
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(answers.map((answer) => nonceOf(answer.headers.get('content-security-policy') ?? ''))).toEqual(nonces);
    expect(answers[0]?.headers.get('cache-control')).toBe('no-store');
  });

  it('tells the page in which mode it runs', async () => {
    expect(await (await fetch(url)).text()).toContain('content="demo"');
  });

  it('lets browsers keep files for ever, for their names change with them', async () => {
    const answer = await fetch(`${url}/assets/index-1a2b.js`);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-type')).toContain('javascript');
  });

  it('packs what shrinks for those who can unpack it', async () => {
    const packed = await fetch(`${url}/assets/index-1a2b.js`, { headers: { 'accept-encoding': 'gzip' } });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('cache-control')).toContain('immutable');
    expect(packed.headers.get('content-type')).toContain('javascript');
    expect(await packed.text()).toBe('export {};');
    const plain = await fetch(`${url}/assets/index-1a2b.js`, { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.headers.get('vary')).toBe('Accept-Encoding');
  });

  it.each(['/v1/nothing', '/health/nothing', '/assets/gone.js', '/openapi.json/nothing', '/media/gone'])(
    'leaves %s to the api',
    async (path) => {
      const answer = await fetch(url + path, { headers: HTML });
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    },
  );

  it('answers programs that ask for an unknown address with a problem', async () => {
    expect((await fetch(`${url}/nothing`)).status).toBe(404);
    expect((await fetch(`${url}/a/health`, { method: 'POST', headers: HTML })).status).toBe(404);
  });

  it('leaves the page of the api where it is without a build', async () => {
    const bare = await start(join(directory, 'nowhere'));
    expect(await (await fetch(bare, { headers: HTML })).text()).toBe('the page of the api');
  });
});
