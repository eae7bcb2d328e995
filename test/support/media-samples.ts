import sharp from 'sharp';

/** The least that is each kind of file, made here so that no file of anybody stands in the project. */
export async function aJpeg(width = 60, height = 40): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#2f6f4f' } })
    .withExif({
      IFD0: { Make: 'Camera of somebody' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 3230/100' },
    })
    .jpeg()
    .toBuffer();
}

export async function aPng(width = 60, height = 40): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 4, background: '#2f6f4f80' } })
    .png()
    .toBuffer();
}

export async function aSticker(): Promise<Buffer> {
  return sharp({ create: { width: 512, height: 512, channels: 4, background: '#2f6f4f80' } })
    .webp()
    .toBuffer();
}

/** A picture of 3 KB that claims to have ten thousand million pixels. */
export async function aPixelBomb(): Promise<Buffer> {
  const png = Buffer.from(await aPng(8, 8));
  png.writeUInt32BE(100_000, 16);
  png.writeUInt32BE(100_000, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** `codec` stands in the index, as it does in a real one. */
export function aFilm(bytes = 4096, codec = 'avc1'): Buffer {
  const kind = box('ftyp', Buffer.from('isom\0\0\0\0isommp41', 'latin1'));
  const index = box('moov', Buffer.from(`hdlr\0\0\0\0\0\0\0\0vide....${codec}`, 'latin1'));
  return Buffer.concat([kind, index, box('mdat', Buffer.alloc(bytes - kind.length - index.length - 8, 0x5a))]);
}

function box(type: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(8 + content.length);
  header.write(type, 4, 'latin1');
  return Buffer.concat([header, content]);
}

export function aVoice(voices = 1): Buffer {
  const head = Buffer.concat([Buffer.from('OpusHead'), Buffer.of(1, voices), Buffer.alloc(9)]);
  return Buffer.concat([page(head), page(Buffer.alloc(200, 7))]);
}

function page(content: Buffer): Buffer {
  const header = Buffer.alloc(27);
  header.write('OggS', 0, 'latin1');
  header[26] = 1;
  return Buffer.concat([header, Buffer.of(content.length), content]);
}

export function aPdf(): Buffer {
  return Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n');
}

/** Whole, in pieces as a network brings them. */
export async function* inPieces(content: Buffer, size = 10_007): AsyncGenerator<Buffer> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}
