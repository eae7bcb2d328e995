import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ConsentGate,
  ConsentsService,
  decide,
  EnrolmentService,
  type GateFacts,
  type GateRequest,
  type NewPurpose,
  type Purpose,
  PurposesService,
  type SuppressionRequest,
  SuppressionsService,
} from '#libs/consent';
import { ContactsService } from '#libs/contacts';
import { type AgencyContext, newId, type Uuid } from '#libs/kernel';
import { ConsentFixture } from './consent-fixture.js';

const NOW = new Date();
const HOUR = 3_600_000;
const PURPOSES: readonly NewPurpose[] = [
  { code: 'clinic-reminders', title: 'Reminders', category: 'service', basis: 'public_task' },
  { code: 'library-news', title: 'News', category: 'marketing', basis: 'consent' },
  { code: 'flood-alerts', title: 'Floods', category: 'alert', basis: 'vital_interests' },
];

let given: ConsentFixture;
let gate: ConsentGate;
let ctx: AgencyContext;
let numberId: Uuid;
let purposes: ReadonlyMap<string, Purpose>;
let phones = 7_700_920_000;

beforeAll(async () => {
  given = await ConsentFixture.open();
  gate = given.get(ConsentGate);
  ({ ctx, numberId } = await given.agency());
  for (const purpose of PURPOSES) await given.get(PurposesService).create(ctx, purpose);
  const active = await given.get(PurposesService).list(ctx);
  purposes = new Map(active.map((purpose) => [purpose.code, purpose]));
});

afterAll(() => given?.close());

/** One person as the database should hold them, and the facts that the gate should find. */
interface Story {
  readonly optIn: boolean;
  readonly consent: 'granted' | 'withdrawn' | 'objected' | null;
  readonly suppression: Pick<SuppressionRequest, 'scope' | 'reason'> | null;
  readonly inboundHoursAgo: number;
}

const SUPPRESSIONS: readonly Story['suppression'][] = [
  null,
  { scope: { kind: 'all' }, reason: 'optout' },
  { scope: { kind: 'category', category: 'marketing' }, reason: 'provider_optout' },
  { scope: { kind: 'all' }, reason: 'wrong_person' },
];

const STORIES: readonly Story[] = [true, false].flatMap((optIn) =>
  (['granted', 'withdrawn', 'objected', null] as const).flatMap((consent) =>
    SUPPRESSIONS.flatMap((suppression) =>
      [1, 25].map((inboundHoursAgo) => ({ optIn, consent, suppression, inboundHoursAgo })),
    ),
  ),
);

async function tell(story: Story, purpose: Purpose): Promise<{ request: GateRequest; facts: GateFacts }> {
  const at = new Date(NOW.getTime() - 2 * HOUR);
  const optIn = story.optIn ? ({ method: 'web', at } as const) : undefined;
  const enrolled = await given.get(EnrolmentService).put(ctx, { phone: `+44${phones++}` }, optIn);
  const contactId = enrolled.contact.id;
  return given.within(ctx, async (tx) => {
    const record =
      story.consent &&
      (await given.get(ConsentsService).recordIn(tx, contactId, { purpose: purpose.code, event: story.consent, at }));
    if (story.suppression) await given.get(SuppressionsService).addIn(tx, { contactId, at, ...story.suppression });
    const inbound = new Date(NOW.getTime() - story.inboundHoursAgo * HOUR);
    await tx.execute('INSERT INTO contact_windows VALUES ($1, $2, $3, $4)', [
      tx.agencyId,
      numberId,
      contactId,
      inbound,
    ]);
    const [known] = await given.get(ContactsService).resolve(tx, [{ contactId }]);
    const common = { purpose, content: 'free-form', at: NOW } as const;
    return {
      request: { ...common, contactId, suppressionHmacs: known?.suppressionHmacs ?? [], phoneNumberId: numberId },
      facts: {
        ...common,
        suppressions: story.suppression ? [suppressionFact(story.suppression, at)] : [],
        consent: record ? { state: record.state, since: at, expiresAt: null, eventId: record.eventId } : null,
        optInEventId: enrolled.optIn?.eventId ?? null,
        lastInboundAt: inbound,
      },
    };
  });
}

function suppressionFact(
  { scope, reason }: NonNullable<Story['suppression']>,
  since: Date,
): GateFacts['suppressions'][number] {
  return {
    scope: scope.kind,
    category: scope.kind === 'category' ? scope.category : null,
    purposeId: null,
    reason,
    since,
  };
}

describe(ConsentGate, () => {
  it.each(['clinic-reminders', 'library-news', 'flood-alerts', 'reply'])(
    'reads from the database what the rules need to judge %s',
    async (code) => {
      const purpose = purposes.get(code) as Purpose;
      const told = await Promise.all(STORIES.map((story) => tell(story, purpose)));
      const found = await given.within(ctx, (tx) =>
        gate.assess(
          tx,
          told.map(({ request }) => request),
        ),
      );
      expect(found).toEqual(told.map(({ facts }) => decide(facts)));
    },
  );

  it('costs three statements however many messages it is asked for', async () => {
    const purpose = purposes.get('clinic-reminders') as Purpose;
    const stories = await Promise.all(STORIES.slice(0, 20).map((story) => tell(story, purpose)));
    const told = stories.map(({ request }) => request);
    const ask = (requests: readonly GateRequest[]) =>
      given.statements(() => given.within(ctx, (tx) => gate.assess(tx, requests)));
    // The fourth opens the transaction.
    expect(await ask(told.slice(0, 1))).toBe(4);
    expect(await ask([...told, ...told])).toBe(4);
  });

  it('tells somebody who is not a contact what is missing', async () => {
    const ask = (code: string, hmacs: readonly Buffer[] = []) =>
      given.within(ctx, (tx) =>
        gate.assess(tx, [
          {
            contactId: null,
            suppressionHmacs: hmacs,
            purpose: purposes.get(code) as Purpose,
            phoneNumberId: numberId,
            content: 'template',
            at: NOW,
          },
        ]),
      );
    expect(await ask('clinic-reminders')).toMatchObject([{ code: 'opt-in-missing' }]);
    expect(await ask('library-news')).toMatchObject([{ code: 'consent-missing' }]);
  });

  it('still holds back a person who was erased and comes back as a stranger', async () => {
    const phone = `+44${phones++}`;
    const { contact } = await given.get(EnrolmentService).put(ctx, { phone });
    const suppression = { contactId: contact.id, scope: { kind: 'all' }, reason: 'erased', at: NOW } as const;
    await given.within(ctx, (tx) => given.get(SuppressionsService).addIn(tx, suppression));
    const [hmacs] = await given.within(ctx, (tx) => given.get(ContactsService).suppressionHmacs(tx, [{ phone }]));
    const verdict = await given.within(ctx, (tx) =>
      gate.assess(tx, [
        {
          contactId: null,
          suppressionHmacs: hmacs ?? [],
          purpose: purposes.get('flood-alerts') as Purpose,
          phoneNumberId: numberId,
          content: 'template',
          at: NOW,
        },
      ]),
    );
    expect(verdict).toMatchObject([{ code: 'suppressed', reason: 'suppressed-erased' }]);
  });

  it('refuses by throwing where one message is asked for', async () => {
    const request = {
      contactId: newId(),
      suppressionHmacs: [],
      purpose: purposes.get('clinic-reminders') as Purpose,
      phoneNumberId: numberId,
      content: 'template',
      at: NOW,
    } as const;
    expect(await given.within(ctx, (tx) => gate.assess(tx, [request]))).toMatchObject([
      { allowed: false, code: 'opt-in-missing' },
    ]);
  });

  it('sees nothing of another agency', async () => {
    const other = await given.agency();
    const { request } = await tell(
      { optIn: true, consent: null, suppression: null, inboundHoursAgo: 1 },
      purposes.get('clinic-reminders') as Purpose,
    );
    expect(await given.within(other.ctx, (tx) => gate.assess(tx, [request]))).toMatchObject([
      { code: 'opt-in-missing' },
    ]);
  });
});
