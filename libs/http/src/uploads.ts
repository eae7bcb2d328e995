import type { NextFunction, Request, Response } from 'express';

/** The one path that takes files. They are read by its route, as they come. */
const UPLOAD_PATH = '/v1/media';
const FORM_TYPE = /^multipart\/form-data\s*;/i;

const SECOND = 1000;
/** 100 MB over the uplink of an ordinary office. */
export const UPLOAD_TIME_MS = 900 * SECOND;
/** Every other body is at most some MB. */
const BODY_TIME_MS = 30 * SECOND;

export function isUpload({ method, path, headers }: Pick<Request, 'method' | 'path' | 'headers'>): boolean {
  return method === 'POST' && path === UPLOAD_PATH && FORM_TYPE.test(headers['content-type'] ?? '');
}

/** The server waits for a request as long as the longest upload takes; whoever sends anything else has to be quicker. */
export function limitBodyTime(request: Request, response: Response, next: NextFunction): void {
  if (!request.complete && !isUpload(request)) {
    const timer = setTimeout(() => request.complete || request.socket.destroy(), BODY_TIME_MS).unref();
    response.once('close', () => clearTimeout(timer));
  }
  next();
}
