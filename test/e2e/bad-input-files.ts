import { describe, expect, it } from 'vitest';
import { watchGrowth } from '../bench/resident.mjs';
import { ApiClient } from '../support/api-client.js';
import { eventually } from '../support/eventually.js';
import { aFilm, aPdf } from '../support/media-samples.js';
import type { TestSystem } from '../support/system.js';
import { BAD_FILES } from './bad-input-media.js';

interface World {
  readonly system: TestSystem;
  readonly key: string | undefined;
}

interface Problem {
  readonly code: string;
  readonly errors?: readonly { field: string; code: string; message: string }[];
}

/** The largest that WhatsApp takes. */
const FILM_BYTES = 16 * 1024 * 1024;

interface Received {
  readonly id: string;
  readonly content?: { readonly files?: unknown };
}

function formOf(content: Buffer): FormData {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(content)]), 'film.mp4');
  return form;
}

/** Files that are refused, one that is taken, and one that is as large as it may be. */
export function files(world: () => World): void {
  describe('A file', () => {
    it.each(BAD_FILES)('is refused: $name', async ({ parts, status, code, field, says }) => {
      const form = new FormData();
      for (const [name, content, fileName] of await parts()) {
        if (fileName === undefined) form.append(name, String(content));
        else form.append(name, new Blob([new Uint8Array(Buffer.from(content))]), fileName);
      }
      const { body, ...answer } = await new ApiClient(world().system.apiUrl, world().key).upload<Problem>(
        '/v1/media',
        form,
      );
      expect([answer.status, body.code]).toEqual([status, code]);
      expect(body.errors).toEqual([expect.objectContaining({ field, message: expect.stringMatching(says) })]);
    });

    it('is taken, shown in parts by its link, and opened by no other', async () => {
      const api = new ApiClient(world().system.apiUrl, world().key);
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(aPdf())], { type: 'image/png' }), 'Größe "A4".pdf');
      form.append('altText', 'A form');
      const { status, body } = await api.upload<Record<string, string>>('/v1/media', form);
      expect([status, body]).toEqual([
        201,
        expect.objectContaining({ state: 'clean', kind: 'document', mimeType: 'application/pdf', altText: 'A form' }),
      ]);
      const { url } = (await api.get<{ url: string }>(`/v1/media/${body['id']}/link`)).body;
      const whole = await fetch(url);
      expect(Buffer.from(await whole.arrayBuffer()).equals(aPdf())).toBe(true);
      expect(Object.fromEntries(whole.headers)).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': expect.stringContaining(
          'attachment; filename="Gr__e A4.pdf"; filename*=UTF-8\'\'Gr%C3%B6',
        ),
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'accept-ranges': 'bytes',
      });
      const part = await fetch(url, { headers: { range: 'bytes=1-3' } });
      expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
        206,
        `bytes 1-3/${aPdf().length}`,
        'PDF',
      ]);
      expect((await fetch(url, { headers: { range: 'bytes=99999-' } })).status).toBe(416);
      expect((await fetch(url, { method: 'HEAD' })).headers.get('content-length')).toBe(String(aPdf().length));
      expect((await fetch(`${url.slice(0, -2)}AA`)).status).toBe(404);
      expect((await api.call('DELETE', `/v1/media/${body['id']}`)).status).toBe(204);
      expect((await fetch(url)).status).toBe(404);
    });
  });

  describe('A film of 16 MB', () => {
    const from = '+447700900381';

    /** From a citizen, into the library, and from there to the citizen. */
    async function everyWay(sizeBytes: number): Promise<void> {
      const api = new ApiClient(world().system.apiUrl, world().key);
      const number = { phoneNumberId: world().system.agency.phoneNumberId };
      const planted = { ...number, mimeType: 'video/mp4', sizeBytes };
      const { id, sha256 } = await world().system.sim<{ id: string; sha256: string }>('POST', 'media', planted);
      const video = { id, mime_type: 'video/mp4', sha256 };
      await world().system.sim('POST', 'inbound', { ...number, from, kind: 'video', video });
      const { body: added } = await api.upload<{ id: string }>('/v1/media', formOf(aFilm(sizeBytes)));
      await eventually(async () => {
        const { body } = await api.get<{ data: Received[] }>('/v1/messages?direction=inbound');
        expect(body.data[0]?.content?.files).toMatchObject([{ state: 'clean', sizeBytes }]);
      });
      const answer = { to: from, purpose: 'reply', video: { mediaId: added.id } };
      const sent = await api.post<{ id: string }>('/v1/messages', answer);
      expect([sent.status, sent.body]).toEqual([202, expect.anything()]);
      await eventually(async () => {
        const { body } = await api.get<{ state: string }>(`/v1/messages/${sent.body.id}`);
        expect(['sent', 'delivered', 'read']).toContain(body.state);
      });
    }

    it('comes from a citizen and goes to one while no process grows by more than 32 MB', async () => {
      // What is compiled and opened for the first time must not be taken for the film.
      for (let times = 0; times < 2; times++) await everyWay(200_000);
      const growths = [world().system.api, ...world().system.workers].map(({ pid }) => watchGrowth(pid));
      await everyWay(FILM_BYTES);
      const grown = growths.map((growth) => growth.stop().growthMb);
      expect(grown.filter((growthMb) => growthMb > 32)).toEqual([]);
    });
  });
}
