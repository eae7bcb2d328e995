import type { WebhookEvent } from '#libs/whatsapp';

/** 0 for information, 1 worth a look, 2 somebody must act. */
export type NewsWeight = 0 | 1 | 2;

/** What a webhook tells of a number or an account, in a form that people are shown. Nothing in it is about a citizen. */
export interface News {
  readonly event: string;
  readonly weight: NewsWeight;
  readonly detail: Readonly<Record<string, string | number>>;
}

type Weigher = (event: string) => NewsWeight;

/** What of an account's changes is more than information. */
const ACCOUNT_WEIGHTS: Readonly<Record<string, NewsWeight>> = {
  ACCOUNT_RESTRICTION: 2,
  ACCOUNT_VIOLATION: 2,
  ACCOUNT_DELETED: 2,
  ACCOUNT_OFFBOARDED: 2,
  DISABLED_UPDATE: 2,
  PARTNER_REMOVED: 2,
  PARTNER_APP_UNINSTALLED: 2,
};

const SECURITY_WEIGHT: Weigher = (event) => (event === 'PIN_CHANGED' ? 1 : 2);
const DECISION_WEIGHT: Weigher = (decision) => (decision === 'REJECTED' ? 2 : decision === 'APPROVED' ? 0 : 1);
const ALERT_WEIGHTS: Readonly<Record<string, NewsWeight>> = { CRITICAL: 2, WARNING: 1 };
const NUMBER_WEIGHTS: Readonly<Record<string, NewsWeight>> = { FLAGGED: 2, DOWNGRADE: 2 };

/** Null for what is about citizens or templates, which have places of their own. */
export function newsOf(event: WebhookEvent): News | null {
  switch (event.kind) {
    case 'number.quality':
      return news(event.event, NUMBER_WEIGHTS[event.event] ?? 0, { number: event.displayDigits, limit: event.limit });
    case 'number.name':
      return news(event.decision, DECISION_WEIGHT(event.decision), {
        number: event.displayDigits,
        name: event.name,
        reason: event.reason,
      });
    case 'number.security':
      return news(event.event, SECURITY_WEIGHT(event.event), {
        number: event.displayDigits,
        requester: event.requester,
      });
    case 'number.username':
      return news(event.status, 0, { number: event.displayDigits, username: event.username });
    case 'number.settings':
      return news('changed', 0, { phoneNumberId: event.phoneNumberId });
    case 'account.update':
      return news(event.event, ACCOUNT_WEIGHTS[event.event] ?? 0, {
        ...event.facts,
        restrictions: event.restrictions.map(({ type }) => type).join(', ') || undefined,
        until: latest(event.restrictions.map(({ until }) => until))?.toISOString(),
        violation: event.violation,
        ban: event.banState,
        banFrom: event.banDate,
        because: event.disconnectedBecause,
      });
    case 'account.review':
      return news(event.decision, DECISION_WEIGHT(event.decision), {});
    case 'account.alert':
      return news(event.alert, ALERT_WEIGHTS[event.severity ?? ''] ?? 0, {
        severity: event.severity,
        status: event.status,
        entity: event.entity,
        entityId: event.entityId,
        description: event.description,
      });
    case 'account.capability':
      return news('limits', 0, { limit: event.messagingLimit, numbers: event.maxPhoneNumbers });
    case 'problem':
      return news(`error ${event.code}`, 1, { code: event.code, title: event.title });
    case 'other':
      return news(event.event ?? 'told', 0, { count: event.count });
    default:
      return null;
  }
}

/** Long enough for every word of Meta's; what is longer is no word. */
const LONGEST_EVENT = 80;
const LONGEST_TEXT = 500;

function news(event: string, weight: NewsWeight, detail: Record<string, string | number | undefined>): News {
  const said = Object.entries(detail).flatMap(([key, value]) => {
    if (value === undefined) return [];
    return [[key, typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : value] as const];
  });
  return { event: event.slice(0, LONGEST_EVENT), weight, detail: Object.fromEntries(said) };
}

export function latest(times: readonly (Date | undefined)[]): Date | undefined {
  const known = times.flatMap((time) => time ?? []);
  return known.length > 0 ? new Date(Math.max(...known.map((time) => time.getTime()))) : undefined;
}
