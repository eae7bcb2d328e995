import { describe, expect, it } from 'vitest';
import { parseWebhook, readWebhookEvents, type WebhookEvent } from '#libs/whatsapp';
import { holdOf, isReinstated } from './account-limits.js';
import { newsOf } from './account-news.js';

const AT = new Date('2026-11-22T12:00:00Z');
const UNTIL = 1795946400;

function anUpdate(value: object): WebhookEvent {
  const [change] = parseWebhook({ entry: [{ id: '215', changes: [{ field: 'account_update', value }] }] });
  const [event] = change ? readWebhookEvents(change) : [];
  if (!event) throw new Error('no event');
  return event;
}

const restricted = (...types: string[]) =>
  anUpdate({
    event: 'ACCOUNT_RESTRICTION',
    restriction_info: types.map((restriction_type) => ({ restriction_type, expiration: UNTIL })),
  });
const banned = (state: unknown) => anUpdate({ event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: state } });

describe(holdOf, () => {
  it('lets a business that may not begin chats go on answering', () => {
    expect(holdOf(restricted('RESTRICTED_BIZ_INITIATED_MESSAGING'), AT)).toEqual({
      what: 'bulk',
      reason: 'account-restricted',
      until: new Date(UNTIL * 1000),
    });
  });

  it('lets one that may not answer do nothing', () => {
    const both = restricted('RESTRICTED_BIZ_INITIATED_MESSAGING', 'RESTRICTED_CUSTOMER_INITIATED_MESSAGING');
    expect(holdOf(both, AT)).toMatchObject({ what: 'all', reason: 'account-restricted' });
  });

  it('takes a restriction without an end for a day', () => {
    const endless = anUpdate({
      event: 'ACCOUNT_RESTRICTION',
      restriction_info: [{ restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING' }],
    });
    expect(holdOf(endless, AT)?.until).toEqual(new Date('2026-11-23T12:00:00Z'));
  });

  it('holds a banned account until it is reinstated, and none that is only warned', () => {
    expect(holdOf(banned('DISABLE'), AT)).toMatchObject({ what: 'all', reason: 'account-disabled' });
    expect(holdOf(banned(['DISABLE']), AT)).toMatchObject({ reason: 'account-disabled' });
    expect(holdOf(banned('SCHEDULE_FOR_DISABLE'), AT)).toBeNull();
    expect([isReinstated(banned('REINSTATE')), isReinstated(banned('DISABLE'))]).toEqual([true, false]);
  });

  it('holds nothing for what has nothing to do with sending', () => {
    expect(holdOf(restricted('RESTRICTED_ADD_PHONE_NUMBER_ACTION'), AT)).toBeNull();
    expect(holdOf(anUpdate({ event: 'PARTNER_ADDED' }), AT)).toBeNull();
  });
});

describe(newsOf, () => {
  it('says what somebody must act on', () => {
    expect(newsOf(restricted('RESTRICTED_BIZ_INITIATED_MESSAGING'))).toMatchObject({
      event: 'ACCOUNT_RESTRICTION',
      weight: 2,
      detail: { restrictions: 'RESTRICTED_BIZ_INITIATED_MESSAGING', until: new Date(UNTIL * 1000).toISOString() },
    });
    expect(newsOf(anUpdate({ event: 'PARTNER_ADDED' }))).toMatchObject({ weight: 0 });
  });

  it('leaves citizens and templates to their own places', () => {
    expect(newsOf({ kind: 'citizen.user-id', before: 'GB.1', after: 'GB.2' })).toBeNull();
    expect(newsOf({ kind: 'template.quality', after: 'RED' })).toBeNull();
  });

  it('keeps words short, whatever is told', () => {
    const news = newsOf(anUpdate({ event: 'X'.repeat(5_000), country: 'Y'.repeat(5_000) }));
    expect([news?.event.length, String(news?.detail['country']).length]).toEqual([80, 500]);
  });
});
