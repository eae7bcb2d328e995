/** As long as file systems allow, and less than WhatsApp cuts off. */
export const NAME_CHARACTERS = 240;

/** Control characters, separators of paths, and marks that turn the reading direction: `invoice‮fdp.exe`. */
const UNWANTED = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069/\\:*?"<>|]/gu;

/** The last part of a path as a name that can be shown and stored anywhere, or null when nothing is left of it. */
export function cleanName(text: string): string | null {
  const last = text.split(/[/\\]/).at(-1) ?? '';
  const clean = last.normalize('NFC').replace(UNWANTED, '').replace(/^\.+/, '').trim();
  if (clean.length <= NAME_CHARACTERS) return clean === '' ? null : clean;
  const extension = /\.[^.]{1,10}$/.exec(clean)?.[0] ?? '';
  return clean.slice(0, NAME_CHARACTERS - extension.length).trimEnd() + extension;
}
