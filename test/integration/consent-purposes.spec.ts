import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ConsentProjectionService,
  ConsentsService,
  EnrolmentService,
  type NewPurpose,
  PurposesService,
} from '#libs/consent';
import { ContactsService } from '#libs/contacts';
import type { AgencyContext, Uuid } from '#libs/kernel';
import { OptOutsService } from '../../libs/consent/src/opt-outs.service.js';
import { ConsentFixture } from './consent-fixture.js';

const REMINDERS: NewPurpose = {
  code: 'clinic-reminders',
  title: 'Reminders',
  category: 'service',
  basis: 'public_task',
};
const NEWS: NewPurpose = { code: 'library-news', title: 'News', category: 'marketing', basis: 'consent' };
const MINUTE = 60_000;

let given: ConsentFixture;
let purposes: PurposesService;
let consents: ConsentsService;
let ctx: AgencyContext;
let phones = 7_700_900_000;

beforeAll(async () => {
  given = await ConsentFixture.open();
  purposes = given.get(PurposesService);
  consents = given.get(ConsentsService);
});

afterAll(() => given?.close());

const aPhone = () => `+44${phones++}`;

async function anAgency(...made: NewPurpose[]): Promise<AgencyContext> {
  ({ ctx } = await given.agency());
  for (const purpose of made) await purposes.create(ctx, purpose);
  return ctx;
}

async function aContact(): Promise<Uuid> {
  return (await given.get(ContactsService).put(ctx, { phone: aPhone() })).id;
}

async function epoch(): Promise<number> {
  const [row] = await given.rows<{ epoch: string }>(
    'SELECT suppression_epoch AS epoch FROM agencies WHERE agency_id = $1',
    [ctx.agencyId],
  );
  return Number(row?.epoch);
}

describe(PurposesService, () => {
  it('gives every agency the purpose of replying, once', async () => {
    await anAgency();
    await given.within(ctx, (tx) => purposes.ensureBuiltIn(tx));
    expect(await purposes.list(ctx)).toMatchObject([
      { code: 'reply', version: 1, category: 'service', defaultLane: 1 },
    ]);
    expect(await given.entries(ctx, 'consent')).toEqual(['consent.purpose.versioned']);
  });

  it('makes the next version only when something differs', async () => {
    await anAgency();
    const first = await purposes.create(ctx, REMINDERS);
    expect(await purposes.create(ctx, { ...REMINDERS })).toEqual(first);
    const second = await purposes.create(ctx, { ...REMINDERS, title: 'Reminders of appointments' });
    expect(second).toMatchObject({ id: first.id, version: 2, title: 'Reminders of appointments' });
    const active = await given.within(ctx, (tx) => purposes.findActive(tx, ['clinic-reminders', 'nothing']));
    expect(active).toEqual(new Map([['clinic-reminders', second]]));
    const refs = [first, second, first];
    const versions = await given.within(ctx, (tx) => purposes.byVersion(tx, refs));
    expect([...versions.keys()].sort()).toEqual([`${first.id}/1`, `${first.id}/2`]);
  });

  it('makes one purpose of many requests at once', async () => {
    await anAgency();
    const made = await Promise.all(Array.from({ length: 10 }, () => purposes.create(ctx, REMINDERS)));
    expect(new Set(made.map(({ id, version }) => `${id}/${version}`)).size).toBe(1);
  });

  it('makes a row of versions of many different first requests at once', async () => {
    await anAgency();
    const titles = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
    const made = await Promise.all(titles.map((title) => purposes.create(ctx, { ...REMINDERS, title })));
    expect(made.map(({ version }) => version).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('makes a row of versions of many different requests at once', async () => {
    await anAgency(REMINDERS);
    const titles = ['a', 'b', 'c', 'd', 'e'];
    const made = await Promise.all(titles.map((title) => purposes.create(ctx, { ...REMINDERS, title })));
    expect(made.map(({ version }) => version).sort()).toEqual([2, 3, 4, 5, 6]);
    expect(await purposes.list(ctx)).toHaveLength(2);
  });

  it.each([
    [{ ...REMINDERS, category: 'marketing' }, 'basis'],
    [{ ...REMINDERS, objectable: false }, 'legalInstrument'],
    [{ ...REMINDERS, code: 'reply' }, 'code'],
    [{ ...REMINDERS, code: 'Not a code' }, 'code'],
  ] as const)('names the field at fault of %j', async (draft, field) => {
    await anAgency();
    const refused = purposes.create(ctx, draft);
    await expect(refused).rejects.toMatchObject({ httpStatus: 422, errors: [{ field }] });
  });

  it('does not let consent for one category become consent for another', async () => {
    await anAgency({ ...NEWS, category: 'service' });
    await expect(purposes.create(ctx, NEWS)).rejects.toMatchObject({ errors: [{ field: 'category', code: 'fixed' }] });
  });
});

describe(ConsentsService, () => {
  it('records what a person chose, and where they stand', async () => {
    await anAgency(NEWS);
    const phone = aPhone();
    const granted = await consents.record(ctx, { phone }, { purpose: 'library-news', event: 'granted', method: 'web' });
    expect(granted).toMatchObject({ purpose: 'library-news', state: 'granted' });
    const { contactId } = granted;
    const withdrawn = await consents.record(ctx, { contactId }, { purpose: 'library-news', event: 'withdrawn' });
    expect(withdrawn).toMatchObject({ contactId, state: 'withdrawn' });
    expect(withdrawn.eventId).not.toBe(granted.eventId);
    expect((await given.entries(ctx, 'consent')).slice(2)).toEqual(['consent.granted', 'consent.withdrawn']);
  });

  it('tells the workers of a withdrawal and of an objection, not of a grant', async () => {
    await anAgency(NEWS, REMINDERS);
    const contactId = await aContact();
    await consents.record(ctx, { contactId }, { purpose: 'library-news', event: 'granted' });
    expect(await epoch()).toBe(0);
    await consents.record(ctx, { contactId }, { purpose: 'library-news', event: 'withdrawn' });
    await consents.record(ctx, { contactId }, { purpose: 'clinic-reminders', event: 'objected' });
    expect(await epoch()).toBe(2);
    expect(await given.entries(ctx, 'privacy')).toEqual(['privacy.objection.recorded']);
  });

  it('keeps an older choice without letting it win', async () => {
    await anAgency(NEWS);
    const contactId = await aContact();
    const now = Date.now();
    const at = (minutes: number) => new Date(now - minutes * MINUTE);
    await consents.record(ctx, { contactId }, { purpose: 'library-news', event: 'withdrawn', at: at(5) });
    const older = await consents.record(ctx, { contactId }, { purpose: 'library-news', event: 'granted', at: at(10) });
    expect(older).toMatchObject({ state: 'withdrawn', since: at(5) });
    const newer = await consents.record(ctx, { contactId }, { purpose: 'library-news', event: 'granted', at: at(1) });
    expect(newer).toMatchObject({ state: 'granted', since: at(1) });
    const [row] = await given.rows<{ n: number }>(
      'SELECT count(*)::int AS n FROM consent_events WHERE contact_id = $1',
      [contactId],
    );
    expect(row?.n).toBe(3);
  });

  it('lets a withdrawal follow a grant that was dated a little ahead', async () => {
    await anAgency(NEWS);
    const contactId = await aContact();
    const ahead = new Date(Date.now() + 4 * MINUTE);
    await consents.record(ctx, { contactId }, { purpose: 'library-news', event: 'granted', at: ahead });
    const withdrawn = await consents.record(ctx, { contactId }, { purpose: 'library-news', event: 'withdrawn' });
    expect(withdrawn.state).toBe('withdrawn');
  });

  it.each([
    ['a purpose that is not there', { purpose: 'nothing', event: 'granted' }, 'purpose-unknown', 422],
    [
      'a time that has not come',
      { purpose: 'library-news', event: 'granted', at: new Date(Date.now() + 6 * MINUTE) },
      'invalid-request',
      422,
    ],
    [
      'a time before WhatsApp',
      { purpose: 'library-news', event: 'granted', at: new Date('2008-06-01') },
      'invalid-request',
      422,
    ],
  ] as const)('refuses %s', async (_, request, code, httpStatus) => {
    await anAgency(NEWS);
    const contactId = await aContact();
    await expect(consents.record(ctx, { contactId }, request)).rejects.toMatchObject({ code, httpStatus });
  });

  it('knows no contact of another agency', async () => {
    await anAgency(NEWS);
    const contactId = await aContact();
    await anAgency(NEWS);
    const request = { purpose: 'library-news', event: 'granted' } as const;
    await expect(consents.record(ctx, { contactId }, request)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps evidence sealed', async () => {
    await anAgency(NEWS);
    const evidence = 'Form 12 signed by Seraphina Quill';
    const contactId = await aContact();
    await consents.record(ctx, { contactId }, { purpose: 'library-news', event: 'granted', evidence });
    const [row] = await given.rows<{ sealed: Buffer }>(
      'SELECT evidence_sealed AS sealed FROM consent_events WHERE contact_id = $1',
      [contactId],
    );
    expect(row?.sealed.length).toBeGreaterThan(evidence.length);
    expect(row?.sealed.toString('latin1')).not.toContain('Seraphina');
  });

  it('cannot be rewritten, not even by a mistake of ours', async () => {
    await anAgency();
    const change = given.within(ctx, (tx) => tx.execute(`UPDATE consent_events SET event = 'granted'`));
    await expect(change).rejects.toThrow(/permission denied/);
  });
});

describe(EnrolmentService, () => {
  const optIn = { method: 'web', at: new Date('2026-11-01T10:00:00Z'), evidence: 'form 7' } as const;

  it('writes a contact and its opt-in together, and the same again adds nothing', async () => {
    await anAgency();
    const phone = aPhone();
    const first = await given.get(EnrolmentService).put(ctx, { phone, language: 'en' }, optIn);
    expect(first).toMatchObject({ contact: { created: true }, optIn: { method: 'web', at: optIn.at } });
    const again = await given.get(EnrolmentService).put(ctx, { phone, language: 'en' }, optIn);
    expect(again).toMatchObject({
      contact: { id: first.contact.id, created: false },
      optIn: { eventId: first.optIn?.eventId },
    });
    expect(await given.get(EnrolmentService).get(ctx, first.contact.id)).toMatchObject({ optIn: { method: 'web' } });
    const other = await given.get(EnrolmentService).put(ctx, { phone }, { ...optIn, evidence: 'form 8' });
    expect(other.optIn?.eventId).not.toBe(first.optIn?.eventId);
    expect((await given.entries(ctx, 'consent')).slice(1)).toEqual([
      'consent.evidence.attached',
      'consent.evidence.attached',
    ]);
  });

  it('writes neither when the opt-in cannot be right', async () => {
    await anAgency();
    const phone = aPhone();
    const at = new Date(Date.now() + 10 * MINUTE);
    const refused = given.get(EnrolmentService).put(ctx, { phone }, { method: 'web', at });
    await expect(refused).rejects.toMatchObject({ httpStatus: 422, errors: [{ field: 'optIn.at' }] });
    const [known] = await given.within(ctx, (tx) => given.get(ContactsService).resolve(tx, [{ phone }]));
    expect(known).toBeNull();
  });

  it('keeps the newest opt-in', async () => {
    await anAgency();
    const phone = aPhone();
    await given.get(EnrolmentService).put(ctx, { phone }, optIn);
    const older = await given
      .get(EnrolmentService)
      .put(ctx, { phone }, { method: 'paper', at: new Date('2025-01-01') });
    expect(older.optIn).toMatchObject({ method: 'web' });
  });
});

describe(ConsentProjectionService, () => {
  it('makes from the events exactly the state that was kept up', async () => {
    await anAgency(NEWS, REMINDERS);
    const people = await Promise.all(Array.from({ length: 6 }, aContact));
    const now = Date.now();
    const optOuts = given.get(OptOutsService);
    const events = ['granted', 'withdrawn', 'objected'] as const;
    const codes = ['library-news', 'clinic-reminders'] as const;
    for (let step = 0; step < 60; step++) {
      const contactId = people[step % people.length] ?? '';
      // Moments repeat and come out of order.
      const at = new Date(now - ((step * 7) % 11) * MINUTE);
      const purpose = codes[step % 2] ?? 'library-news';
      await consents.record(ctx, { contactId }, { purpose, event: events[(step * 5) % 3] ?? 'granted', at });
      await given.within(ctx, (tx) => consents.recordOptInIn(tx, contactId, { method: 'web', at }));
      if (step % 13 === 0)
        await given.within(ctx, (tx) => consents.stopIn(tx, { contactId, method: 'whatsapp_keyword', at }));
      if (step % 17 === 0)
        await given.within(ctx, (tx) => optOuts.start(tx, [{ contactId, method: 'whatsapp_keyword', at }]));
    }
    const before = await projections();
    await given.get(ConsentProjectionService).rebuild(ctx);
    expect(await projections()).toEqual(before);
    expect(before.length).toBeGreaterThanOrEqual(people.length * 2);
  });
});

async function projections(): Promise<unknown[]> {
  return given.rows(
    `SELECT contact_id, purpose_id, state, since, last_event_id FROM consent_state WHERE agency_id = $1
     UNION ALL SELECT contact_id, NULL, method, given_at, last_event_id FROM whatsapp_opt_ins WHERE agency_id = $1
     ORDER BY 1, 2`,
    [ctx.agencyId],
  );
}
