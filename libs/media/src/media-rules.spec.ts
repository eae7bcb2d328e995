import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DomainError } from '#libs/kernel';
import { GraphCallError } from '#libs/whatsapp';
import { ScannerAway } from './clamd-client.js';
import { failureOf, MediaJobError } from './media-failure.js';
import { cleanName, NAME_CHARACTERS } from './media-names.js';
import { pauseAfter } from './media-retries.js';
import { MEDIA_RULES, STATIC_STICKER_BYTES, sizeWords } from './media-rules.js';
import { sendingFault } from './sendable.js';
import { readSha256 } from './sha256-text.js';

const ID = '0193f000-0000-7000-8000-00000000000a';
const facts = (change: object) => ({
  id: ID,
  state: 'clean' as const,
  kind: 'image' as const,
  sizeBytes: 1000,
  isAnimated: false,
  isVoice: false,
  ...change,
});

describe('The rules', () => {
  it('say each limit as people do', () => {
    const words = Object.fromEntries(MEDIA_RULES.map(({ kind, maxBytes }) => [kind, sizeWords(maxBytes)]));
    expect(words).toEqual({ image: '5 MB', sticker: '500 KB', video: '16 MB', audio: '16 MB', document: '100 MB' });
  });
});

describe(sendingFault, () => {
  it.each([
    ['an unknown file', undefined, 'image', 'media-unknown'],
    ['a file that waits', facts({ state: 'scanning' }), 'image', 'media-not-clean'],
    ['a quarantined file', facts({ state: 'quarantined' }), 'image', 'media-not-clean'],
    ['a picture as a film', facts({}), 'video', 'media-wrong-kind'],
    ['music as a voice message', facts({ kind: 'audio' }), 'voice', 'media-wrong-kind'],
    ['a large sticker', facts({ kind: 'sticker', sizeBytes: STATIC_STICKER_BYTES + 1 }), 'sticker', 'media-too-large'],
  ] as const)('refuses %s', (_name, found, kind, code) => {
    expect(sendingFault(ID, found, kind, 'image.mediaId')).toMatchObject({
      code,
      errors: [{ field: 'image.mediaId' }],
    });
  });

  it('lets everything else go', () => {
    expect(sendingFault(ID, facts({}), 'image', 'x')).toBeNull();
    expect(sendingFault(ID, facts({ kind: 'audio', isVoice: true }), 'voice', 'x')).toBeNull();
    const moving = facts({ kind: 'sticker', isAnimated: true, sizeBytes: STATIC_STICKER_BYTES + 1 });
    expect(sendingFault(ID, moving, 'sticker', 'x')).toBeNull();
  });
});

describe(cleanName, () => {
  it.each([
    ['C:\\Users\\ada\\opening hours.png', 'opening hours.png'],
    ['../../etc/passwd', 'passwd'],
    ['invoice\u202efdp.exe', 'invoicefdp.exe'],
    ['a\r\nb"c.pdf', 'abc.pdf'],
    ['.htaccess', 'htaccess'],
    ['...', null],
    ['', null],
  ])('makes of %j %j', (text, name) => {
    expect(cleanName(text)).toBe(name);
  });

  it('never gives a name that leads elsewhere or is too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
        const name = cleanName(text);
        if (name === null) return;
        expect(name.length).toBeLessThanOrEqual(NAME_CHARACTERS);
        expect(name).not.toMatch(/[/\\\0\r\n]|^\./);
      }),
    );
  });

  it('keeps the extension of a long name', () => {
    expect(cleanName(`${'x'.repeat(400)}.pdf`)).toMatch(/^x+\.pdf$/);
  });
});

describe(readSha256, () => {
  it('reads both ways of writing it', () => {
    const digest = Buffer.alloc(32, 0xab);
    for (const text of [digest.toString('hex'), digest.toString('base64'), digest.toString('hex').toUpperCase()])
      expect(readSha256(text)?.equals(digest)).toBe(true);
    expect([readSha256('abc'), readSha256(undefined)]).toEqual([null, null]);
  });
});

describe('Trying again', () => {
  it('goes on for six days for what citizens sent, and for ever while the scanner is away', () => {
    const pauses = Array.from({ length: 20 }, (_, n) => pauseAfter('download', n + 1, 0.5)).filter(
      (one) => one !== null,
    );
    const days = pauses.reduce((sum, pause) => sum + pause, 0) / 86_400_000;
    expect(days).toBeGreaterThan(5.5);
    expect(days).toBeLessThan(7);
    expect(pauseAfter('scan', 1000, 0.5)).toBe(300_000);
    expect(pauseAfter('upload', 20, 0.5)).toBeNull();
  });

  it.each([
    ['the line is dead', new GraphCallError('unreached', 'ECONNREFUSED'), 'whatsapp-unreachable', false],
    ['no answer', new GraphCallError('unknown', 'x'), 'whatsapp-unclear', false],
    ['a fault of WhatsApp', graph(131000, 500), 'whatsapp-refused', false],
    ['a token that ended', graph(190, 401), 'whatsapp-refused', false],
    ['a file that WhatsApp does not want', graph(131053, 400), 'whatsapp-refused', true],
    ['the scanner', new ScannerAway('x'), 'scanner-away', false],
    [
      'the store',
      new DomainError('media-storage-unavailable', { httpStatus: 503, detail: '' }),
      'media-storage-unavailable',
      false,
    ],
    ['the file itself', new MediaJobError('media-too-large'), 'media-too-large', true],
    ['a fault of ours', new TypeError('x'), 'internal-error', false],
  ])('depends on what went wrong: %s', (_name, error, code, isFinal) => {
    expect(failureOf(error)).toMatchObject({ code, isFinal });
  });
});

function graph(code: number, httpStatus: number): GraphCallError {
  return new GraphCallError('refused', 'x', httpStatus, { code, message: 'x' });
}
