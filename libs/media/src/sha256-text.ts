const HEX = /^[0-9a-f]{64}$/i;
const BASE64 = /^[A-Za-z0-9+/_-]{43}=?$/;

/** WhatsApp writes the digest of a file in base64 in webhooks and in hexadecimal elsewhere. Null when it is neither. */
export function readSha256(text: string | undefined): Buffer | null {
  if (text === undefined) return null;
  if (HEX.test(text)) return Buffer.from(text, 'hex');
  return BASE64.test(text) ? Buffer.from(text, 'base64') : null;
}
