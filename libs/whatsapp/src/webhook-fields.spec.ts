import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readWebhookEvents } from './read-webhook-events.js';
import { treatmentOf, WEBHOOK_FIELDS } from './webhook-fields.js';
import { parseWebhook } from './webhook-parser.js';

const DOC = readFileSync(new URL('../../../docs/webhooks-from-whatsapp.md', import.meta.url), 'utf8');
const FIXTURES = new URL('../../../test/fixtures/whatsapp/webhooks/', import.meta.url);
const NAMES = readdirSync(FIXTURES).map((name) => name.replace('.json', ''));

const recorded = (name: string) => parseWebhook(JSON.parse(readFileSync(new URL(`${name}.json`, FIXTURES), 'utf8')));
const eventsOf = (name: string) => recorded(name).flatMap(readWebhookEvents);

const TEMPLATE = { metaTemplateId: '1512099874410233', name: 'appointment_reminder', language: 'en_US' };

describe('fields', () => {
  it.each(WEBHOOK_FIELDS)('$field is in the documentation with what is done with it', ({ field, about, what }) => {
    const row = DOC.split('\n').find((line) => line.startsWith(`| \`${field}\` `));
    expect(row).toContain(` ${about} `);
    expect(row).toContain(` ${what} `);
  });

  it('of every recorded webhook are known', () => {
    const known = new Set(WEBHOOK_FIELDS.map(({ field }) => field));
    const unknown = NAMES.flatMap(recorded).filter(({ field }) => !known.has(field));
    expect(unknown.map(({ field }) => field)).toEqual([]);
  });

  it('that nobody knows are shown', () => {
    expect(treatmentOf('brand_new')).toBe('shows');
  });
});

describe(readWebhookEvents, () => {
  it.each([
    [
      'message_template_status_update.rejected',
      { kind: 'template.status', event: 'REJECTED', reason: 'INVALID_FORMAT', ...TEMPLATE },
    ],
    ['message_template_status_update.paused', { event: 'PAUSED', title: 'FIRST_PAUSE' }],
    ['message_template_status_update.disabled', { event: 'DISABLED', disabledFrom: '1795341600' }],
    ['message_template_quality_update', { kind: 'template.quality', before: 'GREEN', after: 'YELLOW', ...TEMPLATE }],
    ['message_template_quality_update.under_status_field', { kind: 'template.quality', after: 'RED', ...TEMPLATE }],
    [
      'message_template_components_update',
      { kind: 'template.components', header: 'Appointment reminder', buttons: [{ type: 'URL' }, {}] },
    ],
    [
      'template_category_update.impending',
      { before: 'UTILITY', after: 'MARKETING', isDone: false, at: expect.any(Date) },
    ],
    ['template_category_update.completed', { before: 'UTILITY', after: 'MARKETING', isDone: true }],
    ['template_correct_category_detection', { kind: 'template.category-detected', suggested: 'MARKETING' }],
    ['account_alerts', { alert: 'INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED', severity: 'WARNING' }],
    ['account_alerts.flat', { alert: 'OBA_REJECTED', severity: 'CRITICAL' }],
    ['business_capability_update.tier_form', { messagingLimit: 'TIER_10K', maxPhoneNumbers: 20 }],
    ['business_capability_update.int_form', { messagingLimit: 'TIER_2K' }],
    ['business_capability_update.v23_form', { messagingLimit: 'TIER_1K', maxPhoneNumbers: 25 }],
    ['account_update.account_restriction', { restrictions: [{ until: expect.any(Date) }, {}] }],
    ['account_update.disabled_update', { banState: 'SCHEDULE_FOR_DISABLE', banDate: 'November 30, 2026' }],
    ['user_preferences.stop', { kind: 'citizen.preference', choice: 'stop', waId: '15550142377' }],
    ['user_id_update.wrapper_unconfirmed', { before: 'US.30481726559013842217', after: 'US.99015534877102264413' }],
    ['phone_number_quality_update.upgrade', { event: 'UPGRADE', limit: 'TIER_10K', displayDigits: '15550100200' }],
    ['messages.account_level_errors', { kind: 'problem', code: 130429 }],
  ])('understands %s', (name, expected) => {
    expect(eventsOf(name)).toMatchObject([expected]);
  });

  it('finds none in messages and statuses, which have types of their own', () => {
    expect(eventsOf('messages.inbound.text')).toEqual([]);
    expect(eventsOf('messages.status.read')).toEqual([]);
  });
});
