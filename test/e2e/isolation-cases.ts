import { createHmac } from 'node:crypto';
import { newId, toWireId } from '#libs/kernel';
import type { Target } from './isolation-world.js';

export interface Call {
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One way of naming what belongs to somebody else. */
export interface Probe {
  readonly name: string;
  readonly call: (target: Target) => Call;
  /** What a caller with the permission gets (404). */
  readonly status?: number;
  /** `scan`: the answer is the caller's own and differs from call to call; only its content is looked at. */
  readonly compare?: 'scan';
  /** The only stranger who may know that it is there. */
  readonly knownTo?: string;
}

const AT = '2026-01-05T10:00:00Z';
const FLOOD = { name: 'flood_watch', language: 'en', variables: { area: 'Harbour', when: 'tonight' } };
const OWN_PHONE = '+447700900123';

const message = (change: object) => ({ to: OWN_PHONE, purpose: 'flood-information', template: FLOOD, ...change });
const recipientless = (change: object) => ({ ...message(change), to: undefined });
const list = (name: string, call: Probe['call']): Probe => ({ name, call, status: 200 });
/** A batch is accepted whatever its messages name; each is refused at its place. */
const batch = (name: string, toMessage: (target: Target) => object): Probe => ({
  name,
  call: (target) => ({ path: '/v1/messages/batch', body: { messages: [toMessage(target)] } }),
  status: 202,
});
const own = (path: string): Probe => ({ name: 'as it is', call: () => ({ path }), status: 200, compare: 'scan' });

const WORDS = { category: 'UTILITY', body: 'The clinic is open today.' };
const ofTemplate = (act: string, body?: object): Probe => ({
  name: 'template',
  call: ({ template }) => ({ path: `/v1/templates/${template}/${act}`, ...(body && { body }) }),
});

const NO_ENTRY = toWireId('breakGlass', newId());

const NO_SWITCH = toWireId('switch', newId());
const stopOf = (scope: string, targetId: string): Call => ({
  path: '/v1/switches',
  body: { scope, targetId, reason: 'Mistaken for mine' },
});

const NO_WEBHOOK = toWireId('webhook', newId());
const NO_AGENCY = toWireId('agency', newId());
const REQUEST_CODE = { method: 'sms', language: 'en_US' };

/** What the platform does to an agency. Its own people know which agencies there are; to all others the answer is the same. */
function ofPlatform(path: string, status: number, body?: unknown): Probe {
  const call: Probe['call'] = ({ agency }) => ({ path: `/v1/platform/agencies/${agency}${path}`, body });
  return { name: 'agency', call, status, knownTo: 'platform admin' };
}

/** A file of the other agency. */
function ofMedia(path: string, body?: unknown): Probe[] {
  return [{ name: 'media', call: ({ media }) => ({ path: `/v1/media/${media}${path}`, body }) }];
}

/** A number of the other agency. */
function ofNumber(path: string, body?: unknown): Probe[] {
  const probe = (name: string, id: (target: Target) => string): Probe => ({
    name,
    call: (target) => ({ path: `/v1/numbers/${id(target)}${path}`, body }),
  });
  return [probe('number', ({ number }) => number), probe('id of another kind', ({ contact }) => contact)];
}

/** An endpoint of the other agency. */
function ofCallback(path: string, body?: unknown, status?: number): Probe[] {
  const call: Probe['call'] = ({ callback }) => ({ path: `/v1/callbacks/${callback}${path}`, body });
  return [{ name: 'callback', call, ...(status !== undefined && { status }) }];
}

/** The same number, looked for in an agency that does not have it. */
function ofPlatformNumber(path: string, body?: unknown): Probe[] {
  const call: Probe['call'] = ({ number }) => ({
    path: `/v1/platform/agencies/${NO_AGENCY}/numbers/${number}${path}`,
    body,
  });
  return [{ name: 'number, in another agency', call }];
}

/**
 * Every route, with every place in which it takes something that may belong to another agency. A route that is missing here
 * fails the suite.
 */
export const CASES: Readonly<Record<string, readonly Probe[]>> = {
  'POST /v1/messages': [
    { name: 'contact', call: ({ contact }) => ({ path: '/v1/messages', body: recipientless({ contactId: contact }) }) },
    { name: 'number', call: ({ number }) => ({ path: '/v1/messages', body: message({ from: number }) }) },
    {
      name: 'message that it answers',
      call: ({ receivedMessage }) => ({ path: '/v1/messages', body: message({ replyTo: receivedMessage }) }),
    },
    {
      name: 'purpose',
      call: ({ purposeCode }) => ({ path: '/v1/messages', body: message({ purpose: purposeCode }) }),
      status: 422,
    },
    {
      name: 'template',
      call: ({ templateName }) => ({
        path: '/v1/messages',
        body: message({ template: { ...FLOOD, name: templateName } }),
      }),
      status: 422,
    },
    {
      name: 'phone, known to the other agency with its opt-in',
      call: ({ phone }) => ({ path: '/v1/messages', body: message({ to: phone }) }),
      status: 422,
    },
    {
      name: 'text inside the window of the other agency',
      call: ({ phone }) => ({
        path: '/v1/messages',
        body: { to: phone, purpose: 'flood-information', text: { body: 'Hello' } },
      }),
      status: 422,
    },
    {
      name: 'idempotency key',
      call: ({ idempotencyKey, purposeCode }) => ({
        path: '/v1/messages',
        headers: { 'idempotency-key': idempotencyKey },
        body: message({ purpose: purposeCode }),
      }),
      status: 422,
    },
  ],
  'POST /v1/messages/batch': [
    batch('contact', ({ contact }) => recipientless({ contactId: contact })),
    batch('number', ({ number }) => message({ from: number })),
    batch('purpose', ({ purposeCode }) => message({ purpose: purposeCode })),
    batch('template', ({ templateName }) => message({ template: { ...FLOOD, name: templateName } })),
    batch('phone, known to the other agency with its opt-in', ({ phone }) => message({ to: phone })),
  ],
  'POST /v1/messages/cancel': [
    ...(['message', 'sentMessage', 'receivedMessage'] as const).map((which) => ({
      name: which,
      call: (target: Target) => ({ path: '/v1/messages/cancel', body: { ids: [target[which]] } }),
      status: 200,
    })),
    {
      name: 'id of another kind',
      call: ({ contact }) => ({ path: '/v1/messages/cancel', body: { ids: [contact] } }),
      status: 400,
    },
    {
      name: 'idempotency key',
      // Refused as a whole: an answer would be kept under that key as the stranger's own.
      call: ({ contact, idempotencyKey }) => ({
        path: '/v1/messages/cancel',
        headers: { 'idempotency-key': idempotencyKey },
        body: { ids: [contact] },
      }),
      status: 400,
    },
  ],
  'GET /v1/messages': [
    own('/v1/messages?limit=100'),
    list('contact', ({ contact }) => ({ path: `/v1/messages?contactId=${contact}` })),
    list('reference', ({ reference }) => ({ path: `/v1/messages?reference=${reference}` })),
    {
      name: 'cursor',
      call: ({ receivedMessage }) => ({ path: `/v1/messages?after=${receivedMessage}` }),
      status: 200,
      compare: 'scan',
    },
  ],
  'GET /v1/messages/:id': [
    { name: 'planned', call: (target) => ({ path: `/v1/messages/${target.message}` }) },
    { name: 'sent', call: ({ sentMessage }) => ({ path: `/v1/messages/${sentMessage}` }) },
    { name: 'received', call: ({ receivedMessage }) => ({ path: `/v1/messages/${receivedMessage}` }) },
    { name: 'id of another kind', call: ({ contact }) => ({ path: `/v1/messages/${contact}` }) },
  ],
  'POST /v1/messages/:id/cancel': [
    { name: 'planned', call: (target) => ({ path: `/v1/messages/${target.message}/cancel` }) },
    { name: 'sent', call: ({ sentMessage }) => ({ path: `/v1/messages/${sentMessage}/cancel` }) },
  ],
  'POST /v1/messages/:id/read': [
    { name: 'received', call: (target) => ({ path: `/v1/messages/${target.receivedMessage}/read`, body: {} }) },
    { name: 'sent', call: ({ sentMessage }) => ({ path: `/v1/messages/${sentMessage}/read`, body: { typing: true } }) },
  ],
  'POST /v1/messages/:id/resend': [
    { name: 'planned', call: (target) => ({ path: `/v1/messages/${target.message}/resend` }) },
    { name: 'sent', call: ({ sentMessage }) => ({ path: `/v1/messages/${sentMessage}/resend` }) },
    { name: 'received', call: ({ receivedMessage }) => ({ path: `/v1/messages/${receivedMessage}/resend` }) },
    {
      name: 'idempotency key',
      call: ({ sentMessage, idempotencyKey }) => ({
        path: `/v1/messages/${sentMessage}/resend`,
        headers: { 'idempotency-key': idempotencyKey },
      }),
    },
  ],
  'PUT /v1/contacts': [
    {
      name: 'phone',
      call: ({ phone }) => ({ path: '/v1/contacts', body: { phone, language: 'es' } }),
      status: 200,
      compare: 'scan',
    },
    {
      name: 'contact id, which is no field',
      call: ({ contact }) => ({ path: '/v1/contacts', body: { id: contact, phone: OWN_PHONE } }),
      status: 400,
    },
    {
      name: 'agency, which is no field',
      call: ({ agency }) => ({ path: '/v1/contacts', body: { agencyId: agency, phone: OWN_PHONE } }),
      status: 400,
    },
  ],
  'GET /v1/contacts/:id': [{ name: 'contact', call: ({ contact }) => ({ path: `/v1/contacts/${contact}` }) }],
  'POST /v1/consents': [
    {
      name: 'contact',
      call: ({ contact }) => ({
        path: '/v1/consents',
        body: { contactId: contact, purpose: 'preparedness-news', event: 'withdrawn' },
      }),
    },
    {
      name: 'contact, with evidence',
      call: ({ contact }) => ({
        path: '/v1/consents',
        body: { contactId: contact, purpose: 'preparedness-news', event: 'granted', at: AT, evidence: 'form' },
      }),
    },
    {
      name: 'purpose',
      call: ({ purposeCode }) => ({
        path: '/v1/consents',
        body: { to: OWN_PHONE, purpose: purposeCode, event: 'granted' },
      }),
      status: 422,
    },
    {
      name: 'idempotency key',
      call: ({ idempotencyKey, purposeCode }) => ({
        path: '/v1/consents',
        headers: { 'idempotency-key': idempotencyKey },
        body: { to: OWN_PHONE, purpose: purposeCode, event: 'granted' },
      }),
      status: 422,
    },
  ],
  'GET /v1/purposes': [own('/v1/purposes')],
  'POST /v1/purposes': [
    {
      name: 'id, which is no field',
      call: ({ purpose }) => ({
        path: '/v1/purposes',
        body: { id: purpose, code: 'news', title: 'News', category: 'service', basis: 'public_task' },
      }),
      status: 400,
    },
    {
      name: 'code of a purpose of the other agency, refused for what is wrong with it and not for being taken',
      call: ({ purposeCode }) => ({
        path: '/v1/purposes',
        body: { code: purposeCode, title: 'Taken?', category: 'marketing', basis: 'public_task' },
      }),
      status: 422,
    },
  ],
  'GET /v1/templates': [
    own('/v1/templates?limit=100'),
    list('name', ({ templateName }) => ({ path: `/v1/templates?name=${templateName}` })),
    {
      name: 'cursor',
      call: ({ template }) => ({ path: `/v1/templates?after=${template}` }),
      status: 200,
      compare: 'scan',
    },
  ],
  'POST /v1/templates/sync': [{ ...own('/v1/templates/sync'), name: 'own accounts only' }],
  'GET /v1/media': [
    own('/v1/media?limit=100'),
    { name: 'cursor', call: ({ media }) => ({ path: `/v1/media?after=${media}` }), status: 200, compare: 'scan' },
  ],
  'POST /v1/media': [
    {
      name: 'agency, which is no field',
      call: ({ agency }) => ({ path: '/v1/media', body: { agencyId: agency, url: 'https://city.example/a.png' } }),
      status: 400,
    },
  ],
  'GET /v1/media/:id': ofMedia(''),
  'PATCH /v1/media/:id': ofMedia('', { altText: 'Mine' }),
  'DELETE /v1/media/:id': ofMedia(''),
  'GET /v1/media/:id/link': ofMedia('/link'),
  'GET /media/:token': [{ name: 'id instead of the token', call: ({ media }) => ({ path: `/media/${media}` }) }],
  'GET /v1/templates/names': [
    own('/v1/templates/names?limit=100'),
    list('name', ({ templateName }) => ({ path: `/v1/templates/names?name=${templateName}` })),
  ],
  'POST /v1/templates': [
    {
      name: 'id, which is no field',
      call: ({ template }) => ({
        path: '/v1/templates',
        body: { id: template, name: 'a', language: 'en', content: WORDS },
      }),
      status: 400,
    },
    {
      name: 'account that is not the own one',
      call: () => ({
        path: '/v1/templates',
        body: { name: 'a', language: 'en', content: WORDS, wabaId: '999999999999999' },
      }),
      status: 409,
    },
  ],
  'POST /v1/templates/lint': [
    {
      name: 'name of a template of the other agency',
      call: ({ templateName }) => ({
        path: '/v1/templates/lint',
        body: { name: templateName, language: 'en', content: WORDS },
      }),
      status: 200,
    },
  ],
  'POST /v1/templates/preview': [
    {
      name: 'id, which is no field',
      call: ({ template }) => ({
        path: '/v1/templates/preview',
        body: { id: template, language: 'en', content: WORDS },
      }),
      status: 400,
    },
  ],
  'GET /v1/templates/:id': [{ name: 'template', call: ({ template }) => ({ path: `/v1/templates/${template}` }) }],
  'DELETE /v1/templates/:id': [{ name: 'template', call: ({ template }) => ({ path: `/v1/templates/${template}` }) }],
  'POST /v1/templates/:id/versions': [ofTemplate('versions', { baseVersion: 1, content: WORDS })],
  'POST /v1/templates/:id/languages': [ofTemplate('languages', { language: 'fr' })],
  'POST /v1/templates/:id/copy': [ofTemplate('copy', { name: 'a_copy' })],
  'POST /v1/templates/:id/preview': [ofTemplate('preview', {})],
  'POST /v1/templates/:id/archive': [ofTemplate('archive')],
  'POST /v1/templates/:id/restore': [ofTemplate('restore')],
  'POST /v1/templates/:id/submit': [ofTemplate('submit', { version: 1 })],
  'POST /v1/templates/:id/approve': [ofTemplate('approve', { version: 1 })],
  'POST /v1/templates/:id/reject': [ofTemplate('reject', { version: 1, reason: 'No.' })],
  'GET /v1/invitations': [own('/v1/invitations')],
  'POST /v1/invitations': [
    {
      name: 'agency, which is no field',
      call: ({ agency, email }) => ({ path: '/v1/invitations', body: { agencyId: agency, email, roles: ['agent'] } }),
      status: 400,
    },
    {
      name: 'somebody invited there, refused for the role and not for being known',
      call: ({ invitedEmail }) => ({ path: '/v1/invitations', body: { email: invitedEmail, roles: ['wizard'] } }),
      status: 400,
    },
  ],
  'POST /v1/invitations/:id/resend': [
    { name: 'invitation', call: ({ invitation }) => ({ path: `/v1/invitations/${invitation}/resend` }) },
  ],
  'DELETE /v1/invitations/:id': [
    { name: 'invitation', call: ({ invitation }) => ({ path: `/v1/invitations/${invitation}` }) },
  ],
  'GET /v1/invitations/:token': [
    { name: 'id instead of the token', call: ({ invitation }) => ({ path: `/v1/invitations/${invitation}` }) },
  ],
  'POST /v1/invitations/:token/accept': [
    {
      name: 'id instead of the token',
      call: ({ invitation }) => ({
        path: `/v1/invitations/${invitation}/accept`,
        body: { name: 'Eve', password: 'a long enough password' },
      }),
    },
  ],
  'GET /v1/people': [own('/v1/people'), own('/v1/people?on=2026-01-05T10:00:00Z')],
  'GET /v1/people/:id': [{ name: 'person', call: ({ person }) => ({ path: `/v1/people/${person}` }) }],
  'PUT /v1/people/:id/roles': [
    {
      name: 'person',
      call: ({ person }) => ({ path: `/v1/people/${person}/roles`, body: { roles: ['agent'] } }),
      status: 403,
    },
  ],
  'POST /v1/people/:id/end': [
    { name: 'person', call: ({ person }) => ({ path: `/v1/people/${person}/end` }), status: 403 },
  ],
  'GET /v1/departments': [own('/v1/departments')],
  'POST /v1/departments': [
    {
      name: 'id, which is no field',
      call: ({ department }) => ({ path: '/v1/departments', body: { id: department, name: 'Clinics' } }),
      status: 400,
    },
  ],
  'PATCH /v1/departments/:id': [
    {
      name: 'department',
      call: ({ department }) => ({ path: `/v1/departments/${department}`, body: { dailyQuota: 0 } }),
    },
  ],
  'POST /v1/departments/:id/archive': [
    { name: 'department', call: ({ department }) => ({ path: `/v1/departments/${department}/archive` }) },
  ],
  'GET /v1/departments/:id/usage': [
    { name: 'department', call: ({ department }) => ({ path: `/v1/departments/${department}/usage` }) },
  ],
  'GET /v1/api-keys': [
    own('/v1/api-keys?limit=100'),
    {
      name: 'cursor',
      call: ({ apiKeyId }) => ({ path: `/v1/api-keys?after=${apiKeyId}` }),
      status: 200,
      compare: 'scan',
    },
  ],
  'POST /v1/api-keys': [
    { name: 'department', call: ({ department }) => ({ path: '/v1/api-keys', body: aKeyFor(department) }) },
  ],
  'GET /v1/api-keys/:id': [{ name: 'key', call: ({ apiKeyId }) => ({ path: `/v1/api-keys/${apiKeyId}` }) }],
  'PATCH /v1/api-keys/:id': [
    { name: 'key', call: ({ apiKeyId }) => ({ path: `/v1/api-keys/${apiKeyId}`, body: { name: 'Theirs' } }) },
  ],
  'POST /v1/api-keys/:id/rotate': [
    { name: 'key', call: ({ apiKeyId }) => ({ path: `/v1/api-keys/${apiKeyId}/rotate`, body: { overlapHours: 0 } }) },
  ],
  'DELETE /v1/api-keys/:id': [{ name: 'key', call: ({ apiKeyId }) => ({ path: `/v1/api-keys/${apiKeyId}` }) }],
  'GET /v1/callbacks': [own('/v1/callbacks')],
  'POST /v1/callbacks': [
    {
      name: 'department',
      call: ({ department }) => ({
        path: '/v1/callbacks',
        body: { url: 'https://elsewhere.example/', departmentId: department, events: ['message.sent'] },
      }),
    },
  ],
  'GET /v1/callbacks/:id': ofCallback(''),
  'PATCH /v1/callbacks/:id': ofCallback('', { description: 'Theirs' }),
  'DELETE /v1/callbacks/:id': ofCallback(''),
  'POST /v1/callbacks/:id/enable': ofCallback('/enable'),
  'POST /v1/callbacks/:id/disable': ofCallback('/disable'),
  'POST /v1/callbacks/:id/rotate-secret': ofCallback('/rotate-secret', { overlapHours: 0 }),
  'GET /v1/callbacks/:id/secret': ofCallback('/secret', undefined, 403),
  'POST /v1/callbacks/:id/test': ofCallback('/test'),
  'POST /v1/callbacks/:id/replay': ofCallback('/replay', { from: AT, to: '2026-01-06T10:00:00Z' }),
  'GET /v1/callbacks/:id/attempts': ofCallback('/attempts'),
  'GET /v1/callbacks/:id/attempts/:attempt': [
    {
      name: 'attempt',
      call: ({ callback, callbackAttempt }) => ({ path: `/v1/callbacks/${callback}/attempts/${callbackAttempt}` }),
    },
  ],
  'GET /v1/audit/entries': [
    own('/v1/audit/entries?limit=200'),
    list('target message', ({ sentMessage }) => ({ path: `/v1/audit/entries?targetId=${sentMessage}` })),
    list('target contact', ({ contact }) => ({ path: `/v1/audit/entries?targetKind=contact&targetId=${contact}` })),
    {
      ...list('target agency', ({ agency }) => ({ path: `/v1/audit/entries?targetId=${agency}` })),
      knownTo: 'platform admin',
    },
    list('actor', ({ apiKeyId }) => ({ path: `/v1/audit/entries?actorKind=api_key&actorId=${apiKeyId}` })),
    list('reason', ({ reference }) => ({ path: `/v1/audit/entries?reason=${reference}` })),
    {
      name: 'cursor',
      call: () => ({ path: `/v1/audit/entries?after=${Buffer.from('seq:2').toString('base64url')}` }),
      status: 200,
      compare: 'scan',
    },
  ],
  'GET /v1/audit/entries/:id': [
    { name: 'entry', call: ({ auditEntry }) => ({ path: `/v1/audit/entries/${auditEntry}` }) },
  ],
  'GET /v1/audit/entries/:id/detail': [
    { name: 'entry', call: ({ auditEntry }) => ({ path: `/v1/audit/entries/${auditEntry}/detail` }) },
  ],
  // A stream that is let in does not end, so only what is refused can be compared here; the rest is in live-stream.spec.ts.
  'GET /v1/console/stream': [
    { name: 'agency as a topic', call: ({ agency }) => ({ path: `/v1/console/stream?topics=${agency}` }), status: 400 },
  ],
  'GET /v1/home': [own('/v1/home')],
  'GET /v1/agency/sso': [own('/v1/agency/sso')],
  'PUT /v1/agency/sso': [
    {
      name: 'agency, which is no field',
      call: ({ agency }) => ({ path: '/v1/agency/sso', body: { agencyId: agency } }),
      status: 403,
    },
  ],
  'DELETE /v1/agency/sso': [{ name: 'as it is', call: () => ({ path: '/v1/agency/sso' }), status: 403 }],
  'POST /v1/sso/start': [
    { name: 'agency by its id', call: ({ agency }) => ({ path: '/v1/sso/start', body: { agency } }) },
  ],
  'GET /v1/sso/callback': [
    { name: 'without a state', call: ({ agency }) => ({ path: `/v1/sso/callback?code=${agency}` }), status: 400 },
  ],
  'POST /v1/sessions': [
    {
      name: 'person',
      call: ({ email }) => ({ path: '/v1/sessions', body: { email, password: 'not the password' } }),
      status: 401,
    },
  ],
  'GET /v1/quiet-hours': [own('/v1/quiet-hours')],
  'PUT /v1/quiet-hours': [
    {
      name: 'agency, which is no field',
      call: ({ agency }) => ({ path: '/v1/quiet-hours', body: { from: '22:00', to: '08:00', agencyId: agency } }),
      status: 400,
    },
  ],
  'DELETE /v1/quiet-hours': [{ name: 'as it is', call: () => ({ path: '/v1/quiet-hours' }), status: 204 }],
  'GET /v1/agency': [own('/v1/agency')],
  'PATCH /v1/agency': [
    {
      name: 'agency, which is no field',
      call: ({ agency }) => ({ path: '/v1/agency', body: { id: agency, name: 'Taken over' } }),
      status: 400,
    },
  ],
  'GET /v1/trial-guests': [own('/v1/trial-guests')],
  'POST /v1/trial-guests': [
    {
      name: 'agency, which is no field',
      call: ({ agency, phone }) => ({ path: '/v1/trial-guests', body: { agencyId: agency, phone } }),
      status: 400,
    },
  ],
  'DELETE /v1/trial-guests/:id': [
    { name: 'guest', call: ({ trialGuest }) => ({ path: `/v1/trial-guests/${trialGuest}` }) },
    { name: 'id of another kind', call: ({ contact }) => ({ path: `/v1/trial-guests/${contact}` }) },
  ],
  'GET /v1/go-live': [own('/v1/go-live')],
  'PUT /v1/go-live/tasks/:key': [
    {
      name: 'agency, which is no field',
      call: ({ agency }) => ({ path: '/v1/go-live/tasks/agreement', body: { done: true, agencyId: agency } }),
      status: 400,
    },
  ],
  'POST /v1/go-live/request': [{ ...own('/v1/go-live/request'), name: 'own, which is live already', status: 409 }],
  'DELETE /v1/go-live/request': [{ ...own('/v1/go-live/request'), name: 'own, which there is none of', status: 409 }],
  'GET /v1/platform/agencies': [
    own('/v1/platform/agencies?limit=100'),
    {
      name: 'cursor',
      call: ({ agency }) => ({ path: `/v1/platform/agencies?after=${agency}` }),
      status: 200,
      compare: 'scan',
    },
  ],
  'POST /v1/platform/agencies': [
    {
      name: 'agency, which is no field',
      call: ({ agency }) => ({ path: '/v1/platform/agencies', body: { id: agency, name: 'New', slug: 'new' } }),
      status: 400,
    },
  ],
  'GET /v1/platform/agencies/:id': [ofPlatform('', 200)],
  'PATCH /v1/platform/agencies/:id': [ofPlatform('', 400, { country: 'Atlantis' })],
  'POST /v1/platform/agencies/:id/suspend': [ofPlatform('/suspend', 403, { reason: 'Mistaken for mine' })],
  'POST /v1/platform/agencies/:id/reactivate': [ofPlatform('/reactivate', 409)],
  'POST /v1/platform/agencies/:id/close': [ofPlatform('/close', 403, { reason: 'Mistaken for mine' })],
  'GET /v1/platform/agencies/:id/go-live': [ofPlatform('/go-live', 200)],
  'POST /v1/platform/agencies/:id/go-live/comments': [ofPlatform('/go-live/comments', 400, { task: 'agreement' })],
  'POST /v1/platform/agencies/:id/go-live/approve': [ofPlatform('/go-live/approve', 403)],
  'POST /v1/platform/agencies/:id/go-live/send-back': [ofPlatform('/go-live/send-back', 400, {})],
  'POST /v1/platform/break-glass': [
    {
      name: 'agency, without a new proof of who asks',
      call: ({ agency }) => ({
        path: '/v1/platform/break-glass',
        body: { agencyId: agency, reason: 'Curious', minutes: 5 },
      }),
      status: 403,
    },
  ],
  'GET /v1/lanes': [own('/v1/lanes')],
  'GET /v1/switches': [own('/v1/switches?limit=100')],
  'POST /v1/switches': [
    { name: 'number', call: ({ number }) => stopOf('number', number) },
    { name: 'contact in place of a template', call: ({ contact }) => stopOf('template', contact), status: 400 },
  ],
  'POST /v1/switches/:id/lift': [{ name: 'no such switch', call: () => ({ path: `/v1/switches/${NO_SWITCH}/lift` }) }],
  'GET /v1/platform/switches': [own('/v1/platform/switches?limit=100')],
  'POST /v1/platform/switches': [
    { name: 'without a reason', call: () => ({ path: '/v1/platform/switches', body: {} }), status: 400 },
  ],
  'POST /v1/platform/switches/:id/lift': [
    { name: 'no such switch', call: () => ({ path: `/v1/platform/switches/${NO_SWITCH}/lift` }), status: 403 },
  ],
  'GET /v1/platform/break-glass': [own('/v1/platform/break-glass?limit=100')],
  'POST /v1/platform/break-glass/:id/approve': [
    { name: 'no such entry', call: () => ({ path: `/v1/platform/break-glass/${NO_ENTRY}/approve` }), status: 403 },
  ],
  'POST /v1/platform/break-glass/:id/close': [
    { name: 'no such entry', call: () => ({ path: `/v1/platform/break-glass/${NO_ENTRY}/close` }) },
  ],
  'POST /v1/sessions/second-step': [
    {
      name: 'a challenge made up',
      call: ({ reference }) => ({ path: '/v1/sessions/second-step', body: { challengeId: reference, code: '123456' } }),
      status: 410,
    },
  ],
  'POST /v1/sessions/second-step/passkey-options': [
    {
      name: 'a challenge made up',
      call: ({ reference }) => ({
        path: '/v1/sessions/second-step/passkey-options',
        body: { challengeId: reference },
      }),
      status: 410,
    },
  ],
  'POST /v1/sessions/passkey-options': [own('/v1/sessions/passkey-options')],
  'POST /v1/sessions/passkey': [
    {
      name: 'a challenge made up',
      call: ({ reference }) => ({
        path: '/v1/sessions/passkey',
        body: { challengeId: reference, response: { id: reference } },
      }),
      status: 410,
    },
  ],
  'POST /v1/sessions/refresh': [
    {
      name: 'session',
      call: ({ session }) => ({ path: '/v1/sessions/refresh', headers: forgedCookie(session) }),
      status: 403,
    },
  ],
  'DELETE /v1/sessions/current': [
    {
      name: 'session',
      call: ({ session }) => ({
        path: '/v1/sessions/current',
        headers: { ...forgedCookie(session), authorization: '' },
      }),
      status: 403,
    },
  ],
  'POST /v1/recoveries': [
    { name: 'person', call: ({ email }) => ({ path: '/v1/recoveries', body: { email } }), status: 202 },
  ],
  'POST /v1/recoveries/:token': [
    {
      name: 'a link made up',
      call: ({ reference }) => ({
        path: `/v1/recoveries/${reference}`,
        body: { newPassword: 'a password of somebody else' },
      }),
      status: 410,
    },
  ],
  'GET /v1/me': [own('/v1/me')],
  'PATCH /v1/me': [
    {
      name: 'person, which is no field',
      call: ({ email }) => ({ path: '/v1/me', body: { email, name: 'Somebody' } }),
      status: 400,
    },
  ],
  'POST /v1/me/password': [
    {
      name: 'a password too short',
      call: ({ email }) => ({ path: '/v1/me/password', body: { currentPassword: email, newPassword: 'short' } }),
      status: 400,
    },
  ],
  'POST /v1/me/step-up': [
    {
      name: "a passkey's challenge made up",
      call: ({ reference }) => ({
        path: '/v1/me/step-up',
        body: { passkey: { challengeId: reference, response: { id: reference } } },
      }),
      status: 410,
    },
  ],
  'POST /v1/me/step-up/options': [own('/v1/me/step-up/options')],
  'POST /v1/me/totp': [{ ...own('/v1/me/totp'), status: 201 }],
  'POST /v1/me/totp/confirm': [
    { name: 'a code made up', call: () => ({ path: '/v1/me/totp/confirm', body: { code: 'none' } }), status: 403 },
  ],
  'DELETE /v1/me/totp': [{ name: 'as it is', call: () => ({ path: '/v1/me/totp' }), status: 403 }],
  'POST /v1/me/recovery-codes': [{ name: 'as it is', call: () => ({ path: '/v1/me/recovery-codes' }), status: 403 }],
  'GET /v1/me/passkeys': [own('/v1/me/passkeys')],
  'POST /v1/me/passkeys/options': [own('/v1/me/passkeys/options')],
  'POST /v1/me/passkeys': [
    {
      name: 'a challenge made up',
      call: ({ reference }) => ({
        path: '/v1/me/passkeys',
        body: { challengeId: reference, name: 'Key', response: { id: reference } },
      }),
      status: 410,
    },
  ],
  'DELETE /v1/me/passkeys/:id': [
    { name: 'passkey', call: ({ passkey }) => ({ path: `/v1/me/passkeys/${passkey}` }), status: 403 },
  ],
  'GET /v1/me/sessions': [own('/v1/me/sessions')],
  'DELETE /v1/me/sessions/:id': [
    { name: 'session', call: ({ session }) => ({ path: `/v1/me/sessions/${session}` }) },
    { name: 'id of another kind', call: ({ contact }) => ({ path: `/v1/me/sessions/${contact}` }) },
  ],
  'DELETE /v1/me/sessions': [{ name: 'own sessions only', call: () => ({ path: '/v1/me/sessions' }), status: 204 }],
  'GET /v1/numbers': [own('/v1/numbers')],
  'GET /v1/numbers/:id': ofNumber(''),
  'POST /v1/numbers/:id/request-code': ofNumber('/request-code', REQUEST_CODE),
  'POST /v1/numbers/:id/verify-code': ofNumber('/verify-code', { code: '123456' }),
  'POST /v1/numbers/:id/register': ofNumber('/register', { pin: '482913' }),
  'POST /v1/numbers/:id/display-name': ofNumber('/display-name', { name: 'Other Office' }),
  'GET /v1/numbers/:id/profile': ofNumber('/profile'),
  'PUT /v1/numbers/:id/profile': ofNumber('/profile', { about: 'Other Office' }),
  'POST /v1/numbers/:id/refresh': ofNumber('/refresh'),
  'GET /v1/whatsapp-news': [
    own('/v1/whatsapp-news?limit=100'),
    list('number', ({ number }) => ({ path: `/v1/whatsapp-news?numberId=${number}` })),
    {
      name: 'cursor, of somebody else',
      call: () => ({ path: `/v1/whatsapp-news?after=${toWireId('news', newId())}` }),
      status: 200,
      compare: 'scan',
    },
  ],
  'GET /v1/platform/webhooks': [own('/v1/platform/webhooks?limit=100')],
  'POST /v1/platform/webhooks/:id/replay': [
    { name: 'no such webhook', call: () => ({ path: `/v1/platform/webhooks/${NO_WEBHOOK}/replay` }) },
  ],
  'POST /v1/platform/webhooks/:id/dismiss': [
    { name: 'no such webhook', call: () => ({ path: `/v1/platform/webhooks/${NO_WEBHOOK}/dismiss` }) },
  ],
  'GET /v1/platform/whatsapp-news': [own('/v1/platform/whatsapp-news?limit=100')],
  'GET /v1/numbers/:id/health': ofNumber('/health'),
  'POST /v1/numbers/:id/deregister': ofNumber('/deregister'),
  'POST /v1/numbers/:id/pin': ofNumber('/pin', { pin: '482913' }),
  'POST /v1/numbers/:id/subscribe': ofNumber('/subscribe'),
  'POST /v1/numbers/:id/drift/acknowledge': ofNumber('/drift/acknowledge'),
  'GET /v1/numbers/:id/short-links': ofNumber('/short-links'),
  'POST /v1/numbers/:id/short-links': ofNumber('/short-links', { prefilledMessage: 'Report a leak' }),
  'PUT /v1/numbers/:id/short-links/:code': ofNumber('/short-links/4O4YGZEG3RIVE9', { prefilledMessage: 'Report' }),
  'DELETE /v1/numbers/:id/short-links/:code': ofNumber('/short-links/4O4YGZEG3RIVE9'),
  'GET /v1/numbers/:id/blocked-users': ofNumber('/blocked-users'),
  'POST /v1/numbers/:id/blocked-users': ofNumber('/blocked-users', { people: [{ to: '+447700900999' }] }),
  'POST /v1/numbers/:id/blocked-users/unblock': ofNumber('/blocked-users/unblock', {
    people: [{ to: '+447700900999' }],
  }),
  'GET /v1/numbers/:id/conversation-starters': ofNumber('/conversation-starters'),
  'PUT /v1/numbers/:id/conversation-starters': ofNumber('/conversation-starters', { prompts: [], commands: [] }),
  'GET /v1/platform/numbers': [own('/v1/platform/numbers')],
  'GET /v1/platform/portfolios': [own('/v1/platform/portfolios')],
  'GET /v1/platform/agencies/:id/numbers': [
    { name: 'an agency that is not there', call: () => ({ path: `/v1/platform/agencies/${NO_AGENCY}/numbers` }) },
  ],
  'POST /v1/platform/agencies/:id/numbers': [
    {
      name: 'number, without a token',
      call: ({ agency, metaNumber }) => ({
        path: `/v1/platform/agencies/${agency}/numbers`,
        body: { portfolio: { metaId: '1', name: 'City' }, wabaId: '1', phoneNumberId: metaNumber },
      }),
      status: 400,
    },
  ],
  'POST /v1/platform/agencies/:id/embedded-signup': [
    {
      name: 'number, without a code',
      call: ({ agency, metaNumber }) => ({
        path: `/v1/platform/agencies/${agency}/embedded-signup`,
        body: { wabaId: '1', phoneNumberId: metaNumber, businessId: '1' },
      }),
      status: 400,
    },
  ],
  'GET /v1/platform/agencies/:agencyId/numbers/:id': ofPlatformNumber(''),
  'POST /v1/platform/agencies/:agencyId/numbers/:id/request-code': ofPlatformNumber('/request-code', REQUEST_CODE),
  'POST /v1/platform/agencies/:agencyId/numbers/:id/verify-code': ofPlatformNumber('/verify-code', { code: '123456' }),
  'POST /v1/platform/agencies/:agencyId/numbers/:id/register': ofPlatformNumber('/register', { pin: '482913' }),
  'POST /v1/platform/agencies/:agencyId/numbers/:id/display-name': ofPlatformNumber('/display-name', { name: 'Other' }),
  'GET /v1/platform/agencies/:agencyId/numbers/:id/profile': ofPlatformNumber('/profile'),
  'PUT /v1/platform/agencies/:agencyId/numbers/:id/profile': ofPlatformNumber('/profile', { about: 'Other Office' }),
  'POST /v1/platform/agencies/:agencyId/numbers/:id/refresh': ofPlatformNumber('/refresh'),
  'GET /health/live': [own('/health/live')],
  'GET /health/ready': [own('/health/ready')],
  'GET /': [own('/')],
  'GET /home.css': [own('/home.css')],
  'GET /webhooks/whatsapp': [
    {
      name: 'verify token',
      call: ({ metaNumber }) => ({
        path: `/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=1&hub.verify_token=${metaNumber}`,
      }),
      status: 403,
    },
  ],
  'POST /webhooks/whatsapp': [
    {
      name: 'number, signed by somebody else',
      call: ({ metaNumber }) => forgery(metaNumber),
      status: 401,
    },
  ],
};

/** The session of somebody else in a refresh token that we did not sign, sent from another site. */
function forgedCookie(session: string): Record<string, string> {
  return {
    cookie: `__Host-belfry=${session}.1.${'A'.repeat(43)}`,
    'belfry-csrf': '1',
    origin: 'https://elsewhere.example',
  };
}

function aKeyFor(departmentId: string): object {
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  return { name: 'Key', departmentId, mode: 'sandbox', scopes: ['messages:read'], expiresAt };
}

function forgery(phoneNumberId: string): Call {
  const value = { messaging_product: 'whatsapp', metadata: { phone_number_id: phoneNumberId }, statuses: [] };
  const body = JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [{ changes: [{ field: 'messages', value }] }],
  });
  const signature = createHmac('sha256', 'not the secret').update(body).digest('hex');
  return { path: '/webhooks/whatsapp', body, headers: { 'x-hub-signature-256': `sha256=${signature}` } };
}
