import {
  type BadRequests,
  eachValue,
  invalid,
  massAssignments,
  NOT_FOUND,
  raw,
  refused,
  withField,
} from './bad-input-cases.js';

const AT = '2026-01-05T10:00:00Z';
const AHEAD = new Date(Date.now() + 3_600_000).toISOString();
const UNKNOWN_CONTACT = 'con_01k9q3z5t8e7zv2r4m6w8x0y1a';

const CONTACT = { phone: '+447700900188', language: 'en', optIn: { method: 'web', at: AT } };
const wrongContact = (path: string, values: readonly unknown[], code: string) => eachValue(CONTACT, path, values, code);

export const CONTACTS: BadRequests = {
  route: 'PUT /v1/contacts',
  requests: [
    { name: 'nobody named', body: { language: 'en' }, answer: refused('invalid-request', ['phone', 'required']) },
    ...wrongContact('phone', ['447700900188', 5, '+44', '+999123456789'], 'not-a-phone-number'),
    ...wrongContact('userId', ['x', 'gb.abc', 'GB.'], 'not-allowed'),
    ...wrongContact('userId', [`GB.${'x'.repeat(200)}`], 'too-long'),
    ...wrongContact('language', ['english', 5], 'not-a-language'),
    ...wrongContact('name', ['x'.repeat(201)], 'too-long'),
    ...wrongContact('name', [''], 'too-short'),
    ...wrongContact('name', ['a\0b', '\ud800'], 'not-allowed'),
    ...wrongContact('optIn', ['yes', true, []], 'not-an-object'),
    ...wrongContact('optIn.method', [null], 'required'),
    ...wrongContact('optIn.method', ['telepathy'], 'not-allowed'),
    ...wrongContact('optIn.at', [null], 'required'),
    ...wrongContact('optIn.at', ['now', 5], 'not-a-time'),
    ...wrongContact('optIn.evidence', [5, ['x']], 'not-a-string'),
    ...wrongContact('optIn.evidence', ['x'.repeat(4001), { form: 'x'.repeat(4000) }], 'too-long'),
    ...wrongContact('optIn.by', ['me'], 'unknown-field'),
    {
      name: 'an opt-in of tomorrow',
      body: withField(CONTACT, 'optIn.at', AHEAD),
      answer: refused('invalid-request', ['optIn.at', 'out-of-range']),
    },
    {
      name: 'an opt-in before there was WhatsApp',
      body: withField(CONTACT, 'optIn.at', '1999-01-01T00:00:00Z'),
      answer: refused('invalid-request', ['optIn.at', 'out-of-range']),
    },
    ...massAssignments(CONTACT),
  ],
};

const CONSENT = { to: '+447700900123', purpose: 'vaccination-campaign', event: 'granted', at: AT };
const wrongConsent = (path: string, values: readonly unknown[], code: string) => eachValue(CONSENT, path, values, code);
const { to: _, ...NOBODYS_CONSENT } = CONSENT;

export const CONSENTS: BadRequests = {
  route: 'POST /v1/consents',
  requests: [
    { name: 'nobody named', body: NOBODYS_CONSENT, answer: invalid(['to', 'required']) },
    {
      name: 'two people named',
      body: { ...CONSENT, contactId: UNKNOWN_CONTACT },
      answer: invalid(['contactId', 'ambiguous']),
    },
    { name: 'an unknown contact', body: { ...NOBODYS_CONSENT, contactId: UNKNOWN_CONTACT }, answer: NOT_FOUND },
    ...wrongConsent('to', ['12', 5], 'not-a-phone-number'),
    ...wrongConsent('purpose', [5], 'not-a-string'),
    ...wrongConsent('purpose', [null], 'required'),
    ...wrongConsent('event', ['maybe', 'imported', ''], 'not-allowed'),
    ...wrongConsent('event', [null], 'required'),
    ...wrongConsent('method', ['telepathy'], 'not-allowed'),
    ...wrongConsent('at', ['now', '2026-13-01T00:00:00Z'], 'not-a-time'),
    {
      name: 'an unknown purpose',
      body: { ...CONSENT, purpose: 'no-such-purpose' },
      answer: refused('purpose-unknown', ['purpose', 'purpose-unknown']),
    },
    {
      name: 'a consent of tomorrow',
      body: { ...CONSENT, at: AHEAD },
      answer: refused('invalid-request', ['at', 'out-of-range']),
    },
    {
      name: 'an idempotency key with a space',
      body: CONSENT,
      headers: { 'idempotency-key': 'a b' },
      answer: { status: 400, code: 'idempotency-key-invalid' },
    },
    ...massAssignments(CONSENT),
  ],
};

const PURPOSE = { code: 'new-purpose', title: 'New', category: 'service', basis: 'public_task' };
const wrongPurpose = (path: string, values: readonly unknown[], code: string) => eachValue(PURPOSE, path, values, code);

export const PURPOSES: BadRequests = {
  route: 'POST /v1/purposes',
  requests: [
    ...wrongPurpose('code', ['Bad Code', '-x', 'x-', 'caf\u00e9'], 'not-allowed'),
    ...wrongPurpose('code', ['x'.repeat(64)], 'too-long'),
    ...wrongPurpose('title', [''], 'too-short'),
    ...wrongPurpose('title', ['x'.repeat(201)], 'too-long'),
    ...wrongPurpose('category', ['news', ''], 'not-allowed'),
    ...wrongPurpose('basis', ['because'], 'not-allowed'),
    ...wrongPurpose('objectable', ['no', 0], 'not-a-flag'),
    ...wrongPurpose('inDoubtPolicy', ['resend'], 'not-allowed'),
    ...wrongPurpose('defaultTtlSeconds', [0, -1, 2_592_001], 'out-of-range'),
    ...wrongPurpose('defaultTtlSeconds', ['60', 1.5, 2 ** 60, true], 'not-a-whole-number'),
    {
      name: 'defaultTtlSeconds 1e400',
      body: raw(JSON.stringify({ ...PURPOSE, defaultTtlSeconds: 0 }).replace(':0}', ':1e400}')),
      answer: invalid(['defaultTtlSeconds', 'not-a-whole-number']),
    },
    {
      name: 'the code of the built-in purpose',
      body: { ...PURPOSE, code: 'reply' },
      answer: refused('invalid-request', ['code', 'reserved']),
    },
    {
      name: 'marketing without consent',
      body: { ...PURPOSE, category: 'marketing' },
      answer: refused('invalid-request', ['basis', 'marketing-needs-consent']),
    },
    {
      name: 'no objection and no law',
      body: { ...PURPOSE, objectable: false },
      answer: refused('invalid-request', ['legalInstrument', 'required']),
    },
    {
      name: 'another category for a purpose that exists',
      body: { ...PURPOSE, code: 'clinic-reminders', category: 'survey' },
      answer: refused('invalid-request', ['category', 'fixed']),
    },
    ...massAssignments(PURPOSE),
  ],
};

const SIGN_IN = { email: 'nobody@nowhere.example', password: 'not the password' };

export const SESSIONS: BadRequests = {
  route: 'POST /v1/sessions',
  requests: [
    { name: 'a wrong password', body: SIGN_IN, answer: { status: 401, code: 'sign-in-failed' } },
    { name: 'nothing', body: {}, answer: invalid(['email', 'required'], ['password', 'required']) },
    { name: 'an array', body: [], answer: invalid(['body', 'not-an-object']) },
    ...eachValue(SIGN_IN, 'email', [5, {}, ['a@b.c']], 'not-a-string'),
    ...eachValue(SIGN_IN, 'email', ['x'.repeat(255)], 'too-long'),
    ...eachValue(SIGN_IN, 'email', ['a\0@b.c'], 'not-allowed'),
    ...eachValue(SIGN_IN, 'password', [5, { $ne: '' }], 'not-a-string'),
    ...eachValue(SIGN_IN, 'password', ['x'.repeat(201)], 'too-long'),
    ...massAssignments(SIGN_IN),
  ],
};

const CHALLENGE = 'A'.repeat(43);
const SECOND_STEP = { challengeId: CHALLENGE, code: '123456' };
const wrongStep = (path: string, values: readonly unknown[], code: string) =>
  eachValue(SECOND_STEP, path, values, code);

export const SECOND_STEPS: BadRequests = {
  route: 'POST /v1/sessions/second-step',
  requests: [
    { name: 'a challenge made up', body: SECOND_STEP, answer: { status: 410, code: 'challenge-expired' } },
    { name: 'nothing', body: {}, answer: invalid(['challengeId', 'required']) },
    ...wrongStep('challengeId', ["' OR 1=1", 'a b'], 'not-allowed'),
    ...wrongStep('challengeId', ['x'.repeat(101)], 'too-long'),
    ...wrongStep('code', [123456, ['123456']], 'not-a-string'),
    ...wrongStep('code', ['1'.repeat(21)], 'too-long'),
    ...wrongStep('recoveryCode', [{ $ne: '' }], 'not-a-string'),
    ...wrongStep('passkey', ['x', 5, [], true], 'not-an-object'),
    ...massAssignments(SECOND_STEP),
  ],
};

const ORIGIN = { 'belfry-csrf': '1', origin: 'https://elsewhere.example' };
const COOKIE = { cookie: `__Host-belfry=ses_01k9q3z5t8e7zv2r4m6w8x0y1a.1.${CHALLENGE}` };

export const REFRESHES: BadRequests = {
  route: 'POST /v1/sessions/refresh',
  requests: [
    { name: 'no header', headers: COOKIE, answer: { status: 403, code: 'cross-site-request' } },
    { name: 'another origin', headers: { ...COOKIE, ...ORIGIN }, answer: { status: 403, code: 'cross-site-request' } },
  ],
};

const RECOVERY = { newPassword: 'a long enough password' };

export const RECOVERIES: BadRequests = {
  route: 'POST /v1/recoveries/made-up',
  requests: [
    { name: 'a link made up', body: RECOVERY, answer: { status: 410, code: 'reset-expired' } },
    ...eachValue(RECOVERY, 'newPassword', ['short'], 'too-short'),
    ...eachValue(RECOVERY, 'newPassword', ['x'.repeat(201)], 'too-long'),
    ...eachValue(RECOVERY, 'newPassword', [5, null], 'required').slice(1),
    ...massAssignments(RECOVERY),
  ],
};
