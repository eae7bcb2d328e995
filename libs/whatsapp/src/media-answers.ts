import type { MediaDescription } from './media-client.js';

/**
 * `file_size` is a number or a string, `sha256` hexadecimal or base64.
 *
 * {"messaging_product":"whatsapp","url":"https://lookaside.fbsbx.com/…","mime_type":"image/jpeg","sha256":"5e…","file_size":"303833","id":"2621233374848975"}
 */
export function readMediaDescription(answer: Readonly<Record<string, unknown>>): MediaDescription | null {
  const { url, mime_type: mimeType, sha256, file_size: size } = answer;
  if (typeof url !== 'string' || url === '') return null;
  const sizeBytes = typeof size === 'string' || typeof size === 'number' ? Number(size) : Number.NaN;
  return {
    url,
    mimeType: typeof mimeType === 'string' ? mimeType : null,
    sha256: typeof sha256 === 'string' ? sha256 : null,
    sizeBytes: Number.isSafeInteger(sizeBytes) && sizeBytes >= 0 ? sizeBytes : null,
  };
}
