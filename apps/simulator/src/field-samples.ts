import type { JsonObject } from './json.js';
import type { WorldNumber } from './world.js';

type Sample = (number: WorldNumber, seconds: number) => JsonObject;

const display = (number: WorldNumber) => ({ display_phone_number: number.digits });
const ofNumber = (number: WorldNumber, rest: JsonObject) => ({
  messaging_product: 'whatsapp',
  metadata: { ...display(number), phone_number_id: number.id },
  ...rest,
});
const template = (number: WorldNumber) => {
  const [first] = number.waba.templates;
  return {
    message_template_id: Number(first?.id ?? 1),
    message_template_name: first?.name ?? 'hello_world',
    message_template_language: first?.language ?? 'en',
  };
};
const person = { wa_id: '15550142377', user_id: 'US.30481726559013842217' };
const groups = (number: WorldNumber, type: string) =>
  ofNumber(number, { groups: [{ timestamp: '1795341600', group_id: 'Z3JvdXA=', type }] });

/**
 * What `value` looks like for each field of a webhook, in the words of Meta; whoever asks for a field may change any part:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference
 */
export const FIELD_SAMPLES: Readonly<Record<string, Sample>> = {
  account_alerts: (number) => ({
    entity_type: 'PHONE_NUMBER',
    entity_id: number.id,
    alert_info: {
      alert_severity: 'WARNING',
      alert_status: 'ACTIVE',
      alert_type: 'INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED',
      alert_description: 'Limits cannot be increased for your business yet.',
    },
  }),
  account_review_update: () => ({ decision: 'APPROVED' }),
  account_settings_update: (number, seconds) => ({
    messaging_product: 'whatsapp',
    timestamp: String(seconds),
    type: 'phone_number_settings',
    phone_number_settings: { phone_number_id: number.id, calling: { status: 'ENABLED' } },
  }),
  account_update: (_number, seconds) => ({
    event: 'ACCOUNT_RESTRICTION',
    restriction_info: [{ restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration: seconds + 7 * 86_400 }],
  }),
  automatic_events: (number, seconds) =>
    ofNumber(number, { automatic_events: [{ id: 'wamid.A', event_name: 'LeadSubmitted', timestamp: seconds }] }),
  business_capability_update: () => ({
    max_daily_conversations_per_business: 'TIER_10K',
    max_phone_numbers_per_business: 20,
  }),
  business_status_update: () => ({ event: 'BUSINESS_VERIFIED' }),
  business_username_updates: (number) => ({ ...display(number), username: 'cityhealth', status: 'approved' }),
  flows: () => ({
    event: 'FLOW_STATUS_CHANGE',
    message: 'Flow permit_request status changed from DRAFT to PUBLISHED',
    flow_id: '6600112233445577',
    old_status: 'DRAFT',
    new_status: 'PUBLISHED',
  }),
  group_lifecycle_update: (number) => groups(number, 'group_create'),
  group_participants_update: (number) => groups(number, 'group_participants_add'),
  group_settings_update: (number) => groups(number, 'group_settings_update'),
  group_status_update: (number) => groups(number, 'group_suspend'),
  history: (number) =>
    ofNumber(number, { history: [{ metadata: { phase: 0, chunk_order: 1, progress: 100 }, threads: [] }] }),
  message_echoes: (number, seconds) =>
    ofNumber(number, {
      message_echoes: [
        {
          from: number.digits,
          to: person.wa_id,
          id: 'wamid.E',
          timestamp: String(seconds),
          type: 'text',
          text: { body: 'Hello' },
        },
      ],
    }),
  message_template_components_update: (number) => ({
    ...template(number),
    message_template_element: 'Changed by Meta.',
  }),
  message_template_quality_update: (number) => ({
    previous_quality_score: 'GREEN',
    new_quality_score: 'YELLOW',
    ...template(number),
  }),
  message_template_status_update: (number) => ({
    event: 'APPROVED',
    ...template(number),
    reason: 'NONE',
    message_template_category: 'UTILITY',
  }),
  messaging_handovers: (number, seconds) => ({
    messaging_product: 'whatsapp',
    recipient: { ...display(number), phone_number_id: number.id },
    sender: { phone_number: person.wa_id },
    timestamp: String(seconds),
    control_passed: { metadata: 'handed to a person' },
  }),
  partner_solutions: () => ({
    event: 'SOLUTION_CREATED',
    solution_id: '588201174460921',
    solution_status: 'INITIATED',
  }),
  payment_configuration_update: (_number, seconds) => ({
    configuration_name: 'gateway-prod',
    provider_name: 'razorpay',
    provider_mid: 'acc_EXAMPLE',
    status: 'Active',
    created_timestamp: seconds,
    updated_timestamp: seconds,
  }),
  phone_number_name_update: (number) => ({
    ...display(number),
    decision: 'APPROVED',
    requested_verified_name: number.verifiedName,
    rejection_reason: null,
  }),
  phone_number_quality_update: (number) => ({
    ...display(number),
    event: 'THROUGHPUT_UPGRADE',
    current_limit: 'TIER_UNLIMITED',
    max_daily_conversations_per_business: 'TIER_UNLIMITED',
  }),
  security: (number) => ({ ...display(number), event: 'PIN_CHANGED', requester: '61558899001122' }),
  smb_app_state_sync: (number) => ofNumber(number, { state_sync: [] }),
  smb_message_echoes: (number, seconds) =>
    ofNumber(number, {
      message_echoes: [
        {
          from: number.digits,
          to: person.wa_id,
          id: 'wamid.E',
          timestamp: String(seconds),
          type: 'text',
          text: { body: 'Hello' },
        },
      ],
    }),
  template_category_update: (number) => ({
    ...template(number),
    previous_category: 'UTILITY',
    new_category: 'MARKETING',
  }),
  template_correct_category_detection: (number) => ({
    ...template(number),
    current_category: 'UTILITY',
    suggested_category: 'MARKETING',
  }),
  tracking_events: (number, seconds) =>
    ofNumber(number, { events: [{ event_name: 'AutomaticEvent', timestamp: seconds }] }),
};

/** These come from the portfolio: `entry.id` is its id and not that of an account. */
export const OF_PORTFOLIO: ReadonlySet<string> = new Set(['partner_solutions']);
