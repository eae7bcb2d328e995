// A film goes through: into the library, on to WhatsApp, and from a citizen. How much the processes grow by it.
import { openAsBlob } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inProcess } from './in-process.mjs';
import { watchGrowth } from './resident.mjs';

const MB = 1024 * 1024;
/** The largest film that WhatsApp takes. */
const FILM_BYTES = 16 * MB;
/** Enough to have every part of the way compiled and every connection open. */
const SMALL_BYTES = 256 * 1024;
const WARM_UPS = 3;
const MOST_GROWTH_MB = 32;

/** @returns growth of the api while a film is uploaded, and of the worker while it is handed over and while one is fetched */
export async function media(system, { say }) {
  const worker = await system.startWorker();
  const directory = await mkdtemp(join(tmpdir(), 'belfry-film-'));
  try {
    const pids = { api: system.apiPid, worker: worker.pid };
    const small = await writeFilm(join(directory, 'small.mp4'), SMALL_BYTES);
    for (let times = 0; times < WARM_UPS; times += 1) await everyWay(system, small, SMALL_BYTES, pids);
    say('a film of 16 MB');
    const film = await writeFilm(join(directory, 'film.mp4'), FILM_BYTES);
    const first = await everyWay(system, film, FILM_BYTES, pids);
    say('three more');
    const more = [];
    for (let times = 0; times < 3; times += 1) more.push(await everyWay(system, film, FILM_BYTES, pids));
    const all = [first, ...more].flatMap((ways) => Object.values(ways).map(({ growthMb }) => growthMb));
    const worst = Math.max(...all);
    return {
      filmMb: FILM_BYTES / MB,
      first,
      more,
      worstGrowthMb: worst,
      mostGrowthMb: MOST_GROWTH_MB,
      isKept: worst <= MOST_GROWTH_MB,
    };
  } finally {
    await rm(directory, { recursive: true, force: true });
    await system.end(worker);
  }
}

async function everyWay(system, path, bytes, pids) {
  const [agency] = system.demo.agencies;
  const { id: agencyId, phoneNumberId } = agency;
  let mediaId;
  const upload = await grown(pids.api, async () => {
    mediaId = await uploadFilm(system, agency, path);
  });
  const handOver = await grown(pids.worker, async () => {
    await inProcess('media-jobs.mjs', system.env, { task: 'handOver', agencyId, phoneNumberId, mediaId });
    await until(async () => (await shown(system, agency, mediaId)).copies.length === 1);
  });
  const planted = await system.sim('media', { phoneNumberId, mimeType: 'video/mp4', sizeBytes: bytes });
  const download = await grown(pids.worker, async () => {
    const input = { task: 'receive', agencyId, phoneNumberId, planted };
    const { result: received } = await inProcess('media-jobs.mjs', system.env, input);
    await until(async () => (await shown(system, agency, received)).state === 'clean');
  });
  return { upload, handOver, download };
}

async function grown(pid, work) {
  const watched = watchGrowth(pid);
  await work();
  return watched.stop();
}

async function uploadFilm({ apiUrl }, { apiKey }, path) {
  const form = new FormData();
  form.append('file', await openAsBlob(path, { type: 'video/mp4' }), 'film.mp4');
  const headers = { authorization: `Bearer ${apiKey}` };
  const answer = await fetch(`${apiUrl}/v1/media`, { method: 'POST', headers, body: form });
  const body = await answer.json();
  if (answer.status !== 201) throw new Error(`the upload was answered ${answer.status}: ${JSON.stringify(body)}`);
  return body.id;
}

async function shown({ apiUrl }, { apiKey }, id) {
  const answer = await fetch(`${apiUrl}/v1/media/${id}`, { headers: { authorization: `Bearer ${apiKey}` } });
  return answer.json();
}

async function until(isSo) {
  for (let tries = 0; tries < 1200; tries += 1) {
    if (await isSo()) return;
    await pause(50);
  }
  throw new Error('the film did not arrive');
}

/** A kind, an index, and content that means nothing. */
async function writeFilm(path, bytes) {
  const box = (type, content) => {
    const header = Buffer.alloc(8);
    header.writeUInt32BE(8 + content.length);
    header.write(type, 4, 'latin1');
    return Buffer.concat([header, content]);
  };
  const kind = box('ftyp', Buffer.from('isom\0\0\0\0isommp41', 'latin1'));
  const index = box('moov', Buffer.from('avc1'));
  const content = box('mdat', Buffer.alloc(0));
  content.writeUInt32BE(bytes - kind.length - index.length);
  const file = await open(path, 'w');
  await file.write(Buffer.concat([kind, index, content]));
  await file.truncate(bytes);
  await file.close();
  return path;
}
