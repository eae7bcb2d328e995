import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConsentsService, PurposesService } from '#libs/consent';
import { ContactsService, type InboundSender } from '#libs/contacts';
import { KeyRing } from '#libs/crypto';
import { type AgencyContext, newId, type Uuid } from '#libs/kernel';
import { ConsentFixture } from './consent-fixture.js';

let given: ConsentFixture;
let contacts: ContactsService;
let ctx: AgencyContext;
let numberId: Uuid;

beforeAll(async () => {
  given = await ConsentFixture.open();
  contacts = given.get(ContactsService);
  ({ ctx, numberId } = await given.agency());
});

afterAll(() => given?.close());

const aPhone = () => `+4477${randomInt(10_000_000, 99_999_999)}`;
const aUserId = () => `GB.${randomInt(1e12, 9e12)}`;
const NOON = new Date('2026-11-22T12:00:00Z');

async function resolve(phone: string): Promise<Uuid | undefined> {
  const [contact] = await given.within(ctx, (tx) => contacts.resolve(tx, [{ phone }]));
  return contact?.id;
}

function record(senders: readonly Omit<InboundSender, 'at'>[], portfolioId?: Uuid) {
  return given.within(ctx, (tx) =>
    contacts.recordInbound(tx, {
      number: { id: numberId, portfolioId },
      senders: senders.map((sender) => ({ at: NOON, ...sender })),
    }),
  );
}

describe('writing a contact', () => {
  it('makes it once and answers the same one again', async () => {
    const other = await given.agency();
    const phone = '+447700900123';
    const first = await contacts.put(other.ctx, { phone, language: 'en', name: 'Nadia' });
    const again = await contacts.put(other.ctx, { phone, language: 'en', name: 'Nadia' });
    expect(first).toMatchObject({ created: true, language: 'en', maskedPhone: '+44•••••••123', identities: ['phone'] });
    expect(again).toEqual({ ...first, created: false });
    expect(await given.entries(other.ctx, 'contact')).toEqual(['contact.created']);
  });

  it('writes what the agency says over what is known, on record', async () => {
    const other = await given.agency();
    const { id } = await contacts.put(other.ctx, { phone: aPhone(), language: 'en', name: 'Nadia' });
    const userId = aUserId();
    const phone = aPhone();
    await given.within(other.ctx, (tx) => contacts.addIdentities(tx, [{ contactId: id, userId }]));
    const changed = await contacts.put(other.ctx, { phone, userId, language: 'fr', name: 'Nadia O.' });
    expect(changed).toMatchObject({
      id,
      created: false,
      language: 'fr',
      maskedPhone: expect.stringContaining(phone.slice(-3)),
    });
    expect(await given.entries(other.ctx, 'contact')).toEqual([
      'contact.created',
      'contact.changed',
      'contact.changed',
    ]);
    const addressees = await given.within(other.ctx, (tx) => contacts.addressees(tx, [id]));
    expect(addressees.get(id)).toMatchObject({ phone, userId });
  });

  it('keeps no phone, name or user id in clear', async () => {
    const [phone, userId, name] = [aPhone(), aUserId(), 'Seraphina Quill'];
    const { id } = await contacts.put(ctx, { phone, userId, name });
    const dump = await given.rows<{ row: string }>(
      `SELECT encode(c::text::bytea, 'escape') AS row FROM contacts c WHERE id = $1
       UNION ALL SELECT i::text FROM contact_identities i WHERE contact_id = $1`,
      [id],
    );
    const text = dump.map(({ row }) => row).join('\n');
    for (const secret of [phone, phone.slice(1), userId, name]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(Buffer.from(secret).toString('hex'));
    }
  });

  it('makes one contact of many requests at once', async () => {
    const phone = aPhone();
    const written = await Promise.all(Array.from({ length: 24 }, () => contacts.put(ctx, { phone, language: 'en' })));
    expect(new Set(written.map(({ id }) => id)).size).toBe(1);
    expect(written.filter(({ created }) => created)).toHaveLength(1);
  });

  it('makes one contact of webhooks and requests at once', async () => {
    const [phone, userId] = [aPhone(), aUserId()];
    const ids = await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        if (index % 3 === 0) return (await record([{ waId: phone.slice(1), userId }]))[0]?.id;
        if (index % 3 === 1) return (await contacts.put(ctx, { phone, userId })).id;
        return given.within(ctx, async (tx) => (await contacts.create(tx, { phone })).id);
      }),
    );
    expect(new Set(ids).size).toBe(1);
  });

  it('needs a phone or a user id', async () => {
    await expect(contacts.put(ctx, { language: 'en' })).rejects.toMatchObject({
      code: 'invalid-request',
      httpStatus: 422,
    });
  });

  it('shows nothing of another agency', async () => {
    const other = await given.agency();
    const phone = aPhone();
    const { id } = await contacts.put(other.ctx, { phone });
    await expect(contacts.get(ctx, id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(contacts.get(ctx, newId())).rejects.toMatchObject({ code: 'not-found' });
    expect(await given.within(ctx, (tx) => contacts.resolve(tx, [{ contactId: id }, { phone }]))).toEqual([null, null]);
  });
});

describe('people who write', () => {
  it('become contacts by phone, by user id, or by both', async () => {
    const [phone, userId, both] = [aPhone(), aUserId(), aUserId()];
    const found = await record([
      { waId: phone.slice(1) },
      { userId, profileName: 'Nadia' },
      { waId: aPhone().slice(1), userId: both },
      {},
    ]);
    expect(found.map((contact) => contact !== null)).toEqual([true, true, true, false]);
    expect(new Set(found.slice(0, 3).map((contact) => contact?.id)).size).toBe(3);
    expect(found.map((contact) => contact?.suppressionHmacs.length)).toEqual([1, 1, 2, undefined]);
    expect(await record([{ userId }, { waId: phone.slice(1) }])).toMatchObject([
      { id: found[1]?.id },
      { id: found[0]?.id },
    ]);
  });

  it('stay one person when the second id shows later', async () => {
    const [phone, userId] = [aPhone(), aUserId()];
    const { id } = await contacts.put(ctx, { phone });
    const [known] = await record([{ waId: phone.slice(1), userId }]);
    expect(known).toMatchObject({ id });
    expect(known?.suppressionHmacs).toHaveLength(2);
    expect(await record([{ userId }])).toMatchObject([{ id }]);
    expect((await given.within(ctx, (tx) => contacts.addressees(tx, [id]))).get(id)).toMatchObject({ phone, userId });
  });

  it('become one contact when WhatsApp shows the ids of two together, and both ids lead to it', async () => {
    const [phone, userId] = [aPhone(), aUserId()];
    const { id: byPhone } = await contacts.put(ctx, { phone });
    const { id: byUserId } = await contacts.put(ctx, { userId });
    expect(byUserId).not.toBe(byPhone);
    expect(await record([{ waId: phone.slice(1), userId }])).toMatchObject([{ id: byPhone }]);
    expect(await record([{ userId }])).toMatchObject([{ id: byPhone }]);
    expect(await contacts.get(ctx, byUserId)).toMatchObject({ id: byPhone });
    const known = await given.within(ctx, (tx) => contacts.resolve(tx, [{ contactId: byUserId }]));
    expect(known).toMatchObject([{ id: byPhone }]);
    expect(known[0]?.suppressionHmacs).toHaveLength(2);
    expect(await given.within(ctx, (tx) => contacts.membersOf(tx, byUserId))).toEqual([byPhone, byUserId]);
    expect((await given.entries(ctx, 'contact')).filter((type) => type === 'contact.merged')).toHaveLength(1);
  });

  it('stay two when each has a phone, because numbers change hands', async () => {
    const [one, other, userId] = [aPhone(), aPhone(), aUserId()];
    const { id: before } = await contacts.put(ctx, { phone: one, userId });
    const { id: now } = await contacts.put(ctx, { phone: other });
    expect(await record([{ waId: other.slice(1), userId }])).toMatchObject([{ id: now }]);
    expect(await contacts.get(ctx, before)).toMatchObject({ id: before });
    expect(await resolve(one)).toBe(before);
  });

  it('bring their windows along, and their choices: the stricter one holds for both', async () => {
    const other = await given.agency();
    const purposes = given.get(PurposesService);
    await purposes.create(other.ctx, { code: 'news', title: 'News', category: 'marketing', basis: 'consent' });
    const consents = given.get(ConsentsService);
    const [phone, userId] = [aPhone(), aUserId()];
    const at = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    await consents.record(other.ctx, { phone }, { purpose: 'news', event: 'granted', at: at(1) });
    await consents.record(other.ctx, { userId }, { purpose: 'news', event: 'withdrawn', at: at(9) });
    const { ctx: ofOther, numberId: number } = other;
    const write = (sender: object) =>
      given.within(ofOther, (tx) =>
        contacts.recordInbound(tx, { number: { id: number }, senders: [{ at: NOON, ...sender }] }),
      );
    await write({ userId, at: new Date(NOON.getTime() + 5_000) });
    const [merged] = await write({ waId: phone.slice(1), userId });
    const states = await given.rows('SELECT state FROM consent_state WHERE agency_id = $1', [ofOther.agencyId]);
    expect(states).toEqual([{ state: 'withdrawn' }, { state: 'withdrawn' }]);
    const windows = await given.within(ofOther, (tx) => contacts.windows(tx, number, [merged?.id ?? '']));
    expect(windows.get(merged?.id ?? '')).toEqual(new Date(NOON.getTime() + 5_000));
    const [first] = await given.within(ofOther, (tx) => contacts.membersOf(tx, merged?.id ?? ''));
    expect(first).toBe(merged?.id);
  });

  it('leave the window alone with what is no message of theirs', async () => {
    const [contact] = await record([{ waId: aPhone().slice(1), isSilent: true }]);
    expect(await given.within(ctx, (tx) => contacts.windows(tx, numberId, [contact?.id ?? '']))).toEqual(new Map());
  });

  it('go on under a new number, and the old one leads to nobody', async () => {
    const [before, after, oldId, newUserId] = [aPhone(), aPhone(), aUserId(), aUserId()];
    const { id } = await contacts.put(ctx, { phone: before, userId: oldId });
    const change = {
      before: { waId: before.slice(1), userId: oldId },
      after: { waId: after.slice(1), userId: newUserId },
    };
    expect(await given.within(ctx, (tx) => contacts.applyChange(tx, change))).toBe(id);
    expect([await resolve(before), await resolve(after)]).toEqual([undefined, id]);
    const addressee = (await given.within(ctx, (tx) => contacts.addressees(tx, [id]))).get(id);
    expect(addressee).toMatchObject({ phone: after, userId: newUserId });
    expect(addressee?.suppressionHmacs).toHaveLength(4);
    expect(await record([{ userId: oldId }])).toMatchObject([{ id }]);
  });

  it('are one with the contact that the agency has under their new number', async () => {
    const [before, after] = [aPhone(), aPhone()];
    const { id: old } = await contacts.put(ctx, { phone: before });
    const { id: current } = await contacts.put(ctx, { phone: after });
    const change = { before: { waId: before.slice(1) }, after: { waId: after.slice(1) } };
    expect(await given.within(ctx, (tx) => contacts.applyChange(tx, change))).toBe(current);
    expect(await contacts.get(ctx, old)).toMatchObject({ id: current });
    expect([await resolve(before), await resolve(after)]).toEqual([undefined, current]);
  });

  it('are found by a new user id and by the one before', async () => {
    const [before, after] = [aUserId(), aUserId()];
    const [known] = await record([{ userId: before }]);
    const change = { before: { userId: before }, after: { userId: after } };
    expect(await given.within(ctx, (tx) => contacts.applyChange(tx, change))).toBe(known?.id);
    expect(await record([{ userId: after }, { userId: before }])).toMatchObject([{ id: known?.id }, { id: known?.id }]);
  });

  it('are found by user id within and without their portfolio', async () => {
    const [userId, portfolioId] = [aUserId(), newId()];
    const [shown] = await record([{ userId }], portfolioId);
    const [named] = await given.within(ctx, (tx) => contacts.resolve(tx, [{ userId }]));
    expect(named?.id).toBe(shown?.id);
    expect(await record([{ userId }], portfolioId)).toMatchObject([{ id: shown?.id }]);
  });

  it('keep the name and the phone that the agency gave them', async () => {
    const [phone, userId, otherForm] = ['+5511912345678', aUserId(), '551112345678'];
    const { id } = await contacts.put(ctx, { phone, name: 'Nadia' });
    await record([{ waId: phone.slice(1), userId }]);
    expect(await record([{ waId: otherForm, userId, profileName: 'xXx' }])).toMatchObject([{ id }]);
    expect(await resolve(`+${otherForm}`)).toBe(id);
    expect((await contacts.get(ctx, id)).identities).toEqual(['bsuid', 'phone', 'wa_id']);
    expect((await given.within(ctx, (tx) => contacts.addressees(tx, [id]))).get(id)?.phone).toBe(phone);
  });

  it('open the window with their latest message, whatever the order', async () => {
    const waId = aPhone().slice(1);
    const at = (hours: number) => new Date(NOON.getTime() + hours * 3_600_000);
    const [contact] = await given.within(ctx, (tx) =>
      contacts.recordInbound(tx, {
        number: { id: numberId },
        senders: [
          { waId, at: at(2) },
          { waId, at: at(3) },
        ],
      }),
    );
    await given.within(ctx, (tx) =>
      contacts.recordInbound(tx, { number: { id: numberId }, senders: [{ waId, at: at(1) }] }),
    );
    const id = contact?.id ?? '';
    expect(await given.within(ctx, (tx) => contacts.windows(tx, numberId, [id, newId()]))).toEqual(
      new Map([[id, at(3)]]),
    );
  });

  it('cost the same number of statements however many they are', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, () => ({ waId: aPhone().slice(1), userId: aUserId() }));
    const [few, crowd] = [many(2), many(150)];
    const made = await given.statements(() => record(few));
    expect(await given.statements(() => record(crowd))).toBe(made);
    const seen = await given.statements(() => record(few));
    expect(await given.statements(() => record(crowd))).toBe(seen);
    // set_config, match, windows
    expect(seen).toBe(3);
  });
});

describe('ids that Meta shows beside a contact', () => {
  it('lead to it from then on, and cost one statement when they were known', async () => {
    const { id } = await contacts.put(ctx, { phone: aPhone() });
    const seen = [{ contactId: id, waId: '5213312345678', userId: aUserId() }];
    const add = () => given.within(ctx, (tx) => contacts.addIdentities(tx, seen));
    await add();
    expect(await resolve('+5213312345678')).toBe(id);
    expect(await given.statements(add)).toBe(2);
    expect((await given.within(ctx, (tx) => contacts.addressees(tx, [id]))).get(id)?.userId).toBe(seen[0]?.userId);
  });
});

describe('a rotated index key', () => {
  it('loses nobody, and contacts move to it as they are seen', async () => {
    const other = await given.agency();
    const phone = aPhone();
    const { id } = await contacts.put(other.ctx, { phone });
    await given.rows(`UPDATE data_keys SET state = 'readable' WHERE agency_id = $1 AND key_class = 'index'`, [
      other.ctx.agencyId,
    ]);
    await given.get(KeyRing).ensure(other.ctx.agencyId, ['index']);
    given.get(KeyRing).forget(other.ctx.agencyId);
    expect(await contacts.put(other.ctx, { phone })).toMatchObject({ id, created: false });
    const rows = await given.rows<{ ver: number }>(
      'SELECT ver FROM contact_identities WHERE contact_id = $1 ORDER BY ver',
      [id],
    );
    expect(rows.map(({ ver }) => ver)).toEqual([1, 2]);
    const [known] = await given.within(other.ctx, (tx) => contacts.resolve(tx, [{ contactId: id }]));
    expect(known?.suppressionHmacs).toHaveLength(2);
  });
});

describe('addressees', () => {
  it('leave out a person who was erased', async () => {
    const { id } = await contacts.put(ctx, { phone: aPhone() });
    await given.rows('DELETE FROM contact_keys WHERE contact_id = $1', [id]);
    expect((await given.within(ctx, (tx) => contacts.addressees(tx, [id]))).size).toBe(0);
    expect(await contacts.get(ctx, id)).toMatchObject({ maskedPhone: null });
  });
});
