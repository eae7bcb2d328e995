import { randomBytes, randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { KEY_SCOPES } from '#libs/access';
import { newId, toWireId } from '#libs/kernel';
import { ApiClient } from '../support/api-client.js';
import { runCli } from '../support/app-process.js';
import { eventually } from '../support/eventually.js';
import type { DemoAgency, TestSystem } from '../support/system.js';

/** Everything of an agency that a stranger could name in a request. */
export interface Target {
  readonly agency: string;
  readonly contact: string;
  /** Waits for tomorrow, so that it could still be cancelled. */
  readonly message: string;
  readonly sentMessage: string;
  readonly receivedMessage: string;
  readonly purpose: string;
  readonly purposeCode: string;
  readonly number: string;
  readonly metaNumber: string;
  readonly template: string;
  readonly templateName: string;
  readonly consentEvent: string;
  readonly auditEntry: string;
  readonly apiKeyId: string;
  readonly trialGuest: string;
  readonly department: string;
  readonly callback: string;
  readonly callbackAttempt: string;
  readonly media: string;
  readonly invitation: string;
  readonly invitedEmail: string;
  readonly person: string;
  readonly phone: string;
  readonly reference: string;
  readonly email: string;
  readonly session: string;
  readonly passkey: string;
  readonly idempotencyKey: string;
}

/** Who asks. All but the last belong to the other agency or to the platform. */
export interface Credential {
  readonly name: string;
  readonly token: string | undefined;
}

/** A word that occurs in the data of one agency and nowhere else. */
export const MARKER = `canary${randomBytes(8).toString('hex')}`;
const PHONE = `+4477009${String(randomBytes(4).readUInt32BE() % 100_000).padStart(5, '0')}`;

/** Nobody listens there: https://www.rfc-editor.org/rfc/rfc863 */
const CLOSED_PORT = 'http://127.0.0.1:9/belfry';

interface Page<T> {
  readonly data: readonly T[];
  readonly next: string | null;
}

interface Message {
  readonly id: string;
  readonly state: string;
  readonly from: string;
}

/** Fills an agency with marked data through the API, and waits until all of it was worked on. */
export async function markAgency(system: TestSystem): Promise<Target> {
  const { agency } = system;
  const api = new ApiClient(system.apiUrl, agency.apiKey);
  const idempotencyKey = `key-${MARKER}`;
  const purpose = await made(api.post<{ id: string }>('/v1/purposes', purposeOf(MARKER)));
  const contact = await made(api.put<{ id: string }>('/v1/contacts', contactOf(PHONE)));
  const consent = await made(api.post<{ id: string }>('/v1/consents', consentOf(contact.id)));
  const sent = await made(api.post<Message>('/v1/messages', reminder({}), idempotencyKey));
  const planned = await made(api.post<Message>('/v1/messages', reminder({ sendAt: tomorrow() })));
  await eventually(async () => expect((await api.get<Message>(`/v1/messages/${sent.id}`)).body.state).toBe('read'));
  await system.sim('POST', 'inbound', { from: PHONE, phoneNumberId: agency.phoneNumberId, text: `Hello ${MARKER}` });
  const received = await eventually(() => only<Message>(api, '/v1/messages?direction=inbound'));
  const text = { to: PHONE, purpose: MARKER, text: { body: `Reply ${MARKER}` } };
  const reply = await made(api.post<Message>('/v1/messages', text));
  await eventually(async () => expect((await api.get<Message>(`/v1/messages/${reply.id}`)).body.state).toBe('read'));
  const entry = await eventually(() =>
    only<{ id: string; actor: { id: string } }>(api, `/v1/audit/entries?type=message.accepted&targetId=${sent.id}`),
  );
  const admin = new ApiClient(system.apiUrl, await signIn(system, personOf(agency, 'agency_admin')));
  const guest = await made(admin.post<{ id: string }>('/v1/trial-guests', { phone: PHONE, name: `Guest ${MARKER}` }));
  const template = await only<{ id: string }>(api, '/v1/templates?name=clinic_reminder&language=en');
  const department = await only<{ id: string }>(admin, '/v1/departments');
  const invitedEmail = `${MARKER}@invited.example`;
  const invitation = await made(
    admin.post<{ id: string }>('/v1/invitations', { email: invitedEmail, name: MARKER, roles: ['agent'] }),
  );
  const callback = await made(
    admin.post<{ id: string }>('/v1/callbacks', { url: CLOSED_PORT, description: MARKER, events: ['message.failed'] }),
  );
  await made(admin.post(`/v1/callbacks/${callback.id}/test`, {}));
  const attempt = await eventually(() => only<{ id: string }>(admin, `/v1/callbacks/${callback.id}/attempts`));
  const media = await made(api.upload<{ id: string }>('/v1/media', aFile()));
  const person = await only<{ id: string }>(admin, '/v1/people');
  return {
    agency: agency.id,
    contact: contact.id,
    message: planned.id,
    sentMessage: sent.id,
    receivedMessage: received.id,
    purpose: purpose.id,
    purposeCode: MARKER,
    number: (await api.get<Message>(`/v1/messages/${sent.id}`)).body.from,
    metaNumber: agency.phoneNumberId,
    template: template.id,
    templateName: 'clinic_reminder',
    consentEvent: consent.id,
    auditEntry: entry.id,
    apiKeyId: entry.actor.id,
    trialGuest: guest.id,
    department: department.id,
    callback: callback.id,
    callbackAttempt: attempt.id,
    media: media.id,
    invitation: invitation.id,
    invitedEmail,
    person: person.id,
    phone: PHONE,
    reference: MARKER,
    email: agency.users[0]?.email ?? '',
    session: await openSession(system, personOf(agency, 'auditor')),
    passkey: toWireId('passkey', newId()),
    idempotencyKey,
  };
}

/** The same kinds of things, none of which exists. */
export function unknownTarget(): Target {
  return {
    agency: toWireId('agency', newId()),
    contact: toWireId('contact', newId()),
    message: toWireId('message', newId()),
    sentMessage: toWireId('message', newId()),
    receivedMessage: toWireId('message', newId()),
    purpose: toWireId('purpose', newId()),
    purposeCode: `unknown${randomBytes(7).toString('hex')}`,
    number: toWireId('phoneNumber', newId()),
    metaNumber: '999999999999999',
    template: toWireId('template', newId()),
    templateName: 'no_such_reminder',
    consentEvent: toWireId('event', newId()),
    auditEntry: toWireId('auditEntry', newId()),
    apiKeyId: toWireId('apiKey', newId()),
    trialGuest: toWireId('trialGuest', newId()),
    department: toWireId('department', newId()),
    callback: toWireId('callback', newId()),
    callbackAttempt: toWireId('callbackAttempt', newId()),
    media: toWireId('media', newId()),
    invitation: toWireId('invitation', newId()),
    invitedEmail: `${randomBytes(8).toString('hex')}@nowhere.example`,
    person: toWireId('user', newId()),
    phone: '+447700999999',
    reference: `unknown${randomBytes(8).toString('hex')}`,
    email: 'nobody@nowhere.example',
    session: toWireId('session', newId()),
    passkey: toWireId('passkey', newId()),
    idempotencyKey: `key-${randomUUID()}`,
  };
}

/** Gives the other agency something of its own, so that its lists are not empty, and everyone who may ask there. */
export async function strangersOf(system: TestSystem): Promise<Credential[]> {
  const stranger = system.otherAgency;
  const api = new ApiClient(system.apiUrl, stranger.apiKey);
  await made(api.post('/v1/messages', stranger.sampleMessage));
  return [
    { name: 'API key', token: stranger.apiKey },
    { name: 'test key', token: await testKey(system) },
    { name: 'agency admin', token: await signIn(system, personOf(stranger, 'agency_admin')) },
    { name: 'auditor', token: await signIn(system, personOf(stranger, 'auditor')) },
    { name: 'platform admin', token: await signIn(system, system.demo.platformAdmin) },
    { name: 'nobody', token: undefined },
  ];
}

async function testKey(system: TestSystem): Promise<string> {
  const scopes = KEY_SCOPES.join();
  const args = [
    '--agency',
    system.otherAgency.slug,
    '--department',
    'Forecast desk',
    '--name',
    'Test',
    '--mode',
    'test',
  ];
  const output = await runCli(['create-api-key', ...args, '--scopes', scopes], system.env);
  return /bf_test_\w+/.exec(output)?.[0] ?? '';
}

function personOf(agency: DemoAgency, role: string): { email: string; password: string } {
  const person = agency.users.find((one) => one.role === role);
  if (!person) throw new Error(`the demo has no ${role}`);
  return person;
}

async function signIn(system: TestSystem, { email, password }: { email: string; password: string }): Promise<string> {
  const { accessToken } = await made(
    new ApiClient(system.apiUrl).post<{ accessToken: string }>('/v1/sessions', { email, password }),
  );
  return accessToken;
}

/** The id of a session that somebody has open. */
async function openSession(system: TestSystem, person: { email: string; password: string }): Promise<string> {
  const api = new ApiClient(system.apiUrl, await signIn(system, person));
  return (await only<{ id: string }>(api, '/v1/me/sessions')).id;
}

async function made<T>(answer: Promise<{ status: number; body: T }>): Promise<T> {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

async function only<T>(api: ApiClient, path: string): Promise<T> {
  const [one] = (await made(api.get<Page<T>>(path))).data;
  if (!one) throw new Error(`${path} lists nothing`);
  return one;
}

function aFile(): FormData {
  const form = new FormData();
  form.append('file', new Blob([`Dear ${MARKER}`], { type: 'text/plain' }), `${MARKER}.txt`);
  form.append('altText', `A letter to ${MARKER}`);
  return form;
}

function purposeOf(code: string) {
  return { code, title: `Title ${code}`, category: 'service', basis: 'public_task', legalInstrument: `Law ${code}` };
}

function contactOf(phone: string) {
  const optIn = { method: 'web', at: new Date(Date.now() - 60_000).toISOString(), evidence: `Form ${MARKER}` };
  return { phone, name: `Name ${MARKER}`, language: 'en', optIn };
}

function consentOf(contactId: string) {
  return { contactId, purpose: MARKER, event: 'granted', method: 'web', evidence: { note: MARKER } };
}

function reminder(more: object) {
  const variables = { name: MARKER, day: 'Saturday' };
  return {
    to: PHONE,
    purpose: MARKER,
    template: { name: 'clinic_reminder', language: 'en', variables },
    reference: MARKER,
    metadata: { note: MARKER },
    ...more,
  };
}

function tomorrow(): string {
  return new Date(Date.now() + 86_400_000).toISOString();
}
