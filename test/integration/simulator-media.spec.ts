import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MediaApi } from '../../apps/simulator/src/media-api.js';
import { NUMBER, SimulatorRig, TOKEN } from '../../apps/simulator/src/testing/simulator-rig.js';
import { UploadSessions } from '../../apps/simulator/src/upload-sessions.js';
import { aFilm, aJpeg, aPdf } from '../support/media-samples.js';

const APP = '650012299871144';
const DAY = 86_400_000;

let rig: SimulatorRig;
beforeAll(async () => {
  rig = await SimulatorRig.start();
});
afterAll(() => rig.close());

interface Part {
  readonly type?: string;
  readonly product?: string;
  readonly token?: string;
  readonly number?: string;
}

async function upload(
  content: Buffer,
  mimeType: string,
  { type, product = 'whatsapp', token = TOKEN, number = NUMBER }: Part = {},
) {
  const form = new FormData();
  form.append('messaging_product', product);
  if (type) form.append('type', type);
  form.append('file', new Blob([new Uint8Array(content)], { type: mimeType }), 'file');
  const headers = { authorization: `Bearer ${token}` };
  const response = await fetch(`${rig.simulator.url}/v25.0/${number}/media`, { method: 'POST', headers, body: form });
  return { status: response.status, body: (await response.json()) as { id?: string; error?: { code: number } } };
}

const bytesAt = (url: string, token: string | null = TOKEN) =>
  fetch(url, { headers: token === null ? {} : { authorization: `Bearer ${token}` } });

describe(MediaApi, () => {
  it('takes a file, describes it and gives it back to whoever has the token', async () => {
    const jpeg = await aJpeg();
    const { body } = await upload(jpeg, 'image/jpeg');
    const { body: described } = await rig.graph('GET', `${body.id}?phone_number_id=${NUMBER}`);
    expect(described).toMatchObject({
      messaging_product: 'whatsapp',
      mime_type: 'image/jpeg',
      file_size: String(jpeg.length),
    });
    const url = String(described['url']);
    expect(Buffer.from(await (await bytesAt(url)).arrayBuffer()).equals(jpeg)).toBe(true);
    expect((await bytesAt(url, null)).status).toBe(404);
    expect((await bytesAt(url, 'another')).status).toBe(404);
    expect((await bytesAt(url.replace('hash=', 'hash=x'))).status).toBe(404);
    expect((await rig.graph('GET', `${body.id}?phone_number_id=1`)).body).toMatchObject({
      error: { code: 100, error_subcode: 33 },
    });
    expect((await rig.graph('DELETE', String(body.id))).body).toEqual({ success: true });
    expect((await rig.graph('GET', String(body.id))).status).toBe(400);
  });

  it.each([
    ['a type that it does not know', async () => upload(Buffer.from('GIF89a'), 'image/gif'), 100],
    ['bytes of another type', async () => upload(aPdf(), 'image/jpeg'), 100],
    ['a form that is not for WhatsApp', async () => upload(aPdf(), 'application/pdf', { product: 'x' }), 131008],
    ['a film that is too large', async () => upload(aFilm(16 * 1024 * 1024 + 1), 'video/mp4'), 131053],
    ['a wrong token', async () => upload(aPdf(), 'application/pdf', { token: 'x' }), 190],
    ['an unknown number', async () => upload(aPdf(), 'application/pdf', { number: '1' }), 100],
  ])('refuses %s', async (_name, call, code) => {
    const { status, body } = await call();
    expect([status >= 400, body.error?.code]).toEqual([true, code]);
  });

  it('forgets: an address after five minutes, what was uploaded after thirty days, what came in after seven', async () => {
    const { body } = await upload(aPdf(), 'application/pdf');
    const planted = await rig.control('POST', 'media', {
      phoneNumberId: NUMBER,
      mimeType: 'video/mp4',
      sizeBytes: 1000,
    });
    const url = String((await rig.graph('GET', String(planted['id']))).body['url']);
    expect((await bytesAt(url)).status).toBe(200);
    await rig.control('POST', 'clock', { advanceMs: 5 * 60_000 + 1000 });
    expect((await bytesAt(url)).status).toBe(404);
    await rig.control('POST', 'clock', { advanceMs: 7 * DAY });
    expect((await rig.graph('GET', String(planted['id']))).status).toBe(400);
    expect((await rig.graph('GET', String(body.id))).status).toBe(200);
    await rig.control('POST', 'clock', { advanceMs: 23 * DAY });
    expect((await rig.graph('GET', String(body.id))).status).toBe(400);
  });
});

describe(UploadSessions, () => {
  const start = (type: string, length: number) =>
    rig.graph('POST', `${APP}/uploads?file_name=a&file_length=${length}&file_type=${encodeURIComponent(type)}`);
  async function send(session: unknown, offset: number, content: Buffer, scheme = 'OAuth') {
    const headers = { authorization: `${scheme} ${TOKEN}`, file_offset: String(offset) };
    const url = `${rig.simulator.url}/v25.0/${session}`;
    const response = await fetch(url, { method: 'POST', headers, body: new Uint8Array(content) });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  it('gives a handle once all bytes are there, in as many parts as it takes', async () => {
    const pdf = aPdf();
    const { id } = (await start('application/pdf', pdf.length)).body;
    expect((await send(id, 0, pdf.subarray(0, 20))).body).toMatchObject({ file_offset: 20 });
    expect((await send(id, 10, pdf.subarray(10))).status).toBe(400);
    expect((await send(id, 20, pdf.subarray(20), 'Bearer')).status).toBe(401);
    expect((await send(id, 20, pdf.subarray(20))).body['h']).toMatch(/^4::/);
  });

  it('refuses types that no header shows, and bytes of another type', async () => {
    expect((await start('audio/ogg', 10)).status).toBe(400);
    const { id } = (await start('image/png', 5)).body;
    expect((await send(id, 0, Buffer.from('12345'))).status).toBe(400);
  });
});
