import { expect } from 'vitest';
import type { ConsoleRoute } from '../../../apps/console/src/routes.js';
import { ApiClient } from '../../support/api-client.js';
import { eventually } from '../../support/eventually.js';
import { aJpeg } from '../../support/media-samples.js';
import type { BrowserWorld } from './world.js';

/** What stands in the paths of pages: name of the part → an id that exists. */
export type Places = Readonly<Record<string, string>>;

interface List {
  readonly data: readonly { readonly id: string }[];
}

async function firstOf(api: ApiClient, path: string): Promise<string> {
  return eventually(async () => {
    const { status, body } = await api.get<List>(path);
    expect({ path, status, found: body.data?.length ?? 0 }).toMatchObject({ status: 200, found: expect.any(Number) });
    const id = body.data[0]?.id;
    if (!id) throw new Error(`${path} is empty`);
    return id;
  });
}

/** An endpoint that nobody listens at, and a call to it. */
async function aCallback(admin: ApiClient): Promise<{ callback: string; attempt: string }> {
  const wanted = {
    url: 'http://127.0.0.1:9/belfry',
    description: 'Appointment system',
    events: ['message.delivered', 'message.failed', 'message.received'],
  };
  const { body } = await admin.post<{ id: string }>('/v1/callbacks', wanted);
  expect((await admin.post(`/v1/callbacks/${body.id}/test`, {})).status).toBe(202);
  return { callback: body.id, attempt: await firstOf(admin, `/v1/callbacks/${body.id}/attempts`) };
}

async function aPicture(key: ApiClient): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(await aJpeg(900, 600))]), 'opening-hours.jpg');
  form.append('altText', 'A green door with the opening hours beside it');
  const { status, body } = await key.upload<{ id: string }>('/v1/media', form);
  expect(status).toBe(201);
  return body.id;
}

/** Real ids of the demo's first agency, with a message that was sent. */
export async function placesInAgency(world: BrowserWorld): Promise<Places> {
  const { agency, apiUrl } = world.system;
  const key = new ApiClient(apiUrl, agency.apiKey);
  expect((await key.post('/v1/messages', agency.sampleMessage)).status).toBe(202);
  const admin = await world.api(world.person('agency_admin'));
  const number = await firstOf(admin, '/v1/numbers');
  const link = await admin.post(`/v1/numbers/${number}/short-links`, { prefilledMessage: 'Report a leak' });
  expect(link.status).toBe(201);
  await world.system.sim('POST', `numbers/${agency.phoneNumberId}/facts`, { messagingLimit: 'TIER_10K' });
  expect((await admin.post(`/v1/numbers/${number}/refresh`)).status).toBe(200);
  return {
    agency: agency.slug,
    message: await firstOf(admin, '/v1/messages'),
    entry: await firstOf(admin, '/v1/audit/entries'),
    number,
    person: await firstOf(admin, '/v1/people'),
    department: await firstOf(admin, '/v1/departments'),
    key: await firstOf(admin, '/v1/api-keys'),
    ...(await aCallback(admin)),
    media: await aPicture(key),
    fact: 'name',
    name: 'clinic_reminder',
    language: 'en',
  };
}

export async function placesOnPlatform(world: BrowserWorld): Promise<Places> {
  const admin = await world.api(world.platformAdmin);
  const { id } = world.system.agency;
  return {
    id,
    number: await firstOf(admin, `/v1/platform/agencies/${id}/numbers`),
    person: await firstOf(admin, '/v1/people'),
    entry: await firstOf(admin, '/v1/audit/entries'),
  };
}

export function pathOf({ path }: ConsoleRoute, places: Places): string {
  return path.replace(/:(\w+)/g, (_, name: string) => {
    const value = places[name];
    if (value === undefined) throw new Error(`no ${name} to put into ${path}`);
    return value;
  });
}

/** For screenshots. */
export const nameOf = ({ page }: ConsoleRoute): string => page.replace('/', '.');
