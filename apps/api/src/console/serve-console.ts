import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { consolePage } from './console-page.js';
import { packedAssets } from './packed-assets.js';

/** Where the build of apps/console lies, seen from the compiled api. */
export const CONSOLE_DIRECTORY = resolve(import.meta.dirname, '../../../../../apps/console/dist');

/** What answers programs; every other address is the console's, which says itself what it does not know. */
const OTHERS = /^\/(?:v1|docs|openapi\.json|health|webhooks|media|assets|home\.css)(?:\/|$)/;

const FOR_EVER = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/**
 * Serves the built console under the same origin as the API: pages with a nonce of their own for each answer, and
 * files that never change, since each name carries the hash of its content. Without a build nothing changes.
 */
export function serveConsole(app: NestExpressApplication, mode: string, directory = CONSOLE_DIRECTORY): void {
  const index = join(directory, 'index.html');
  if (!existsSync(index)) return;
  const page = consolePage(readFileSync(index, 'utf8'), mode);
  const files = join(directory, 'assets');
  app.use('/assets', packedAssets(files, FOR_EVER), assets(files));
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (!wantsPage(request)) return next();
    const { html, policy } = page();
    response.setHeader('Content-Security-Policy', policy);
    response.type('html').send(html);
  });
}

const assets = (directory: string) =>
  express.static(directory, {
    index: false,
    redirect: false,
    setHeaders: (response: Response) => response.set(FOR_EVER),
  });

/** A browser that opens an address. Programs that ask for an unknown one still get their problem document. */
function wantsPage({ method, path, headers }: Request): boolean {
  if ((method !== 'GET' && method !== 'HEAD') || OTHERS.test(path)) return false;
  return path === '/' || (headers.accept ?? '').includes('text/html');
}
