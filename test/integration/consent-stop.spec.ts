import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  ConsentGate,
  ConsentsService,
  EnrolmentService,
  type GateVerdict,
  KeywordsService,
  type NewPurpose,
  PurposesService,
  SuppressionsService,
} from '#libs/consent';
import { ContactsService } from '#libs/contacts';
import { type AgencyContext, newId, type Uuid } from '#libs/kernel';
import { ConsentFixture } from './consent-fixture.js';

const PURPOSES: readonly NewPurpose[] = [
  { code: 'clinic-reminders', title: 'Reminders', category: 'service', basis: 'public_task' },
  { code: 'library-news', title: 'News', category: 'marketing', basis: 'consent' },
  {
    code: 'tax-notices',
    title: 'Tax',
    category: 'service',
    basis: 'legal_obligation',
    objectable: false,
    legalInstrument: 'Tax Act',
  },
  { code: 'flood-alerts', title: 'Floods', category: 'alert', basis: 'vital_interests' },
];
const SECOND = 1000;

let given: ConsentFixture;
let consents: ConsentsService;
let keywords: KeywordsService;
let ctx: AgencyContext;
let numberId: Uuid;
let contactId: Uuid;
let phones = 7_700_910_000;

beforeAll(async () => {
  given = await ConsentFixture.open();
  consents = given.get(ConsentsService);
  keywords = given.get(KeywordsService);
});

beforeEach(async () => {
  ({ ctx, numberId } = await given.agency());
  for (const purpose of PURPOSES) await given.get(PurposesService).create(ctx, purpose);
  contactId = await anOptedInContact();
  await consents.record(ctx, { contactId }, { purpose: 'library-news', event: 'granted', at: ago(60) });
});

afterAll(() => given?.close());

const ago = (seconds: number) => new Date(Date.now() - seconds * SECOND);

async function anOptedInContact(): Promise<Uuid> {
  const optIn = { method: 'web', at: new Date('2026-01-01') } as const;
  return (await given.get(EnrolmentService).put(ctx, { phone: `+44${phones++}` }, optIn)).contact.id;
}

function says(text: string, at: Date, who = contactId) {
  return given.within(ctx, (tx) =>
    keywords.applyKeywords(tx, { id: numberId }, [{ contactId: who, text, at, wamid: `wamid.${newId()}` }]),
  );
}

/** What the gate says of each purpose now: `allowed` or the code of the refusal. */
async function verdicts(lastInboundAt?: Date): Promise<Record<string, string>> {
  return given.within(ctx, async (tx) => {
    if (lastInboundAt)
      await tx.execute(`INSERT INTO contact_windows VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`, [
        tx.agencyId,
        numberId,
        contactId,
        lastInboundAt,
      ]);
    const [contact] = await given.get(ContactsService).resolve(tx, [{ contactId }]);
    const active = await given.get(PurposesService).listActive(tx);
    const found = await given.get(ConsentGate).assess(
      tx,
      active.map((purpose) => ({
        contactId,
        suppressionHmacs: contact?.suppressionHmacs ?? [],
        purpose,
        phoneNumberId: numberId,
        content: 'template',
        at: new Date(),
      })),
    );
    return Object.fromEntries(active.map(({ code }, index) => [code, wordOf(found[index])]));
  });
}

function wordOf(verdict: GateVerdict | undefined): string {
  if (!verdict) return 'missing';
  return verdict.allowed ? 'allowed' : verdict.code;
}

const FREE = {
  'clinic-reminders': 'allowed',
  'flood-alerts': 'allowed',
  'library-news': 'allowed',
  reply: 'allowed',
  'tax-notices': 'allowed',
};
const STOPPED = { ...FREE, 'clinic-reminders': 'suppressed', 'library-news': 'suppressed', reply: 'suppressed' };

describe('STOP', () => {
  it('refuses everything that can be refused, and answers pass when the citizen writes again', async () => {
    expect(await verdicts()).toEqual(FREE);
    expect(await says('Stop!', ago(5))).toMatchObject([{ contactId, keyword: 'stop', changed: true }]);
    expect(await verdicts()).toEqual(STOPPED);
    expect(await verdicts(ago(1))).toEqual({ ...STOPPED, reply: 'allowed' });
  });

  it('writes a state for each purpose and one suppression', async () => {
    await says('stop', ago(5));
    const states = await given.rows(
      `SELECT p.code, s.state FROM consent_state s JOIN purposes p ON p.id = s.purpose_id WHERE s.contact_id = $1 ORDER BY 1`,
      [contactId],
    );
    expect(states).toEqual([
      { code: 'clinic-reminders', state: 'objected' },
      { code: 'library-news', state: 'withdrawn' },
    ]);
    const suppressions = await given.rows('SELECT scope, reason, until FROM suppressions WHERE agency_id = $1', [
      ctx.agencyId,
    ]);
    expect(suppressions).toEqual([{ scope: 'all', reason: 'optout', until: null }]);
    expect(await given.entries(ctx, 'suppression')).toEqual(['suppression.added']);
    expect((await given.entries(ctx, 'consent')).at(-1)).toBe('consent.withdrawn');
    expect(await given.entries(ctx, 'privacy')).toEqual(['privacy.objection.recorded']);
  });

  it('tells the workers once, and said again changes nothing', async () => {
    await says('stop', ago(5));
    const [row] = await given.rows<{ epoch: string }>(
      'SELECT suppression_epoch AS epoch FROM agencies WHERE agency_id = $1',
      [ctx.agencyId],
    );
    expect(Number(row?.epoch)).toBe(1);
    const count = () =>
      given.rows(
        'SELECT (SELECT count(*) FROM consent_events) AS events, (SELECT count(*) FROM suppressions) AS suppressions',
      );
    const before = await count();
    expect(await says('STOP', ago(3))).toMatchObject([{ keyword: 'stop', changed: false }]);
    expect(await count()).toEqual(before);
  });

  it('said by two webhooks at once is one STOP', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => says('stop', ago(5))));
    expect(answers.flat().filter(({ changed }) => changed)).toHaveLength(1);
    expect(await given.rows('SELECT 1 FROM suppressions WHERE agency_id = $1', [ctx.agencyId])).toHaveLength(1);
  });

  it('outranks a grant given earlier within the same second', async () => {
    const now = new Date();
    await consents.record(ctx, { contactId }, { purpose: 'library-news', event: 'granted', at: now });
    await says('stop', new Date(Math.floor(now.getTime() / SECOND) * SECOND));
    expect(await verdicts()).toEqual(STOPPED);
  });

  it('keeps a person stopped who is later known by their user id alone', async () => {
    const userId = `GB.${Date.now()}`;
    await given.within(ctx, (tx) => given.get(ContactsService).addIdentities(tx, [{ contactId, userId }]));
    await says('stop', ago(5));
    const [hmacs] = await given.within(ctx, (tx) => given.get(ContactsService).suppressionHmacs(tx, [{ userId }]));
    const found = await given.rows('SELECT subject_kind FROM suppressions WHERE subject_hmac = ANY ($1)', [hmacs]);
    expect(found).toEqual([{ subject_kind: 'user_id' }]);
  });

  it('costs the same number of statements for one person and for forty', async () => {
    const people = await Promise.all(Array.from({ length: 40 }, anOptedInContact));
    const texts = people.map((who) => ({ contactId: who, text: 'stop', at: ago(2), wamid: `wamid.${newId()}` }));
    const apply = (batch: typeof texts) =>
      given.statements(() => given.within(ctx, (tx) => keywords.applyKeywords(tx, { id: numberId }, batch)));
    expect(await apply(texts.slice(1))).toBe(await apply(texts.slice(0, 1)));
  });

  it('is not heard within a sentence', async () => {
    expect(await says('stop by tomorrow?', ago(5))).toEqual([]);
    expect(await verdicts()).toEqual(FREE);
  });
});

describe('a grant after STOP', () => {
  it('opens its own purpose and no other', async () => {
    await says('stop', ago(5));
    await consents.record(ctx, { contactId }, { purpose: 'library-news', event: 'granted', at: ago(2) });
    expect(await verdicts()).toEqual({ ...STOPPED, 'library-news': 'allowed' });
    await says('stop', ago(1));
    expect(await verdicts()).toEqual(STOPPED);
  });

  it('does not open it when it was given before', async () => {
    await says('stop', ago(5));
    await consents.record(ctx, { contactId }, { purpose: 'library-news', event: 'granted', at: ago(50) });
    expect(await verdicts()).toEqual(STOPPED);
  });
});

describe('START', () => {
  it('takes back the STOP and its objections; consent must be given anew', async () => {
    await says('stop', ago(9));
    expect(await says('START', ago(5))).toMatchObject([{ keyword: 'start', changed: true }]);
    expect(await verdicts()).toEqual({ ...FREE, 'library-news': 'consent-withdrawn' });
    expect(await given.entries(ctx, 'suppression')).toEqual(['suppression.added', 'suppression.removed']);
    expect(await says('START', ago(3))).toMatchObject([{ changed: false }]);
    expect(await says('stop', ago(1))).toMatchObject([{ changed: true }]);
    expect(await verdicts()).toEqual(STOPPED);
  });

  it('leaves an objection that was recorded for the person', async () => {
    await consents.record(ctx, { contactId }, { purpose: 'clinic-reminders', event: 'objected', at: ago(20) });
    await says('stop', ago(9));
    await says('start', ago(5));
    expect(await verdicts()).toMatchObject({ 'clinic-reminders': 'objected' });
  });

  it('is not undone by an older STOP that comes late', async () => {
    await says('stop', ago(20));
    await says('start', ago(10));
    expect(await says('stop', ago(15))).toMatchObject([{ changed: false }]);
    expect(await verdicts()).toMatchObject({ 'clinic-reminders': 'allowed' });
  });

  it('does not lift a STOP that is newer', async () => {
    await says('stop', ago(5));
    expect(await says('start', ago(10))).toMatchObject([{ changed: false }]);
    expect(await verdicts()).toEqual(STOPPED);
  });

  it('in one batch with STOP counts in the order in which they were written', async () => {
    const texts = ['start', 'stop', 'hello', 'stop', 'start', 'stop'].map((text, index) => ({
      contactId,
      text,
      at: ago(10 - index),
      wamid: `wamid.${index}`,
    }));
    const applied = await given.within(ctx, (tx) => keywords.applyKeywords(tx, { id: numberId }, texts.toReversed()));
    expect(applied.map(({ wamid, changed }) => `${wamid} ${changed}`)).toEqual([
      'wamid.0 false',
      'wamid.1 true',
      'wamid.3 false',
      'wamid.4 true',
      'wamid.5 true',
    ]);
    expect(await verdicts()).toEqual(STOPPED);
  });

  it.each(['wrong_person', 'deceased', 'legal', 'erased'] as const)(
    'never lifts %s, and nothing passes it',
    async (reason) => {
      await given.within(ctx, (tx) =>
        given.get(SuppressionsService).addIn(tx, { contactId, scope: { kind: 'all' }, reason, at: ago(30) }),
      );
      await says('stop', ago(9));
      await says('start', ago(5));
      const found = await verdicts(ago(1));
      expect(new Set(Object.values(found))).toEqual(new Set(['suppressed']));
    },
  );
});

describe('a stop of marketing inside WhatsApp', () => {
  const stopMarketing = () => given.within(ctx, (tx) => consents.recordProviderStopIn(tx, { contactId, at: ago(5) }));

  it('stops marketing and nothing else, once', async () => {
    expect(await stopMarketing()).toEqual({ changed: true });
    expect(await verdicts()).toEqual({ ...FREE, 'library-news': 'suppressed' });
    expect(await stopMarketing()).toEqual({ changed: false });
    expect(await given.entries(ctx, 'suppression')).toEqual(['suppression.provider_optout']);
  });

  it('is not taken back by START or by a grant: only the citizen can resume it there', async () => {
    await stopMarketing();
    await says('start', ago(2));
    await consents.record(ctx, { contactId }, { purpose: 'library-news', event: 'granted' });
    expect(await verdicts()).toMatchObject({ 'library-news': 'suppressed' });
  });
});
