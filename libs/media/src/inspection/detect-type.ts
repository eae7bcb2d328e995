import { isUtf8 } from 'node:buffer';

/** What the sender says of a file. It decides only where the bytes alone cannot. */
export interface DeclaredFile {
  readonly mimeType?: string | null;
  readonly name?: string | null;
}

/** Enough for every kind that is recognised by its beginning. */
export const HEAD_BYTES = 64 * 1024;

/** The same thing under other names. https://www.iana.org/assignments/media-types */
const SYNONYMS: Readonly<Record<string, string>> = {
  'audio/ogg; codecs=opus': 'audio/ogg',
  'audio/x-m4a': 'audio/mp4',
  'video/x-m4v': 'video/mp4',
  'audio/mp3': 'audio/mpeg',
  'video/3gpp2': 'video/3gpp',
};

/** Word, Excel and PowerPoint of before 2007 are one container; inside, names say which. https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb */
const OLD_OFFICE = 'application/x-cfb';
const OLD_OFFICE_TYPES: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
};

/** The folder of an Office file tells what it is, when `[Content_Types].xml` comes too late to tell. */
const NEW_OFFICE_FOLDERS: readonly (readonly [folder: string, kind: string])[] = [
  ['word/', 'wordprocessingml.document'],
  ['xl/', 'spreadsheetml.sheet'],
  ['ppt/', 'presentationml.presentation'],
];

/** The type of a file by its first bytes, or null when they are of no known type. What it is called does not matter. */
export async function detectType(head: Buffer, declared: DeclaredFile): Promise<string | null> {
  const { fileTypeFromBuffer } = await import('file-type');
  const found = (await fileTypeFromBuffer(head))?.mime;
  if (found === OLD_OFFICE) return oldOfficeType(declared);
  if (found === 'application/zip') return newOfficeType(head) ?? found;
  if (found !== undefined) return SYNONYMS[found] ?? found;
  return isText(head) ? 'text/plain' : null;
}

function oldOfficeType({ name, mimeType }: DeclaredFile): string {
  const extension = /\.([a-z]{3})$/i.exec(name ?? '')?.[1]?.toLowerCase() ?? '';
  const types = Object.values(OLD_OFFICE_TYPES);
  return OLD_OFFICE_TYPES[extension] ?? types.find((type) => type === mimeType) ?? OLD_OFFICE;
}

function newOfficeType(head: Buffer): string | null {
  const found = NEW_OFFICE_FOLDERS.find(
    ([folder]) => head.includes(Buffer.from(`PK\u0003\u0004`)) && head.includes(folder),
  );
  return found ? `application/vnd.openxmlformats-officedocument.${found[1]}` : null;
}

/** A character at the cut may be in pieces. */
const LONGEST_CHARACTER = 4;

function isText(head: Buffer): boolean {
  if (head.length === 0 || hasControlBytes(head)) return false;
  const mayBeCut = head.length >= HEAD_BYTES;
  const cuts = mayBeCut ? LONGEST_CHARACTER : 1;
  return Array.from({ length: cuts }, (_, cut) => head.subarray(0, head.length - cut)).some((part) => isUtf8(part));
}

/** Tab, line feed, form feed and carriage return are all that texts have of these. */
function hasControlBytes(bytes: Buffer): boolean {
  return bytes.some((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13);
}
