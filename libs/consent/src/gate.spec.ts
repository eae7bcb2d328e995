import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ConsentFact,
  type ConsentStateName,
  decide,
  type GateFacts,
  type GatePurpose,
  isWindowOpen,
  type SuppressionFact,
  type SuppressionReason,
} from './gate.js';
import { PURPOSE_BASES, PURPOSE_CATEGORIES } from './purpose.js';

const PURPOSE_ID = '01930000-0000-7000-8000-00000000000a';
const OTHER_PURPOSE_ID = '01930000-0000-7000-8000-00000000000b';
const EVENT_ID = '01930000-0000-7000-8000-0000000000e1';
const OPT_IN_ID = '01930000-0000-7000-8000-0000000000e2';
const NOW = new Date('2026-11-22T12:00:00.000Z');
const HOUR = 3_600_000;

const ago = (milliseconds: number) => new Date(NOW.getTime() - milliseconds);

function aPurpose(changes: Partial<GatePurpose> = {}): GatePurpose {
  return {
    id: PURPOSE_ID,
    version: 3,
    code: 'clinic-reminders',
    category: 'service',
    basis: 'public_task',
    objectable: true,
    ...changes,
  };
}

function facts(changes: Partial<GateFacts> = {}): GateFacts {
  return {
    purpose: aPurpose(),
    content: 'template',
    at: NOW,
    suppressions: [],
    consent: null,
    optInEventId: OPT_IN_ID,
    lastInboundAt: null,
    ...changes,
  };
}

function aConsent(state: ConsentStateName, changes: Partial<ConsentFact> = {}): ConsentFact {
  return { state, since: ago(10 * HOUR), expiresAt: null, eventId: EVENT_ID, ...changes };
}

function aSuppression(reason: SuppressionReason, changes: Partial<SuppressionFact> = {}): SuppressionFact {
  return { scope: 'all', purposeId: null, category: null, reason, since: ago(5 * HOUR), ...changes };
}

const MARKETING = aPurpose({ category: 'marketing', basis: 'consent' });
const NOT_OBJECTABLE = aPurpose({ objectable: false, basis: 'legal_obligation' });
const ALERT = aPurpose({ category: 'alert', basis: 'vital_interests' });
const REPLY = aPurpose({ code: 'reply' });

const REFUSED: readonly (readonly [string, Partial<GateFacts>, string])[] = [
  ['nobody agreed to WhatsApp', { optInEventId: null }, 'opt-in-missing'],
  ['an alert without an opt-in', { purpose: ALERT, optInEventId: null }, 'opt-in-missing'],
  ['a text when the citizen never wrote', { content: 'free-form' }, 'window-closed/window-never-opened'],
  [
    'a text 24 hours later to the millisecond',
    { content: 'free-form', lastInboundAt: ago(24 * HOUR) },
    'window-closed/window-expired',
  ],
  ['marketing without consent', { purpose: MARKETING }, 'consent-missing'],
  ['marketing asked for and not answered', { purpose: MARKETING, consent: aConsent('requested') }, 'consent-missing'],
  ['marketing refused', { purpose: MARKETING, consent: aConsent('refused') }, 'consent-missing/consent-refused'],
  ['marketing withdrawn', { purpose: MARKETING, consent: aConsent('withdrawn') }, 'consent-withdrawn'],
  [
    'consent that ends now',
    { purpose: MARKETING, consent: aConsent('granted', { expiresAt: NOW }) },
    'consent-missing/consent-expired',
  ],
  ['consent is checked before opt-in', { purpose: MARKETING, optInEventId: null }, 'consent-missing'],
  ['opt-in is checked before the window', { content: 'free-form', optInEventId: null }, 'opt-in-missing'],
  ['a public task that was objected to', { consent: aConsent('objected') }, 'objected'],
  ['a public task from which consent was withdrawn', { consent: aConsent('withdrawn') }, 'objected'],
  ['service after STOP', { suppressions: [aSuppression('optout')] }, 'suppressed/suppressed-optout'],
  [
    'STOP is told before what it did to consent',
    { purpose: MARKETING, suppressions: [aSuppression('optout')], consent: aConsent('withdrawn') },
    'suppressed/suppressed-optout',
  ],
  [
    'consent given before the STOP',
    { purpose: MARKETING, suppressions: [aSuppression('optout')], consent: aConsent('granted') },
    'suppressed/suppressed-optout',
  ],
  [
    'an objectionless consent purpose after STOP',
    {
      purpose: aPurpose({ basis: 'consent', objectable: false }),
      suppressions: [aSuppression('optout')],
      consent: aConsent('granted'),
    },
    'suppressed/suppressed-optout',
  ],
  [
    'an alert to the wrong person',
    { purpose: ALERT, suppressions: [aSuppression('wrong_person')] },
    'suppressed/suppressed-wrong-person',
  ],
  [
    'a legal duty to the dead',
    { purpose: NOT_OBJECTABLE, suppressions: [aSuppression('deceased')] },
    'suppressed/suppressed-deceased',
  ],
  [
    'a reply to an erased person',
    { purpose: REPLY, lastInboundAt: NOW, suppressions: [aSuppression('erased')] },
    'suppressed/suppressed-erased',
  ],
  [
    'a hard reason is told before a soft one',
    { suppressions: [aSuppression('optout'), aSuppression('legal')] },
    'suppressed/suppressed-legal',
  ],
  [
    'a new grant past a legal block',
    { suppressions: [aSuppression('legal')], consent: aConsent('granted', { since: NOW }) },
    'suppressed/suppressed-legal',
  ],
  [
    'marketing stopped inside WhatsApp',
    {
      purpose: MARKETING,
      suppressions: [aSuppression('provider_optout', { scope: 'category', category: 'marketing' })],
      consent: aConsent('granted', { since: NOW }),
    },
    'suppressed/suppressed-provider-optout',
  ],
  [
    'one purpose stopped',
    { suppressions: [aSuppression('objection', { scope: 'purpose', purposeId: PURPOSE_ID })] },
    'suppressed/suppressed-objection',
  ],
  [
    'a reply by template outside the window, without opt-in',
    { purpose: REPLY, optInEventId: null, lastInboundAt: ago(24 * HOUR) },
    'opt-in-missing',
  ],
  [
    'a reply by template outside the window, after STOP',
    { purpose: REPLY, suppressions: [aSuppression('optout')], lastInboundAt: ago(24 * HOUR) },
    'suppressed/suppressed-optout',
  ],
  [
    'a reply that the citizen objected to',
    { purpose: REPLY, consent: aConsent('objected'), lastInboundAt: NOW },
    'objected',
  ],
  ['service in an open window without opt-in', { optInEventId: null, lastInboundAt: NOW }, 'opt-in-missing'],
];

const ALLOWED: readonly (readonly [string, Partial<GateFacts>])[] = [
  ['a public task with an opt-in', {}],
  ['a text a millisecond before the window closes', { content: 'free-form', lastInboundAt: ago(24 * HOUR - 1) }],
  ['a text to a citizen whose clock is ahead', { content: 'free-form', lastInboundAt: ago(-HOUR) }],
  ['marketing with consent and opt-in', { purpose: MARKETING, consent: aConsent('granted') }],
  ['consent that ends in a millisecond', { purpose: MARKETING, consent: aConsent('granted', { expiresAt: ago(-1) }) }],
  ['an alert after STOP', { purpose: ALERT, suppressions: [aSuppression('optout')] }],
  ['an alert that was objected to', { purpose: ALERT, consent: aConsent('objected') }],
  [
    'a legal duty after STOP',
    { purpose: NOT_OBJECTABLE, suppressions: [aSuppression('optout')], consent: aConsent('objected') },
  ],
  [
    'a purpose granted after the STOP',
    { suppressions: [aSuppression('optout')], consent: aConsent('granted', { since: ago(HOUR) }) },
  ],
  [
    'service when only marketing was stopped',
    { suppressions: [aSuppression('provider_optout', { scope: 'category', category: 'marketing' })] },
  ],
  [
    'a purpose when another one was stopped',
    { suppressions: [aSuppression('legal', { scope: 'purpose', purposeId: OTHER_PURPOSE_ID })] },
  ],
  [
    'a reply in the window after STOP and without opt-in',
    {
      purpose: REPLY,
      content: 'free-form',
      lastInboundAt: NOW,
      optInEventId: null,
      suppressions: [aSuppression('optout')],
    },
  ],
];

describe(decide, () => {
  it.each(REFUSED)('refuses %s', (_, changes, expected) => {
    const verdict = decide(facts(changes));
    const [code, reason = code] = expected.split('/');
    expect(verdict).toEqual({ allowed: false, code, reason });
  });

  it.each(ALLOWED)('allows %s', (_, changes) => {
    expect(decide(facts(changes)).allowed).toBe(true);
  });

  it('names the consent event as the basis, and the opt-in', () => {
    expect(decide(facts({ purpose: MARKETING, consent: aConsent('granted') }))).toEqual({
      allowed: true,
      basis: 'consent',
      basisRef: EVENT_ID,
      metaOptInRef: OPT_IN_ID,
    });
  });

  it('names the version of the purpose when the law is the basis, and the message that is answered', () => {
    const verdict = decide(facts({ purpose: REPLY, optInEventId: null, lastInboundAt: ago(HOUR) }));
    expect(verdict).toMatchObject({ basisRef: `${PURPOSE_ID}@3`, metaOptInRef: 'inbound@2026-11-22T11:00:00.000Z' });
  });

  it('agrees with rules written down a second time', () => {
    fc.assert(
      fc.property(arbitraryFacts(), (given) => {
        const verdict = decide(given);
        expect(verdict.allowed ? 'allowed' : verdict.code).toBe(reference(given));
      }),
      { numRuns: 20_000, seed: 20_261_122 },
    );
  });
});

describe(isWindowOpen, () => {
  it.each([
    [24 * HOUR - 1, true],
    [24 * HOUR, false],
    [24 * HOUR + 1, false],
    [0, true],
  ])('is open %i ms after the last message: %s', (elapsed, isOpen) => {
    expect(isWindowOpen(ago(elapsed), NOW)).toBe(isOpen);
  });
});

/** Times stand close around the boundaries, so that equal moments and both sides of them are common. */
function arbitraryFacts(): fc.Arbitrary<GateFacts> {
  const moment = fc.constantFrom(0, 1, -1, HOUR, 24 * HOUR - 1, 24 * HOUR, 24 * HOUR + 1).map(ago);
  const purpose = fc.record({
    id: fc.constant(PURPOSE_ID),
    version: fc.constant(1),
    code: fc.constantFrom('clinic-reminders', 'reply'),
    category: fc.constantFrom(...PURPOSE_CATEGORIES),
    basis: fc.constantFrom(...PURPOSE_BASES),
    objectable: fc.boolean(),
  });
  const suppression = fc.record({
    scope: fc.constantFrom('all', 'category', 'purpose'),
    purposeId: fc.constantFrom(PURPOSE_ID, OTHER_PURPOSE_ID),
    category: fc.constantFrom(...PURPOSE_CATEGORIES),
    reason: fc.constantFrom('optout', 'provider_optout', 'wrong_person', 'deceased', 'objection', 'legal', 'erased'),
    since: moment,
  }) as fc.Arbitrary<SuppressionFact>;
  const consent = fc.record({
    state: fc.constantFrom('granted', 'granted', 'refused', 'withdrawn', 'expired', 'objected', 'requested', 'none'),
    since: moment,
    expiresAt: fc.option(moment, { nil: null }),
    eventId: fc.constant(EVENT_ID),
  }) as fc.Arbitrary<ConsentFact>;
  return fc.record({
    purpose,
    content: fc.constantFrom('template', 'free-form'),
    at: fc.constant(NOW),
    suppressions: fc.array(suppression, { maxLength: 2 }),
    consent: fc.option(consent, { nil: null }),
    optInEventId: fc.constantFrom(null, OPT_IN_ID, OPT_IN_ID),
    lastInboundAt: fc.option(moment, { nil: null }),
  });
}

/** The matrix of the law and of WhatsApp's policy, written from the text and not from the code. */
function reference(given: GateFacts): string {
  const { id, code, category, basis, objectable } = given.purpose;
  const hoursSince = given.lastInboundAt
    ? (NOW.getTime() - given.lastInboundAt.getTime()) / HOUR
    : Number.POSITIVE_INFINITY;
  const answersSomebody = code === 'reply' && hoursSince < 24;
  const state = given.consent?.state ?? 'none';
  const reaches = given.suppressions.filter(
    (one) =>
      one.scope === 'all' ||
      (one.scope === 'purpose' && one.purposeId === id) ||
      (one.scope === 'category' && one.category === category),
  );

  for (const one of reaches) {
    if (['wrong_person', 'deceased', 'legal', 'erased'].includes(one.reason)) return 'suppressed';
  }
  for (const one of reaches) {
    if (category === 'alert') continue;
    if (basis !== 'consent' && objectable === false) continue;
    if (answersSomebody) continue;
    const grantedLater = state === 'granted' && (given.consent?.since ?? NOW) > one.since;
    if (grantedLater && one.reason !== 'provider_optout') continue;
    return 'suppressed';
  }
  if (basis === 'consent') {
    if (state === 'withdrawn') return 'consent-withdrawn';
    if (state === 'objected') return 'objected';
    if (state !== 'granted') return 'consent-missing';
    if (given.consent?.expiresAt && given.consent.expiresAt <= NOW) return 'consent-missing';
  } else if (objectable && category !== 'alert' && ['objected', 'withdrawn', 'refused'].includes(state)) {
    return 'objected';
  }
  if (given.optInEventId === null && !answersSomebody) return 'opt-in-missing';
  if (given.content === 'free-form' && hoursSince >= 24) return 'window-closed';
  return 'allowed';
}
