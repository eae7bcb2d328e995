import { isUtf8 } from 'node:buffer';
import express, {
  type ErrorRequestHandler,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import { bodyTooLarge, bodyUnreadable, malformedJson, unsupportedMediaType } from './http.errors.js';
import { isUpload } from './uploads.js';

/** Some 500 template messages of ordinary length. */
export const JSON_LIMIT_BYTES = 256 * 1024;

/** A thousand messages of ordinary length have 400 KB; this leaves each of them 2 KB. */
export const BATCH_LIMIT_BYTES = 2 * 1024 * 1024;

/** The one path of the API whose bodies are that large. */
export const BATCH_PATH = '/v1/messages/batch';

/** Meta sends payloads of up to 3 MB. https://developers.facebook.com/docs/whatsapp/cloud-api/guides/set-up-webhooks */
export const WEBHOOK_LIMIT_BYTES = 3 * 1024 * 1024;

/** Webhooks come as the bytes that were signed: their signature is over these and not over what JSON makes of them. */
export const WEBHOOK_PATH = '/webhooks/whatsapp';

/** What reads bodies: raw bytes for webhooks, JSON for everything else. Install in this order. */
export function bodyHandlers(): { path: string; handler: RequestHandler | ErrorRequestHandler }[] {
  return [
    { path: WEBHOOK_PATH, handler: express.raw({ type: () => true, limit: WEBHOOK_LIMIT_BYTES, inflate: true }) },
    { path: WEBHOOK_PATH, handler: translateBodyError(WEBHOOK_LIMIT_BYTES) },
    { path: BATCH_PATH, handler: jsonOf(BATCH_LIMIT_BYTES) },
    { path: BATCH_PATH, handler: translateBodyError(BATCH_LIMIT_BYTES) },
    { path: '/', handler: jsonOf(JSON_LIMIT_BYTES) },
    { path: '/', handler: translateBodyError(JSON_LIMIT_BYTES) },
    { path: '/', handler: refuseOtherBodies },
  ];
}

function jsonOf(limit: number): RequestHandler {
  return express.json({ limit, strict: false, type: isJson, verify: assertUtf8 });
}

/** Otherwise a wrong byte would silently become another character, and a citizen would read it. https://www.rfc-editor.org/rfc/rfc8259#section-8.1 */
function assertUtf8(_request: unknown, _response: unknown, bytes: Buffer): void {
  if (!isUtf8(bytes)) throw new Error('not UTF-8');
}

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;

function isJson(request: { headers: { 'content-type'?: string } }): boolean {
  return JSON_TYPE.test(request.headers['content-type'] ?? '');
}

/** A body in another form would reach the validation as "no body" and be refused for the wrong reason. */
function refuseOtherBodies(request: Request, _response: Response, next: NextFunction): void {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  const hasBody = encoding !== undefined || (length !== undefined && length !== '0');
  next(hasBody && request.body === undefined && !isUpload(request) ? unsupportedMediaType() : undefined);
}

/** The types of body-parser's errors. https://expressjs.com/en/resources/middleware/body-parser.html#errors */
const BODY_ERRORS: Readonly<Record<string, (error: Error, limit: number) => Error>> = {
  'entity.parse.failed': (error) => malformedJson(placeOf(error)),
  'entity.too.large': (_, limit) => bodyTooLarge(limit),
  'charset.unsupported': unsupportedMediaType,
  'encoding.unsupported': unsupportedMediaType,
  'request.aborted': bodyUnreadable,
  'request.size.invalid': bodyUnreadable,
  'stream.encoding.set': bodyUnreadable,
  'stream.not.readable': bodyUnreadable,
  'entity.verify.failed': () => malformedJson(': it is not UTF-8'),
};

function translateBodyError(limit: number): ErrorRequestHandler {
  return (error: Error & { type?: string; status?: number }, _request, _response, next) => {
    const known = BODY_ERRORS[error.type ?? '']?.(error, limit);
    const isClients = error.status !== undefined && error.status < 500;
    next(known ?? (isClients ? bodyUnreadable() : error));
  };
}

/** V8 says where it stopped; it also quotes the body, which is left out. */
function placeOf({ message }: Error): string {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position) return `: it breaks at position ${position}`;
  return message.includes('end of JSON') ? ': it ends too early' : '';
}
