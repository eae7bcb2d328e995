const LEAF = 0x00;

export const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** The entry as it was written, byte for byte. */
export const recordOf = (entry: string): string => new TextDecoder().decode(bytesOf(entry));

/** Whether the fingerprint belongs to these bytes: SHA-256(0x00 ‖ entry). https://www.rfc-editor.org/rfc/rfc6962#section-2.1 */
export async function isFingerprintOf(leafHash: string, entry: string): Promise<boolean> {
  const hash = await crypto.subtle.digest('SHA-256', new Uint8Array([LEAF, ...bytesOf(entry)]));
  return btoa(String.fromCharCode(...new Uint8Array(hash))) === leafHash;
}
