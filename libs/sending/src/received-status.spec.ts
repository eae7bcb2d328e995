import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCallbackData, type MessageStatus, parseWebhook } from '#libs/whatsapp';
import { type KnownStatus, readStatus, statusEvent } from './received-status.js';

const FIXTURES = new URL('../../../test/fixtures/whatsapp/webhooks/', import.meta.url);
const NOW = new Date('2026-11-22T12:00:00Z');
const MESSAGE_ID = '0193f000-0000-7000-8000-000000000001';

function statusesOf(name: string): readonly MessageStatus[] {
  const body: unknown = JSON.parse(readFileSync(new URL(name, FIXTURES), 'utf8'));
  return parseWebhook(body).flatMap(({ statuses }) => statuses);
}

const WITH_STATUSES = readdirSync(FIXTURES).filter((name) => name.endsWith('.json') && statusesOf(name).length > 0);

function aStatus(parts: Partial<MessageStatus> = {}): MessageStatus {
  return { id: 'wamid.A', status: 'delivered', timestamp: '1795341612', ...parts };
}

describe(readStatus, () => {
  it.each(WITH_STATUSES)('reads %s', (name) => {
    for (const status of statusesOf(name)) {
      const read = readStatus(status, NOW);
      expect(read.wamid).toBe(status.id);
      expect(read.status).toBe(status.status);
      expect(read.providerTs).toEqual(new Date(Number(status.timestamp) * 1000));
      expect(read.code).toBe(status.errors?.[0]?.code ?? null);
    }
  });

  it.each(WITH_STATUSES)('keeps nothing of %s that names the person', (name) => {
    for (const status of statusesOf(name)) {
      const { recipient_id, recipient_user_id, recipient_parent_user_id } = status;
      const kept = JSON.stringify(readStatus(status, NOW).detail);
      for (const personal of [recipient_id, recipient_user_id, recipient_parent_user_id]) {
        if (personal) expect(kept).not.toContain(personal);
      }
    }
  });

  it('keeps what the bill needs', () => {
    const [status] = statusesOf('messages.status.sent_utility.json');
    expect(readStatus(status as MessageStatus, NOW).detail).toEqual({ pricing: status?.pricing });
  });

  it('keeps code and title of a failure', () => {
    const [status] = statusesOf('messages.status.failed_131026.json');
    expect(readStatus(status as MessageStatus, NOW)).toMatchObject({
      status: 'failed',
      code: 131026,
      detail: { code: 131026, title: status?.errors?.[0]?.title },
    });
  });

  it('finds the attempt in the echo of our own callback data', () => {
    const callback = formatCallbackData(MESSAGE_ID, 3);
    expect(readStatus(aStatus({ biz_opaque_callback_data: callback }), NOW).echo).toEqual({
      messageId: MESSAGE_ID,
      attempt: 3,
    });
  });

  it('takes callback data of somebody else for none', () => {
    expect(readStatus(aStatus({ biz_opaque_callback_data: 'order-4711' }), NOW).echo).toBeNull();
  });

  it.each(['', 'yesterday', '-5', '12', '99999999999999', 'NaN'])('takes the time "%s" for now', (timestamp) => {
    expect(readStatus(aStatus({ timestamp }), NOW).providerTs).toEqual(NOW);
  });

  it('survives whatever else Meta may put there', () => {
    const noise = fc.record({
      id: fc.string({ minLength: 1 }),
      status: fc.string({ minLength: 1 }),
      timestamp: fc.anything(),
      errors: fc.oneof(fc.constant(undefined), fc.array(fc.record({ code: fc.anything() }))),
      biz_opaque_callback_data: fc.oneof(fc.constant(undefined), fc.string()),
    });
    fc.assert(
      fc.property(noise, (status) => {
        const read = readStatus(status as MessageStatus, NOW);
        expect(Number.isNaN(read.providerTs.getTime())).toBe(false);
        expect(read.code === null || (Number.isInteger(read.code) && Math.abs(read.code) < 2 ** 31)).toBe(true);
      }),
    );
  });
});

describe(statusEvent, () => {
  function eventOf(status: string) {
    const known: KnownStatus = {
      wamid: 'wamid.A',
      status,
      providerTs: NOW,
      code: null,
      detail: null,
      messageId: MESSAGE_ID,
      attempt: 2,
    };
    return statusEvent(known, NOW);
  }

  it('gives each status of an attempt a line of its own', () => {
    const places = ['sent', 'failed', 'delivered', 'read', 'played'].map((status) => eventOf(status).seq);
    expect(new Set(places).size).toBe(places.length);
  });

  it('gives the same status the same line, so that a repetition changes nothing', () => {
    expect(eventOf('read')).toEqual(eventOf('read'));
  });

  it.each(['deleted', 'constructor', '__proto__', 'toString'])(
    'gives the unknown status %s a place after them',
    (status) => {
      expect(eventOf(status)).toMatchObject({ status, seq: 99 });
    },
  );
});
