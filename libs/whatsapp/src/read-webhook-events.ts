import { asObject, idIn, isText, type JsonObject, numberIn, objectsIn, present, textIn, timeIn } from './json-shape.js';
import { tierOf } from './messaging-tiers.js';
import type { AccountUpdateEvent, TemplateNamed, WebhookEvent } from './webhook-events.js';
import type { WebhookChange } from './webhook-types.js';

type Reader = (value: JsonObject) => WebhookEvent[];

/**
 * How each field is read. Where Meta's own samples disagree (a field's name, flat or nested keys, `-` or `_`), every form is
 * read: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference
 */
const READERS: Readonly<Record<string, Reader>> = {
  message_template_status_update: readTemplateStatus,
  message_template_quality_update: readTemplateQuality,
  message_template_components_update: readTemplateComponents,
  template_category_update: readTemplateCategory,
  template_correct_category_detection: readDetectedCategory,
  phone_number_quality_update: readNumberQuality,
  phone_number_name_update: readNumberName,
  security: readSecurity,
  business_username_updates: readUsername,
  business_username_update: readUsername,
  account_settings_update: readSettings,
  account_update: readAccountUpdate,
  account_review_update: readAccountReview,
  account_alerts: readAccountAlert,
  business_capability_update: readCapability,
  user_preferences: readPreferences,
  user_id_update: readUserIds,
};

/** Everything of a change but its messages and statuses. Never throws; a change that tells nothing readable is `other`. */
export function readWebhookEvents({ field, value, errors }: WebhookChange): WebhookEvent[] {
  const object = asObject(value);
  const reader = Object.hasOwn(READERS, field) ? READERS[field] : undefined;
  const events = reader?.(object) ?? [];
  const problems = errors.map(({ code, title }): WebhookEvent => ({ kind: 'problem', code, ...textual({ title }) }));
  if (events.length + problems.length > 0) return [...events, ...problems];
  return field === 'messages' ? [] : [readOther(object)];
}

/** A quality change was seen under the name of the status field, so it is told by its shape. */
function readTemplateStatus(value: JsonObject): WebhookEvent[] {
  if (isText(value['new_quality_score'])) return readTemplateQuality(value);
  const event = textIn(value, 'event');
  if (event === undefined) return [];
  const rejection = asObject(value['rejection_info']);
  const other = asObject(value['other_info']);
  const reason = textIn(value, 'reason');
  return [
    {
      kind: 'template.status',
      event,
      ...templateNamed(value),
      ...textual({
        reason: reason === 'NONE' ? undefined : reason,
        category: textIn(value, 'message_template_category'),
        title: textIn(other, 'title'),
        description: textIn(rejection, 'reason') ?? textIn(other, 'description'),
        recommendation: textIn(rejection, 'recommendation'),
        disabledFrom: idIn(asObject(value['disable_info']), 'disable_date'),
      }),
    },
  ];
}

function readTemplateQuality(value: JsonObject): WebhookEvent[] {
  const after = textIn(value, 'new_quality_score');
  if (after === undefined) return [];
  const before = textIn(value, 'previous_quality_score');
  return [{ kind: 'template.quality', after, ...templateNamed(value), ...textual({ before }) }];
}

function readTemplateComponents(value: JsonObject): WebhookEvent[] {
  const named = templateNamed(value);
  if (Object.keys(named).length === 0) return [];
  const buttons = objectsIn(value['message_template_buttons']).map((button) =>
    textual({
      type: textIn(button, 'message_template_button_type'),
      text: textIn(button, 'message_template_button_text'),
      url: textIn(button, 'message_template_button_url'),
      phone: textIn(button, 'message_template_button_phone_number'),
    }),
  );
  const parts = {
    header: textIn(value, 'message_template_title'),
    body: textIn(value, 'message_template_element'),
    footer: textIn(value, 'message_template_footer'),
  };
  return [{ kind: 'template.components', buttons, ...named, ...textual(parts) }];
}

/** Announced: `new_category` is the one that it still has, `correct_category` the one that it will have. */
function readTemplateCategory(value: JsonObject): WebhookEvent[] {
  const [current, correct] = [textIn(value, 'new_category'), textIn(value, 'correct_category')];
  const after = correct ?? current;
  if (after === undefined) return [];
  const before = correct === undefined ? textIn(value, 'previous_category') : current;
  const at = timeIn(value, 'category_update_timestamp');
  const isDone = correct === undefined;
  return [{ kind: 'template.category', after, isDone, ...templateNamed(value), ...present({ before, at }) }];
}

function readDetectedCategory(value: JsonObject): WebhookEvent[] {
  const suggested = textIn(value, 'suggested_category') ?? textIn(value, 'correct_category');
  if (suggested === undefined) return [];
  const current = textIn(value, 'current_category') ?? textIn(value, 'new_category');
  return [{ kind: 'template.category-detected', suggested, ...templateNamed(value), ...textual({ current }) }];
}

function readNumberQuality(value: JsonObject): WebhookEvent[] {
  const event = textIn(value, 'event');
  if (event === undefined) return [];
  const limit = tierOf(value['max_daily_conversations_per_business']) ?? tierOf(value['current_limit']);
  return [{ kind: 'number.quality', event, ...numberNamed(value), ...textual({ limit }) }];
}

function readNumberName(value: JsonObject): WebhookEvent[] {
  const decision = textIn(value, 'decision');
  if (decision === undefined) return [];
  const [name, reason] = [textIn(value, 'requested_verified_name'), textIn(value, 'rejection_reason')];
  const said = textual({ name, reason: reason === 'NONE' ? undefined : reason });
  return [{ kind: 'number.name', decision, ...numberNamed(value), ...said }];
}

function readSecurity(value: JsonObject): WebhookEvent[] {
  const event = textIn(value, 'event');
  if (event === undefined) return [];
  return [
    { kind: 'number.security', event, ...numberNamed(value), ...textual({ requester: idIn(value, 'requester') }) },
  ];
}

function readUsername(value: JsonObject): WebhookEvent[] {
  const status = textIn(value, 'status');
  if (status === undefined) return [];
  return [
    { kind: 'number.username', status, ...numberNamed(value), ...textual({ username: textIn(value, 'username') }) },
  ];
}

function readSettings(value: JsonObject): WebhookEvent[] {
  const phoneNumberId = idIn(asObject(value['phone_number_settings']), 'phone_number_id');
  return [{ kind: 'number.settings', ...textual({ phoneNumberId }) }];
}

function readAccountUpdate(value: JsonObject): WebhookEvent[] {
  const event = textIn(value, 'event');
  if (event === undefined) return [];
  const ban = asObject(value['ban_info']);
  return [
    {
      kind: 'account.update',
      event,
      restrictions: restrictionsIn(value['restriction_info']),
      facts: factsIn(value),
      ...textual({
        violation: textIn(asObject(value['violation_info']), 'violation_type'),
        banState: listedText(ban['waba_ban_state']),
        banDate: textIn(ban, 'waba_ban_date'),
        disconnectedBecause: textIn(asObject(value['disconnection_info']), 'reason'),
      }),
    },
  ];
}

function restrictionsIn(value: unknown): AccountUpdateEvent['restrictions'] {
  return objectsIn(value).flatMap((one) => {
    const type = textIn(one, 'restriction_type');
    const until = timeIn(one, 'expiration');
    return type === undefined ? [] : [{ type, ...present({ until, remedy: textIn(one, 'remediation') }) }];
  });
}

/** Older samples give the state of a ban as a list of one. */
function listedText(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return isText(first) ? first : undefined;
}

const FACTS: readonly (readonly [part: string, key: string])[] = [
  ['', 'country'],
  ['', 'phone_number'],
  ['waba_info', 'ad_account_linked'],
  ['waba_info', 'partner_app_id'],
  ['waba_info', 'solution_id'],
  ['volume_tier_info', 'pricing_category'],
  ['volume_tier_info', 'tier'],
  ['volume_tier_info', 'effective_month'],
  ['volume_tier_info', 'region'],
  ['disconnection_info', 'initiated_by'],
];

function factsIn(value: JsonObject): Record<string, string> {
  return Object.fromEntries(
    FACTS.flatMap(([part, key]) => {
      const found = idIn(part === '' ? value : asObject(value[part]), key);
      return found === undefined ? [] : [[key, found] as const];
    }),
  );
}

function readAccountReview(value: JsonObject): WebhookEvent[] {
  const decision = textIn(value, 'decision');
  return decision === undefined ? [] : [{ kind: 'account.review', decision }];
}

/** The alert's own keys come nested, and from the test panel beside the others. */
function readAccountAlert(value: JsonObject): WebhookEvent[] {
  const info = { ...value, ...asObject(value['alert_info']) };
  const alert = textIn(info, 'alert_type');
  if (alert === undefined) return [];
  const facts = textual({
    entity: textIn(value, 'entity_type'),
    entityId: idIn(value, 'entity_id'),
    severity: textIn(info, 'alert_severity'),
    status: textIn(info, 'alert_status'),
    description: textIn(info, 'alert_description'),
  });
  return [{ kind: 'account.alert', alert, ...facts }];
}

/** `max_daily_conversation_per_phone` is what versions up to v23 say in place of the portfolio's limit. */
function readCapability(value: JsonObject): WebhookEvent[] {
  const messagingLimit =
    tierOf(value['max_daily_conversations_per_business']) ?? tierOf(value['max_daily_conversation_per_phone']);
  const maxPhoneNumbers =
    numberIn(value, 'max_phone_numbers_per_business') ?? numberIn(value, 'max_phone_numbers_per_waba');
  return [{ kind: 'account.capability', ...present({ messagingLimit, maxPhoneNumbers }) }];
}

function readPreferences(value: JsonObject): WebhookEvent[] {
  return objectsIn(value['user_preferences']).flatMap((one): WebhookEvent[] => {
    const choice = textIn(one, 'value');
    if (choice === undefined) return [];
    const category = textIn(one, 'category') ?? 'marketing_messages';
    const person = { waId: idIn(one, 'wa_id'), userId: textIn(one, 'user_id'), signupId: idIn(one, 'signup_id') };
    const rest = { parentUserId: textIn(one, 'parent_user_id'), at: timeIn(one, 'timestamp') };
    return [{ kind: 'citizen.preference', choice, category, ...present({ ...person, ...rest }) }];
  });
}

/** The name of the list is not confirmed, so every list whose items hold two user ids is one. */
function readUserIds(value: JsonObject): WebhookEvent[] {
  const items = Object.values(value).flatMap(objectsIn);
  return [value, ...items].flatMap((one): WebhookEvent[] => {
    const ids = asObject(one['user_id']);
    const before = textIn(ids, 'previous') ?? textIn(one, 'previous_user_id');
    const after = textIn(ids, 'current') ?? textIn(one, 'current_user_id');
    if (before === undefined || after === undefined) return [];
    const parent = asObject(one['parent_user_id']);
    const rest = { waId: idIn(one, 'wa_id'), parentUserId: textIn(parent, 'current') };
    return [{ kind: 'citizen.user-id', before, after, ...textual(rest) }];
  });
}

function readOther(value: JsonObject): WebhookEvent {
  const lists = Object.entries(value).filter(([key, item]) => Array.isArray(item) && key !== 'contacts');
  const count = lists.reduce((sum, [, list]) => sum + (list as unknown[]).length, 0);
  return { kind: 'other', count: Math.max(1, count), ...textual({ event: textIn(value, 'event') }) };
}

function templateNamed(value: JsonObject): TemplateNamed {
  return textual({
    metaTemplateId: idIn(value, 'message_template_id'),
    name: textIn(value, 'message_template_name'),
    language: textIn(value, 'message_template_language')?.replace('-', '_'),
  });
}

function numberNamed(value: JsonObject): { displayDigits?: string } {
  const digits = idIn(value, 'display_phone_number')?.replaceAll(/\D/g, '');
  return digits ? { displayDigits: digits } : {};
}

/** The texts that are there. */
function textual<K extends string>(texts: { readonly [P in K]: string | undefined }): { [P in K]?: string } {
  return present(texts) as { [P in K]?: string };
}
