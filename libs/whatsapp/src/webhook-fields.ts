/** What Belfry does with a field: `acts` changes something here, `shows` keeps it for people to see, `leaves` does neither. */
export type FieldTreatment = 'acts' | 'shows' | 'leaves';

export interface WebhookField {
  readonly field: string;
  readonly treatment: FieldTreatment;
  readonly about: string;
  /** What happens here; for what is left, why. */
  readonly what: string;
}

/**
 * Every field that Meta documents, with what becomes of it. Whatever it is, the body is kept sealed for `WEBHOOK_RAW_DAYS`.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview
 */
export const WEBHOOK_FIELDS: readonly WebhookField[] = [
  acts('messages', 'what citizens write, and what becomes of messages', 'messages, statuses, windows, STOP and START'),
  acts('standby', 'what citizens write while Meta’s assistant has the chat', 'kept as messages'),
  acts('calls', 'calls of citizens', 'kept as a message of the kind call; it opens the window'),
  acts('user_preferences', 'marketing stopped, resumed or asked for inside WhatsApp', 'consent and suppression'),
  acts('user_id_update', 'a citizen has a new user id', 'the new id belongs to the same contact'),
  acts('message_template_status_update', 'review, pause, ban, archive of a template', 'the template’s status'),
  acts('message_template_quality_update', 'what citizens think of a template', 'the template’s quality'),
  acts('message_template_components_update', 'a template’s text changed at Meta', 'the template is read again'),
  acts('template_category_update', 'Meta changes or will change a category', 'the template’s category'),
  acts('template_correct_category_detection', 'Meta thinks that a category is wrong', 'shown with the template'),
  acts('phone_number_quality_update', 'throughput or limit changed', 'pace and limit; the number is asked about'),
  acts('phone_number_name_update', 'a display name was decided about', 'the number is asked about'),
  acts(
    'account_update',
    'restriction, violation, ban, partner, price',
    'numbers are held as long as a restriction says',
  ),
  acts('business_capability_update', 'new limits of the portfolio', 'the messaging limit of its numbers'),
  shows('account_review_update', 'the account was reviewed', 'news and audit'),
  shows('account_alerts', 'warnings about limits and profile', 'news and audit'),
  shows('security', 'the two-step PIN was changed or reset', 'news and audit'),
  shows('account_settings_update', 'settings of a number, such as calling', 'news'),
  shows('business_status_update', 'state of the business; its shape is not documented', 'news'),
  shows('business_username_updates', 'the number’s username', 'news'),
  shows('business_username_update', 'another name of the same field', 'news'),
  shows('flows', 'a flow’s status, or trouble of its endpoint', 'news'),
  shows('payment_configuration_update', 'payment settings of the account', 'news'),
  shows('partner_solutions', 'partners of the portfolio', 'news of the platform, because it names the portfolio'),
  shows('messaging_handovers', 'who has the chat', 'news'),
  shows('group_status_update', 'a group was suspended', 'news'),
  leaves('group_lifecycle_update', 'groups made and deleted', 'Belfry writes to people, not to groups'),
  leaves(
    'group_participants_update',
    'who joins and leaves a group',
    'who is in which group is nobody’s business here',
  ),
  leaves('group_settings_update', 'a group’s name and picture', 'Belfry writes to people, not to groups'),
  leaves(
    'smb_message_echoes',
    'what was sent from the WhatsApp Business app',
    'numbers of Belfry are not shared with the app',
  ),
  leaves('message_echoes', 'what another partner sent', 'a number of Belfry has one sender'),
  leaves('smb_app_state_sync', 'the address book of a phone', 'data that nobody asked these people for'),
  leaves(
    'history',
    'old chats of a number that came from the app',
    'data that nobody needs for what is sent from now on',
  ),
  leaves('automatic_events', 'events for advertisements', 'Belfry advertises nothing'),
  leaves('tracking_events', 'clicks for advertisements', 'Belfry follows nobody’s clicks'),
];

const BY_NAME: ReadonlyMap<string, WebhookField> = new Map(WEBHOOK_FIELDS.map((field) => [field.field, field]));

/** A field that nobody knows yet is shown. */
export function treatmentOf(field: string): FieldTreatment {
  return BY_NAME.get(field)?.treatment ?? 'shows';
}

function acts(field: string, about: string, what: string): WebhookField {
  return { field, treatment: 'acts', about, what };
}

function shows(field: string, about: string, what: string): WebhookField {
  return { field, treatment: 'shows', about, what };
}

function leaves(field: string, about: string, what: string): WebhookField {
  return { field, treatment: 'leaves', about, what };
}
