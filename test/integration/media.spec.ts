import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { type AgencyContext, Clock, newId, type Uuid } from '#libs/kernel';
import {
  HeaderHandles,
  InboundMediaService,
  MediaLinks,
  MediaModule,
  MediaRetention,
  MediaService,
  MediaUploads,
  MediaWork,
  MediaWorkModule,
  ProviderMediaService,
} from '#libs/media';
import type { ListedNumber } from '#libs/phone-numbers';
import { QueueModule } from '#libs/queue';
import { NUMBER, SimulatorRig, TOKEN, WABA } from '../../apps/simulator/src/testing/simulator-rig.js';
import { Clamd, EICAR } from '../support/clamd.js';
import { aFilm, aJpeg, aPdf, aVoice, inPieces } from '../support/media-samples.js';
import { PlatformFixture } from './platform-fixture.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let rig: SimulatorRig;
let clamd: Clamd;
let platform: PlatformFixture;
let directory: string;
let ctx: AgencyContext;
let number: ListedNumber;
let offset = 0;

async function open(env: Record<string, string> = {}): Promise<PlatformFixture> {
  const fixture = {
    GRAPH_BASE_URL: rig.simulator.url,
    META_APP_ID: '650012299871144',
    REDIS_URL: inject('services').redisUrl,
    MEDIA_DIR: directory,
    EGRESS_LOOPBACK: 'true',
    CLAMD_URL: clamd.url,
  };
  return PlatformFixture.open({ ...fixture, ...env }, [QueueModule, MediaModule, MediaWorkModule]);
}

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'belfry-media-'));
  rig = await SimulatorRig.start();
  clamd = await Clamd.listen();
  platform = await open();
});
afterAll(async () => {
  await platform?.close();
  await rig?.close();
  clamd?.close();
  rmSync(directory, { recursive: true, force: true });
});
beforeEach(async () => {
  ctx = await platform.agency();
});
afterEach(() => {
  clamd.manner = 'scans';
});

async function aNumber(): Promise<ListedNumber> {
  // The simulator has one account; only one agency may have its number.
  number ??= await platform.number(ctx, { phoneNumberId: NUMBER, wabaId: WABA, accessToken: TOKEN });
  return number;
}

const uploads = () => platform.get(MediaUploads);
const upload = (content: Buffer, name = 'file', own = ctx) =>
  uploads().upload(own, { bytes: inPieces(content), name, altText: async () => null });
const get = (id: Uuid, own = ctx) => platform.get(MediaService).get(own, id);
const within = <T>(work: Parameters<typeof platform.within<T>>[1], own = ctx) => platform.within(own, work);

async function work(from = platform): Promise<void> {
  await from.get(MediaWork).startDue();
  await from.get(MediaWork).idle();
}

/** Everything that waits for later is due. */
function wait(ms: number): void {
  offset += ms;
  platform.get(Clock).setOffset(offset);
}

async function read(id: Uuid, own = ctx, from = platform): Promise<Buffer> {
  const { url } = await from.get(MediaLinks).create(own, id);
  const file = await from.get(MediaLinks).open(url.slice(url.lastIndexOf('/') + 1));
  return buffer(await file.read());
}

const filesOf = (own: AgencyContext, of = directory): string[] => {
  try {
    return readdirSync(join(of, own.agencyId));
  } catch {
    return [];
  }
};

describe(MediaUploads, () => {
  it('keeps a film as it is, sealed on the disk, and gives it back', async () => {
    const film = aFilm(300_000);
    const { media } = await upload(film, 'C:\\films\\opening hours.mp4');
    expect(media).toMatchObject({ state: 'clean', kind: 'video', mimeType: 'video/mp4', sizeBytes: 300_000 });
    expect(media.name).toBe('opening hours.mp4');
    expect(clamd.bytes).toBeGreaterThanOrEqual(300_000);
    const stored = readFileSync(join(directory, ctx.agencyId, media.id));
    expect(stored.includes('ftyp') || stored.includes('ZZZZZZZZ')).toBe(false);
    expect(statSync(join(directory, ctx.agencyId, media.id)).mode & 0o077).toBe(0);
    expect((await read(media.id)).equals(film)).toBe(true);
    expect(await platform.entryTypes(ctx.agencyId)).toContain('media.added');
  });

  it('draws a picture anew, without camera and place', async () => {
    const jpeg = await aJpeg();
    expect(jpeg.includes('Camera of somebody')).toBe(true);
    const { media } = await upload(jpeg);
    expect(media).toMatchObject({ kind: 'image', mimeType: 'image/jpeg', width: 60, height: 40 });
    const drawn = await read(media.id);
    expect(drawn.includes('Camera of somebody') || drawn.includes('Exif')).toBe(false);
  });

  it('quarantines what the scanner objects to, and never serves or sends it', async () => {
    await expect(upload(Buffer.from(`Dear all\n${EICAR}\n`), 'notes.txt')).rejects.toMatchObject({
      code: 'media-infected',
      errors: [{ field: 'file' }],
    });
    const { data } = await platform.get(MediaService).list(ctx, { limit: 10, after: null });
    expect(data).toMatchObject([{ state: 'quarantined', finding: 'Eicar-Test-Signature' }]);
    const id = data[0]?.id ?? '';
    await expect(platform.get(MediaLinks).create(ctx, id)).rejects.toMatchObject({ code: 'media-not-clean' });
    const sendable = within((tx) => platform.get(MediaService).assertSendable(tx, [id], 'document'));
    await expect(sendable).rejects.toMatchObject({ code: 'media-not-clean' });
    expect(await platform.entryTypes(ctx.agencyId)).toContain('media.quarantined');
  });

  it('leaves a file unscanned, unserved and unsent while the scanner is away, until it is back', async () => {
    clamd.manner = 'hangs-up';
    const { media } = await upload(aPdf(), 'form.pdf');
    expect(media.state).toBe('scanning');
    await expect(platform.get(MediaLinks).create(ctx, media.id)).rejects.toMatchObject({ code: 'media-not-clean' });
    wait(MINUTE);
    await work();
    expect((await get(media.id)).media.state).toBe('scanning');
    clamd.manner = 'scans';
    wait(MINUTE);
    await work();
    expect((await get(media.id)).media).toMatchObject({ state: 'clean', kind: 'document' });
  });

  it('refuses a file that it cannot show to the scanner whole', async () => {
    clamd.manner = 'is-full';
    await expect(upload(aPdf(), 'form.pdf')).rejects.toMatchObject({ code: 'media-infected' });
  });

  it('leaves nothing of a film that ends too early', async () => {
    const film = aFilm(200_000);
    await expect(upload(film.subarray(0, 150_000))).rejects.toMatchObject({ code: 'media-truncated' });
    expect(filesOf(ctx)).toEqual([]);
    expect(await platform.entryTypes(ctx.agencyId)).toContain('media.refused');
  });

  it('leaves nothing of an upload that breaks off', async () => {
    async function* breaksOff(): AsyncGenerator<Buffer> {
      yield aFilm(200_000).subarray(0, 150_000);
      throw new Error('the line is dead');
    }
    const broken = uploads().upload(ctx, { bytes: breaksOff(), altText: async () => null });
    await expect(broken).rejects.toMatchObject({ code: 'body-unreadable' });
    expect(filesOf(ctx)).toEqual([]);
  });

  it('fetches a file from an address, and follows it nowhere else', async () => {
    const pdf = aPdf();
    const server = createServer((request, response) => {
      if (request.url === '/moved') response.writeHead(302, { location: '/form.pdf' }).end();
      else if (request.url === '/endless') response.writeHead(200).write(pdf, () => response.destroy());
      else response.writeHead(200, { 'content-type': 'application/pdf' }).end(pdf);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const at = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
    const fetched = await uploads().fetch(ctx, { url: at('/form.pdf'), altText: 'A form' });
    expect(fetched.media).toMatchObject({ origin: 'fetched', name: 'form.pdf', kind: 'document', altText: 'A form' });
    const from = (url: string) => uploads().fetch(ctx, { url, altText: null });
    await expect(from(at('/moved'))).rejects.toMatchObject({ code: 'media-url-not-fetched' });
    await expect(from(at('/endless'))).rejects.toMatchObject({ code: 'media-url-not-fetched' });
    await expect(from('http://10.0.0.1/form.pdf')).rejects.toMatchObject({ code: 'invalid-request' });
    server.close();
  });
});

describe(MediaService, () => {
  it('removes the key at once and the bytes soon after, unless something stands on the file', async () => {
    const { media } = await upload(aPdf(), 'form.pdf');
    const use = { usedBy: 'template' as const, userId: newId() };
    await within((tx) => platform.get(MediaService).recordUses(tx, use, [media.id]));
    await expect(platform.get(MediaService).remove(ctx, media.id)).rejects.toMatchObject({ code: 'media-in-use' });
    await within((tx) => platform.get(MediaService).recordUses(tx, use, []));
    await platform.get(MediaService).remove(ctx, media.id);
    const sql = 'SELECT state, key_sealed, name_sealed FROM media WHERE id = $1';
    const { rows } = await platform.database.admin.query(sql, [media.id]);
    expect(rows).toEqual([{ state: 'removed', key_sealed: null, name_sealed: null }]);
    await work();
    expect(filesOf(ctx)).toEqual([]);
    await expect(get(media.id)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('says of each file why it cannot be sent as what it is not', async () => {
    const film = (await upload(aFilm())).media.id;
    const voice = (await upload(aVoice())).media.id;
    const check = (ids: Uuid[], kind: 'image' | 'video' | 'audio' | 'voice') =>
      within((tx) => platform.get(MediaService).assertSendable(tx, ids, kind, 'image.mediaId'));
    await check([film], 'video');
    await check([voice, voice], 'voice');
    await expect(check([film], 'voice')).rejects.toMatchObject({ code: 'media-wrong-kind' });
    await expect(check([film], 'image')).rejects.toMatchObject({
      code: 'media-wrong-kind',
      errors: [{ field: 'image.mediaId' }],
    });
    await expect(check([newId()], 'image')).rejects.toMatchObject({ code: 'media-unknown' });
    const strangers = await platform.agency();
    const theirs = within((tx) => platform.get(MediaService).assertSendable(tx, [film], 'video'), strangers);
    await expect(theirs).rejects.toMatchObject({ code: 'media-unknown' });
  });
});

describe(ProviderMediaService, () => {
  const ready = (id: Uuid) => within((tx) => platform.get(ProviderMediaService).ready(tx, number.id, [id]));
  const request = (id: Uuid) => within((tx) => platform.get(ProviderMediaService).request(tx, number.id, [id, id]));

  it('hands a file to WhatsApp once, and again when its id grows old', async () => {
    ctx = { ...ctx, agencyId: await ownerOfNumber() };
    const { media } = await upload(aFilm(200_000));
    expect(await ready(media.id)).toEqual(new Map());
    await request(media.id);
    await request(media.id);
    await work();
    const first = (await ready(media.id)).get(media.id);
    expect(first).toMatch(/^\d+$/);
    expect((await rig.graph('GET', String(first))).body).toMatchObject({ mime_type: 'video/mp4', file_size: '200000' });
    expect((await get(media.id)).copies).toHaveLength(1);
    wait(30 * DAY - 50 * MINUTE);
    expect(await ready(media.id)).toEqual(new Map());
    await request(media.id);
    await work();
    expect((await ready(media.id)).get(media.id)).not.toBe(first);
  });

  it('tries again after a fault of WhatsApp, and gives up what WhatsApp does not want', async () => {
    ctx = { ...ctx, agencyId: await ownerOfNumber() };
    const { media } = await upload(aPdf(), 'form.pdf');
    await rig.control('POST', 'media/faults', { step: 'upload', httpStatus: 503, code: 2 });
    await request(media.id);
    await work();
    expect((await ready(media.id)).size).toBe(0);
    wait(10_000);
    await rig.control('POST', 'media/faults', { step: 'upload', cutAfter: 100 });
    await work();
    wait(MINUTE);
    await work();
    expect((await ready(media.id)).size).toBe(1);
    const other = (await upload(aPdf(), 'other.pdf')).media;
    await rig.control('POST', 'media/faults', { step: 'upload', httpStatus: 400, code: 131053 });
    await request(other.id);
    await work();
    const failed = await within((tx) => platform.get(ProviderMediaService).failed(tx, number.id, [other.id]));
    expect(failed.get(other.id)).toMatchObject({ code: 'whatsapp-refused', metaCode: 131053 });
    await request(other.id);
    await work();
    expect((await ready(other.id)).size).toBe(1);
  });

  it('takes a file away at WhatsApp too', async () => {
    ctx = { ...ctx, agencyId: await ownerOfNumber() };
    const { media } = await upload(aPdf(), 'form.pdf');
    await request(media.id);
    await work();
    const id = (await ready(media.id)).get(media.id) ?? '';
    await platform.get(MediaService).remove(ctx, media.id);
    await work();
    expect((await rig.graph('GET', id)).status).toBe(400);
  });
});

describe(HeaderHandles, () => {
  it('gets a handle, taking up an upload that broke off where it broke', async () => {
    ctx = { ...ctx, agencyId: await ownerOfNumber() };
    const { media } = await upload(aFilm(400_000));
    await rig.control('POST', 'media/faults', { step: 'session', cutAfter: 150_000 });
    expect(await platform.get(HeaderHandles).forTemplate(ctx, media.id)).toMatch(/^4::/);
    const voice = (await upload(aVoice())).media;
    const refused = platform.get(HeaderHandles).forTemplate(ctx, voice.id);
    await expect(refused).rejects.toMatchObject({ code: 'media-wrong-kind' });
  });
});

describe(InboundMediaService, () => {
  interface Planted {
    readonly id: string;
    readonly mime_type: string;
    readonly sha256: string;
  }

  async function receive(content: Buffer, more: { mimeType?: string; sha256?: string } = {}): Promise<Uuid> {
    ctx = { ...ctx, agencyId: await ownerOfNumber() };
    const what = { phoneNumberId: NUMBER, mimeType: more.mimeType ?? 'image/jpeg', base64: content.toString('base64') };
    const planted = (await rig.control('POST', 'media', what)) as unknown as Planted;
    const item = {
      messageId: newId(),
      numberId: number.id,
      providerMediaId: planted.id,
      mimeType: planted.mime_type,
      sha256: more.sha256 ?? planted.sha256,
    };
    for (let times = 0; times < 2; times++)
      await within((tx) => platform.get(InboundMediaService).receiveIn(tx, [item]));
    return item.messageId;
  }
  const shown = async (messageId: Uuid) =>
    (await within((tx) => platform.get(InboundMediaService).ofMessages(tx, [messageId]))).get(messageId);

  it('fetches what a citizen sent, scans it, and notes who looked at it', async () => {
    const jpeg = await aJpeg();
    const messageId = await receive(jpeg);
    expect(await shown(messageId)).toMatchObject([{ state: 'receiving' }]);
    await work();
    const [file] = (await shown(messageId)) ?? [];
    expect(file).toMatchObject({ state: 'clean', kind: 'image', sizeBytes: jpeg.length });
    expect((await read(file?.id ?? '')).equals(jpeg)).toBe(true);
    expect(await platform.entryTypes(ctx.agencyId)).toContain('media.viewed');
    const { data } = await platform.get(MediaService).list(ctx, { limit: 100, after: null });
    expect(data.map(({ id }) => id)).not.toContain(file?.id);
  });

  it('shows what a file is and not what it says it is', async () => {
    const messageId = await receive(Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff]));
    await work();
    expect(await shown(messageId)).toMatchObject([{ state: 'clean', kind: 'document' }]);
  });

  it('asks for a new address when the old one is too old, and goes on after a broken line', async () => {
    const messageId = await receive(await aJpeg());
    await rig.control('POST', 'media/faults', { step: 'download', httpStatus: 404 });
    await work();
    expect(await shown(messageId)).toMatchObject([{ state: 'clean' }]);
    const later = await receive(await aJpeg());
    await rig.control('POST', 'media/faults', { step: 'download', cutAfter: 100 });
    await work();
    expect(await shown(later)).toMatchObject([{ state: 'receiving' }]);
    wait(MINUTE);
    await work();
    expect(await shown(later)).toMatchObject([{ state: 'clean' }]);
  });

  it('never shows bytes with another digest than was announced, and says in the end that it gave up', async () => {
    const messageId = await receive(await aJpeg(), { sha256: Buffer.alloc(32, 7).toString('base64') });
    for (let times = 0; times < 12; times++) {
      await work();
      expect((await shown(messageId))?.[0]?.state).not.toBe('clean');
      wait(3 * DAY);
    }
    expect(await shown(messageId)).toMatchObject([{ state: 'refused', refusal: 'whatsapp-unclear' }]);
  });

  it('quarantines a virus that a citizen sends', async () => {
    const messageId = await receive(Buffer.from(EICAR), { mimeType: 'text/plain' });
    await work();
    expect(await shown(messageId)).toMatchObject([{ state: 'quarantined', refusal: 'media-infected' }]);
  });
});

describe(MediaLinks, () => {
  it('opens nothing but the one file, and only for a while', async () => {
    const { media } = await upload(aPdf(), 'form.pdf');
    const { url } = await platform.get(MediaLinks).create(ctx, media.id);
    const token = url.slice(url.lastIndexOf('/') + 1);
    const links = platform.get(MediaLinks);
    expect(await links.open(token)).toMatchObject({ name: 'form.pdf', mimeType: 'application/pdf' });
    const bytes = Buffer.from(token, 'base64url');
    for (let at = 0; at < bytes.length; at += 5) {
      const forged = Buffer.from(bytes);
      forged[at] = (forged[at] ?? 0) ^ 1;
      await expect(links.open(forged.toString('base64url'))).rejects.toMatchObject({ code: 'link-invalid' });
    }
    for (const text of ['', 'x', `${token}A`, token.slice(1)])
      await expect(links.open(text)).rejects.toMatchObject({ code: 'link-invalid' });
    wait(6 * MINUTE);
    await expect(links.open(token)).rejects.toMatchObject({ code: 'link-invalid' });
  });
});

describe(MediaRetention, () => {
  it('takes away what citizens sent once it is old, and the library never', async () => {
    const { media } = await upload(aPdf(), 'form.pdf');
    const item = { messageId: newId(), numberId: (await aNumber()).id, providerMediaId: '1', mimeType: 'image/jpeg' };
    const owner = { ...ctx, agencyId: await ownerOfNumber() };
    await platform.within(owner, (tx) => platform.get(InboundMediaService).receiveIn(tx, [item]));
    wait(366 * DAY);
    expect(await platform.get(MediaRetention).sweep(owner.agencyId)).toBeGreaterThan(0);
    expect(await platform.get(MediaRetention).sweep(ctx.agencyId)).toBe(0);
    expect((await get(media.id)).media.state).toBe('clean');
  });
});

/** The one agency that has the number of the simulator. */
async function ownerOfNumber(): Promise<Uuid> {
  const { id } = await aNumber();
  const { rows } = await platform.database.admin.query('SELECT agency_id FROM phone_numbers WHERE id = $1', [id]);
  return rows[0]?.agency_id as Uuid;
}
