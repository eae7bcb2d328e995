import { describe, expect, it } from 'vitest';
import { watcherOf } from '../../libs/media/src/inspection/completeness.js';
import { detectType, HEAD_BYTES } from '../../libs/media/src/inspection/detect-type.js';
import { isAnimatedWebp } from '../../libs/media/src/inspection/image-forms.js';
import { Measure, peek } from '../../libs/media/src/inspection/measure.js';
import { opusVoices } from '../../libs/media/src/inspection/ogg-pages.js';
import { aFilm, aJpeg, aPdf, aPng, aSticker, aVoice, inPieces } from '../support/media-samples.js';

const OLD_OFFICE = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
const NEW_OFFICE = Buffer.from(
  'PK\u0003\u0004\x14\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x05\0\0\0word/PK\u0005\u0006',
  'latin1',
);
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe(detectType, () => {
  it.each<[string, () => Promise<Buffer> | Buffer, string | null]>([
    ['a JPEG', () => aJpeg(), 'image/jpeg'],
    ['a PNG', () => aPng(), 'image/png'],
    ['a sticker', () => aSticker(), 'image/webp'],
    ['a film', () => aFilm(), 'video/mp4'],
    ['a voice message', () => aVoice(), 'audio/ogg'],
    ['a PDF', () => aPdf(), 'application/pdf'],
    ['a new Office file', () => NEW_OFFICE, DOCX],
    ['text in UTF-8', () => Buffer.from('Zażółć gęślą jaźń – مرحبا'), 'text/plain'],
    ['text whose last character is cut', () => Buffer.alloc(HEAD_BYTES, 'a€').subarray(0, HEAD_BYTES), 'text/plain'],
    ['bytes of no kind', () => Buffer.from([1, 2, 3, 255, 254, 0, 7]), null],
    ['text in another encoding', () => Buffer.from([0x47, 0x72, 0xf6, 0xdf, 0x65]), null],
  ])('sees what %s is', async (_name, content, type) => {
    expect(await detectType((await content()).subarray(0, HEAD_BYTES), {})).toBe(type);
  });

  it('asks the name only between old Office formats', async () => {
    expect(await detectType(OLD_OFFICE, { name: 'prices.XLS' })).toBe('application/vnd.ms-excel');
    expect(await detectType(OLD_OFFICE, { mimeType: 'application/msword' })).toBe('application/msword');
    expect(await detectType(OLD_OFFICE, { name: 'setup.msi' })).toBe('application/x-cfb');
    expect(await detectType(aPdf(), { name: 'photo.jpg', mimeType: 'image/jpeg' })).toBe('application/pdf');
  });
});

describe('A watcher', () => {
  const watch = async (type: string, content: Buffer, piece: number) => {
    const watcher = watcherOf(type);
    for await (const part of inPieces(content, piece)) watcher?.see(part);
    return { isWhole: watcher?.isWhole(), fault: watcher?.fault?.() ?? null };
  };
  const whole = { isWhole: true, fault: null };

  it.each([1, 7, 4096])('takes what is whole, in pieces of %i', async (piece) => {
    expect(await watch('video/mp4', aFilm(3000), piece)).toEqual(whole);
    expect(await watch('audio/ogg', aVoice(), piece)).toEqual(whole);
    expect(await watch('application/pdf', aPdf(), piece)).toEqual(whole);
    expect(await watch(DOCX, NEW_OFFICE, piece)).toEqual(whole);
    expect(await watch('text/plain', Buffer.from('Grüße'), piece)).toEqual(whole);
  });

  it.each(['video/mp4', 'audio/ogg', 'application/pdf', DOCX])(
    'knows that %s is cut off, wherever it is',
    async (type) => {
      const content =
        { 'video/mp4': aFilm(3000), 'audio/ogg': aVoice(), 'application/pdf': aPdf() }[type] ?? NEW_OFFICE;
      const ends = [content.length - 1, content.length - 9, Math.floor(content.length / 2), 30];
      // A PDF may have a line feed after its mark, and OGG may end with any page.
      const cuts = type === 'application/pdf' ? ends.slice(1) : ends;
      for (const cut of cuts) expect((await watch(type, content.subarray(0, cut), 64)).isWhole, `${cut}`).toBe(false);
    },
  );

  it('says why a whole file would not be shown', async () => {
    expect((await watch('video/mp4', aFilm(3000, 'hvc1'), 64)).fault).toContain('H.265');
    expect((await watch('text/plain', Buffer.from([0x47, 0xf6, 0x0a]), 1)).fault).toContain('UTF-8');
    expect((await watch('text/plain', Buffer.from('€').subarray(0, 2), 1)).fault).toContain('UTF-8');
  });

  it('takes a film whose boxes lie as long ones, and not one whose sizes lie', async () => {
    const long = Buffer.concat([aFilm(500), Buffer.from('00000001667265650000000000000014aabbccdd', 'hex')]);
    expect((await watch('video/mp4', long, 5)).isWhole).toBe(true);
    const lies = Buffer.concat([aFilm(500), Buffer.from('0000000366726565', 'hex')]);
    expect((await watch('video/mp4', lies, 5)).isWhole).toBe(false);
  });
});

describe('What is known of a file', () => {
  it('counts the voices of a voice message', () => {
    expect([opusVoices(aVoice(1)), opusVoices(aVoice(2)), opusVoices(aPdf())]).toEqual([1, 2, null]);
  });

  it('tells a sticker that moves from one that does not', async () => {
    const moving = Buffer.from('RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0', 'latin1');
    expect([isAnimatedWebp(await aSticker()), isAnimatedWebp(moving)]).toEqual([false, true]);
  });

  it('is read without losing a byte', async () => {
    const content = aFilm(200_000);
    for (const size of [100, 70_000, 300_000]) {
      const { head, whole } = await peek(inPieces(content, size), HEAD_BYTES);
      const parts: Buffer[] = [];
      for await (const part of whole) parts.push(part);
      expect(head.equals(content.subarray(0, HEAD_BYTES))).toBe(true);
      expect(Buffer.concat(parts).equals(content)).toBe(true);
    }
  });

  it('stops at the limit, to the byte', () => {
    const measure = new Measure(10, () => new Error('too large'));
    measure.see(Buffer.alloc(10));
    expect(() => measure.see(Buffer.alloc(1))).toThrow('too large');
  });
});
