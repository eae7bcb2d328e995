const KB = 1024;
const MB = 1024 * KB;

export interface MediaType {
  readonly mimeType: string;
  readonly maxBytes: number;
  /** Whether bytes can be of this type at all. */
  readonly looksRight: (head: Buffer) => boolean;
}

const starts =
  (...bytes: readonly number[]) =>
  (head: Buffer) =>
    bytes.every((byte, at) => head[at] === byte);
const says = (text: string, at: number) => (head: Buffer) => head.toString('latin1', at, at + text.length) === text;
const either =
  (...checks: readonly ((head: Buffer) => boolean)[]) =>
  (head: Buffer) =>
    checks.some((check) => check(head));

const MPEG_4 = says('ftyp', 4);
const ZIP = says('PK\u0003\u0004', 0);
const OLE = starts(0xd0, 0xcf, 0x11, 0xe0);
const TEXT = (head: Buffer) => !head.subarray(0, 512).includes(0);
const OPUS = (head: Buffer) => says('OggS', 0)(head) && head[head.indexOf('OpusHead') + 9] === 1;
const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** What `/media` takes. https://developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media#supported-media-types */
const TYPES: readonly (readonly [mimeType: string, maxBytes: number, looksRight: (head: Buffer) => boolean])[] = [
  ['audio/aac', 16 * MB, either(starts(0xff, 0xf1), starts(0xff, 0xf9), says('ADIF', 0))],
  ['audio/amr', 16 * MB, says('#!AMR', 0)],
  ['audio/mpeg', 16 * MB, either(says('ID3', 0), (head) => head[0] === 0xff && ((head[1] ?? 0) & 0xe0) === 0xe0)],
  ['audio/mp4', 16 * MB, MPEG_4],
  ['audio/ogg', 16 * MB, OPUS],
  ['text/plain', 100 * MB, TEXT],
  ['application/pdf', 100 * MB, says('%PDF-', 0)],
  ['application/msword', 100 * MB, OLE],
  ['application/vnd.ms-excel', 100 * MB, OLE],
  ['application/vnd.ms-powerpoint', 100 * MB, OLE],
  [`${OFFICE}.wordprocessingml.document`, 100 * MB, ZIP],
  [`${OFFICE}.spreadsheetml.sheet`, 100 * MB, ZIP],
  [`${OFFICE}.presentationml.presentation`, 100 * MB, ZIP],
  ['image/jpeg', 5 * MB, starts(0xff, 0xd8, 0xff)],
  ['image/png', 5 * MB, starts(0x89, 0x50, 0x4e, 0x47)],
  ['video/mp4', 16 * MB, MPEG_4],
  ['video/3gpp', 16 * MB, MPEG_4],
  ['image/webp', 500 * KB, (head) => says('RIFF', 0)(head) && says('WEBP', 8)(head)],
];

export const MEDIA_TYPES: ReadonlyMap<string, MediaType> = new Map(
  TYPES.map(([mimeType, maxBytes, looksRight]) => [mimeType, { mimeType, maxBytes, looksRight }]),
);

/** What may stand in the header of a template or in the picture of a profile. */
export const HANDLE_TYPES: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/jpg',
  'image/png',
  'video/mp4',
  'application/pdf',
]);

/** `audio/ogg; codecs=opus` → `audio/ogg` */
export function bareType(text: string): string {
  return text.replace(/;.*$/, '').trim().toLowerCase();
}
