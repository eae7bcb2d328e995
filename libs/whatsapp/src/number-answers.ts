import type { BusinessProfile, NumberFields, WabaNumber } from './number-types.js';

type JsonObject = Readonly<Record<string, unknown>>;

/** One field that the token may not see refuses the whole request, so only documented ones are asked for. */
export const NUMBER_FIELDS = [
  'id',
  'display_phone_number',
  'verified_name',
  'status',
  'code_verification_status',
  'name_status',
  'new_display_name',
  'new_name_status',
  'quality_rating',
  'throughput',
  'whatsapp_business_manager_messaging_limit',
  'is_official_business_account',
  'is_pin_enabled',
].join(',');

export const WABA_NUMBER_FIELDS = 'id,display_phone_number';

export const PROFILE_FIELDS = 'about,address,description,email,profile_picture_url,websites,vertical';

/** `{"id":"331…","display_phone_number":"+1 555-010-0200","status":"CONNECTED","throughput":{"level":"STANDARD"},…}` */
export function readNumberFields(answer: JsonObject): NumberFields {
  const throughput = answer['throughput'] as { level?: unknown } | undefined;
  return {
    id: String(answer['id']),
    displayPhoneNumber: textOf(answer['display_phone_number']) ?? '',
    verifiedName: textOf(answer['verified_name']) ?? '',
    status: textOf(answer['status']),
    codeVerificationStatus: textOf(answer['code_verification_status']),
    nameStatus: textOf(answer['name_status']),
    newDisplayName: textOf(answer['new_display_name']),
    newNameStatus: textOf(answer['new_name_status']),
    qualityRating: textOf(answer['quality_rating']),
    throughputLevel: textOf(throughput?.level),
    messagingLimit: textOf(answer['whatsapp_business_manager_messaging_limit']),
    isOfficial: flagOf(answer['is_official_business_account']),
    isPinEnabled: flagOf(answer['is_pin_enabled']),
  };
}

/** `{"data":[{"about":"…","websites":["https://…"],"vertical":"GOVT","messaging_product":"whatsapp"}]}` */
export function readProfile(answer: JsonObject): BusinessProfile {
  const data: unknown = Array.isArray(answer['data']) ? answer['data'][0] : undefined;
  const { about, address, description, email, websites, vertical, profile_picture_url } = (data ?? {}) as JsonObject;
  const texts = { about, address, description, email, vertical, pictureUrl: profile_picture_url };
  return {
    ...Object.fromEntries(Object.entries(texts).filter(([, value]) => textOf(value) !== null)),
    ...(Array.isArray(websites) && { websites: websites.filter((one) => typeof one === 'string') }),
  };
}

/** `{"data":[{"id":"331…","display_phone_number":"+1 555-010-0200"}],"paging":{…}}` */
export function readWabaNumbers(answer: JsonObject): WabaNumber[] {
  const data = Array.isArray(answer['data']) ? (answer['data'] as JsonObject[]) : [];
  return data.map((item) => ({
    id: String(item['id']),
    displayPhoneNumber: textOf(item['display_phone_number']) ?? '',
  }));
}

/** The cursor is always there; `next` only when there is another page. */
export function readNextCursor(answer: JsonObject): string | null {
  const paging = answer['paging'] as { next?: unknown; cursors?: { after?: unknown } } | undefined;
  return paging?.next === undefined ? null : textOf(paging.cursors?.after);
}

/** `{"data":[{"whatsapp_business_api_data":{"id":"650…","link":"…","name":"…"}}]}` @returns ids of apps that hear the account */
export function readSubscribedApps(answer: JsonObject): string[] {
  const data = Array.isArray(answer['data']) ? (answer['data'] as JsonObject[]) : [];
  return data.flatMap((item) => {
    const app = item?.['whatsapp_business_api_data'] as { id?: unknown } | undefined;
    return app?.id === undefined ? [] : [String(app.id)];
  });
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function flagOf(value: unknown): boolean | null {
  return typeof value === 'boolean' ? value : null;
}
