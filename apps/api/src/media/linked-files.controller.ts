import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public } from '#libs/access';
import { type LinkedFile, MediaLinks, ruleOf } from '#libs/media';
import { readRange } from './byte-range.js';

/** Whatever the file is, a browser neither runs it nor takes it for something else. */
const HARMLESS = {
  'Content-Security-Policy': "sandbox; default-src 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Accept-Ranges': 'bytes',
};

/** Files at their short links. The right to one is the link itself: no key, no cookie. */
@ApiExcludeController()
@Controller('media')
export class LinkedFilesController {
  constructor(private readonly links: MediaLinks) {}

  @Get(':token')
  @Public()
  async serve(@Param('token') token: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const file = await this.links.open(token);
    response.set(HARMLESS).set(describe(file));
    const part = readRange(request.header('range'), file.sizeBytes);
    if (part) {
      response.status(206).set('Content-Range', `bytes ${part.start}-${part.end}/${file.sizeBytes}`);
    }
    const { start, end } = part ?? { start: 0, end: file.sizeBytes - 1 };
    response.set('Content-Length', String(end - start + 1));
    if (request.method === 'HEAD') return void response.end();
    // Nobody waits for a browser that went away; what fails later breaks the connection, so that no half passes for a whole.
    await pipeline(Readable.from(await file.read({ start, end }), { objectMode: false }), response).catch(
      () => undefined,
    );
  }
}

function describe({ name, mimeType }: LinkedFile): Record<string, string> {
  const shown = name ?? `file.${ruleOf(mimeType)?.extension ?? 'bin'}`;
  const ascii = shown.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  // Always to be saved: a picture in a page is shown all the same. https://www.rfc-editor.org/rfc/rfc6266
  const disposition = `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(shown).replace(/['()*]/g, escape)}`;
  return {
    'Content-Type': mimeType === 'text/plain' ? 'text/plain; charset=utf-8' : mimeType,
    'Content-Disposition': disposition,
  };
}
