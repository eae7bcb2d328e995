import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PLATFORM_AGENCY_ID, platformContext } from '#libs/kernel';
import { ParkedWebhooks, WebhookIntake, WebhookProcessor } from '#libs/webhooks';
import { signWebhook } from '#libs/whatsapp';
import { APP_SECRET, aPhone, type GivenAgency, SendingFixture, SILENT } from './sending-fixture.js';
import { aBody, aStatus, aText, aWamid, type Change } from './webhook-bodies.js';

interface StoredBody {
  readonly state: 'new' | 'done' | 'parked' | 'dismissed';
  readonly error: string | null;
  readonly raw_sealed: Buffer | null;
}

let given: SendingFixture;
let agency: GivenAgency;

beforeAll(async () => {
  given = await SendingFixture.open();
  await given.sim('POST', 'profile', SILENT);
});

beforeEach(async () => {
  await given.rows('DELETE FROM webhook_inbox');
  agency = await given.agency();
});

afterAll(() => given?.close());

const processor = () => given.get(WebhookProcessor);
const stored = () => given.rows<StoredBody>('SELECT * FROM webhook_inbox ORDER BY id');
const statesOf = async () => (await stored()).map(({ state }) => state);

async function receive(text: string): Promise<void> {
  const raw = Buffer.from(text);
  await given.get(WebhookIntake).receive(raw, signWebhook(raw, APP_SECRET));
}

async function inboundOf({ ctx }: GivenAgency): Promise<number> {
  const sql = `SELECT 1 FROM messages WHERE agency_id = $1 AND direction = 'inbound'`;
  return (await given.rows(sql, [ctx.agencyId])).length;
}

describe('what nobody understands', () => {
  const platform = { ...platformContext(), permissions: new Set(['platform:agencies'] as const) };
  const parked = () => given.get(ParkedWebhooks);
  const strange = { phoneNumberId: '888888888888888', wabaId: '888888888888887' };
  const auditOf = (type: string) =>
    given.rows(
      `SELECT 1 FROM audit.staging WHERE agency_id = $1 AND convert_from(entry, 'UTF8') LIKE '%' || $2 || '%'`,
      [PLATFORM_AGENCY_ID, type],
    );

  it.each(['', 'hello', '{"entry":[', '\ufeff{}'])('is kept and flagged when it is no JSON: %j', async (text) => {
    await receive(text);
    expect(await stored()).toMatchObject([{ state: 'parked', error: 'unreadable', raw_sealed: expect.any(Buffer) }]);
    expect(await processor().processDue(1)).toBe(0);
    expect((await auditOf('webhook_in.schema_rejected')).length).toBeGreaterThan(0);
  });

  it('is listed by what it is about, read again once its number is there, and heard once', async () => {
    await receive(
      aBody(
        { number: strange, messages: [aText('nobody else may read this')] },
        { number: agency.number, messages: [aText()] },
      ),
    );
    await processor().processDue(0);
    const { data } = await parked().list(platform, { limit: 10 });
    expect(data).toMatchObject([
      {
        reason: 'unknown-number',
        fields: ['messages'],
        numbers: [strange.phoneNumberId, agency.number.phoneNumberId],
        messages: 2,
      },
    ]);
    expect(JSON.stringify(data)).not.toContain('nobody else');
    await given.rows('UPDATE phone_numbers SET meta_phone_number_id = $1 WHERE id = $2', [
      strange.phoneNumberId,
      (await given.agency()).number.id,
    ]);
    await parked().replay(platform, data[0]?.id ?? '');
    expect(await processor().processDue(0)).toBe(1);
    expect(await statesOf()).toEqual(['done']);
    expect(await inboundOf(agency)).toBe(1);
    expect(await auditOf('webhook_in.read_again')).toHaveLength(1);
  });

  it('is deleted when nobody wants it, and that it was there stays on record', async () => {
    await receive(aBody({ number: { ...strange, phoneNumberId: '777' }, statuses: [aStatus()] }));
    await processor().processDue(1);
    const { data } = await parked().list(platform, { limit: 10 });
    await parked().dismiss(platform, data[0]?.id ?? '');
    expect(await stored()).toMatchObject([{ state: 'dismissed', raw_sealed: null }]);
    expect((await parked().list(platform, { limit: 10 })).data).toEqual([]);
    await expect(parked().replay(platform, data[0]?.id ?? '')).rejects.toMatchObject({ httpStatus: 404 });
    expect(await auditOf('webhook_in.dismissed')).toHaveLength(1);
  });
});

describe('a body of a thousand changes', () => {
  const cost = async (changes: readonly Change[], webhookClass: 0 | 1) => {
    await receive(aBody(...changes));
    const statements = await given.statements(() => processor().processDue(webhookClass));
    expect((await statesOf()).every((state) => state === 'done')).toBe(true);
    await given.rows('DELETE FROM webhook_inbox');
    return statements;
  };
  const many = (count: number, items: () => Omit<Change, 'number'>) =>
    Array.from({ length: count }, () => ({ number: agency.number, ...items() }));

  it('costs as many statements as one of ten', async () => {
    await cost(
      many(1, () => ({ statuses: [aStatus()] })),
      1,
    );
    const statuses = () => ({ statuses: [aStatus()] });
    expect(await cost(many(1_000, statuses), 1)).toBe(await cost(many(10, statuses), 1));
    const messages = () => ({ messages: [aText()] });
    expect(await cost(many(1_000, messages), 0)).toBe(await cost(many(10, messages), 0));
  }, 60_000);

  it('of an account, too', async () => {
    const alerts = (count: number, mark: string) => {
      const alert = (place: number) => ({
        alert_info: { alert_type: `ALERT_${mark}_${place}`, alert_severity: 'WARNING' },
      });
      const changes = Array.from({ length: count }, (_, place) => ({ field: 'account_alerts', value: alert(place) }));
      return JSON.stringify({
        object: 'whatsapp_business_account',
        entry: [{ id: agency.number.wabaId, time: 1795341600, changes }],
      });
    };
    const hear = async (text: string) => {
      await receive(text);
      return given.statements(() => processor().processDue(1));
    };
    expect(await hear(alerts(1_000, 'A'))).toBe(await hear(alerts(10, 'B')));
    const news = await given.rows('SELECT 1 FROM whatsapp_news WHERE agency_id = $1', [agency.ctx.agencyId]);
    expect(news).toHaveLength(1_010);
  });
});

describe('what citizens take back and choose', () => {
  const phone = aPhone();
  const from = phone.slice(1);
  const seconds = (ago: number) => String(Math.floor(Date.now() / 1000) - ago);
  const eventsOf = async (wamid: string) =>
    given.rows<{ status: string }>(
      `SELECT e.status FROM messages m JOIN message_events e ON e.agency_id = m.agency_id AND e.message_id = m.id
       WHERE m.agency_id = $1 AND m.direction = 'inbound' AND m.kind = $2 ORDER BY e.seq`,
      [agency.ctx.agencyId, wamid],
    );
  const hearMessages = async (...messages: object[]) => {
    await receive(aBody({ number: agency.number, messages }));
    await processor().processDue(0);
  };

  it('marks the message that they corrected or deleted, and nobody else’s', async () => {
    const text = { id: aWamid(), from, timestamp: seconds(9), type: 'text', text: { body: 'Hello' } };
    const about = { original_message_id: text.id };
    await hearMessages(text);
    const edit = { type: 'edit', edit: { ...about, message: { type: 'text', text: { body: 'Hello!' } } } };
    await hearMessages({ id: aWamid(), from: aPhone().slice(1), timestamp: seconds(5), type: 'revoke', revoke: about });
    expect(await eventsOf('text')).toEqual([]);
    await hearMessages({ id: aWamid(), from, timestamp: seconds(5), ...edit });
    await hearMessages({ id: aWamid(), from, timestamp: seconds(4), type: 'revoke', revoke: about });
    expect(await eventsOf('text')).toEqual([{ status: 'revoked' }, { status: 'edited' }]);
  });

  it('keeps the latest choice of marketing, whatever the order', async () => {
    const choose = async (value: string, ago: number) => {
      const preference = { wa_id: from, category: 'marketing_messages', value, timestamp: Number(seconds(ago)) };
      const metadata = { phone_number_id: agency.number.phoneNumberId };
      const change = { field: 'user_preferences', value: { metadata, user_preferences: [preference] } };
      await receive(JSON.stringify({ entry: [{ id: agency.number.wabaId, changes: [change] }] }));
      await processor().processDue(0);
      const rows = await given.rows<{ open: boolean }>(
        `SELECT until IS NULL AS open FROM suppressions WHERE agency_id = $1 AND reason = 'provider_optout'`,
        [agency.ctx.agencyId],
      );
      return rows.some(({ open }) => open);
    };
    expect(await choose('stop', 100)).toBe(true);
    expect(await choose('resume', 50)).toBe(false);
    expect(await choose('stop', 70)).toBe(false);
    expect(await choose('stop', 10)).toBe(true);
    expect(await choose('resume', 20)).toBe(true);
  });
});
