import { randomBytes } from 'node:crypto';
import type { GraphContent } from './graph-call.js';
import type { OutgoingFile } from './media-client.js';

/** The body of `POST /{phone number id}/media`, with its length known before its first byte. https://www.rfc-editor.org/rfc/rfc7578 */
export function multipartUpload({ bytes, sizeBytes, mimeType, fileName }: OutgoingFile): GraphContent {
  const boundary = `belfry-${randomBytes(16).toString('hex')}`;
  const field = (name: string, value: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const head = Buffer.from(
    `${field('messaging_product', 'whatsapp')}${field('type', mimeType)}--${boundary}\r\n` +
      `content-disposition: form-data; name="file"; filename="${quoted(fileName)}"\r\ncontent-type: ${mimeType}\r\n\r\n`,
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  return {
    headers: {
      'content-type': `multipart/form-data; boundary=${boundary}`,
      'content-length': String(head.length + sizeBytes + tail.length),
    },
    bytes: between(head, bytes, tail),
  };
}

async function* between(head: Buffer, bytes: AsyncIterable<Buffer>, tail: Buffer): AsyncGenerator<Buffer> {
  yield head;
  yield* bytes;
  yield tail;
}

/** As browsers write it: a quote or a line break would end the header. https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data */
function quoted(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
