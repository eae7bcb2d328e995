import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { NextFunction, Request, RequestHandler, Response } from 'express';

const pack = promisify(gzip);

/** Names of built files that shrink; fonts are packed already. No slash, so nothing outside the folder has such a name. */
const SHRINKS = /^\/[\w-][\w.-]*\.(?:js|css|svg)$/;

/** Packs each file once, when it is first asked for: a third of the bytes on the first visit. */
export function packedAssets(directory: string, headers: Readonly<Record<string, string>>): RequestHandler {
  const packed = new Map<string, Promise<Buffer>>();
  const packedOf = (path: string): Promise<Buffer> => {
    const known = packed.get(path) ?? readFile(join(directory, path)).then((bytes) => pack(bytes, { level: 9 }));
    packed.set(path, known);
    return known;
  };
  return async (request: Request, response: Response, next: NextFunction) => {
    response.vary('Accept-Encoding');
    if (!SHRINKS.test(request.path) || request.acceptsEncodings('gzip') !== 'gzip') return next();
    try {
      const bytes = await packedOf(request.path);
      response
        .set(headers)
        .set('Content-Encoding', 'gzip')
        .type(request.path.slice(request.path.lastIndexOf('.')));
      response.send(bytes);
    } catch {
      // Not there: the api says so. A name that nobody has is not kept either.
      packed.delete(request.path);
      next();
    }
  };
}
